// The front page: what this is, what is being voted on, how voting works, and why nobody needs to trust us.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { listPublicElections } from "#app/modules/elections/index.server.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { DirectoryInvitation, Guarantees, HowVotingWorks, VerifyInvitation } from "../ui/front-page-parts.tsx";
import { PublicElections } from "../ui/public-elections.tsx";
import { SealedBallotPicture } from "../ui/pictures.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const elections = await listPublicElections(context);
  return { elections, isSignedIn: context.actor.kind === "person" };
}

export default function FrontPage() {
  const { elections, isSignedIn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <div className="border-b border-line bg-raised">
        <div className="mx-auto grid max-w-page items-center gap-x-12 gap-y-6 px-4 py-10 sm:px-6 sm:py-16 lg:grid-cols-[1fr_20rem]">
          <div>
            <h1 className="max-w-[18ch] font-display text-4xl tracking-tight">{t("front.title")}</h1>
            <p className="mt-5 max-w-text text-lg text-ink-soft">{t("front.lead")}</p>
            <div className="no-print mt-7 flex flex-wrap gap-3">
              <LinkButton variant="primary" to={isSignedIn ? "/my" : "/sign-in"}>
                {t(isSignedIn ? "navigation.my" : "front.signIn")}
              </LinkButton>
              <LinkButton to="/verify">{t("front.verify.link")}</LinkButton>
            </div>
          </div>
          <SealedBallotPicture className="mx-auto hidden w-full max-w-80 text-accent lg:block" />
        </div>
      </div>
      <div className="mx-auto max-w-page space-y-16 px-4 py-12 sm:px-6 sm:py-16">
        <PublicElections elections={elections} />
        <DirectoryInvitation />
        <HowVotingWorks />
        <VerifyInvitation />
        <Guarantees />
      </div>
    </>
  );
}
