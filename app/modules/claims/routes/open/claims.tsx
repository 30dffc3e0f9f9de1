// Claims and decisions of an election, as everybody reads them: /elections/:electionId/claims
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { ElectionPage, linkToNewClaim, linkToOwnClaims } from "#app/modules/elections/index.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Section } from "#app/ui/page.tsx";
import { claimStates } from "../../domain/claim-kinds.ts";
import type { ClaimView } from "../../domain/claim-view.ts";
import { listClaims } from "../../queries/claims.server.ts";
import { ClaimCard } from "../../ui/claim-card.tsx";
import type { KindNow } from "../claims-page.server.ts";
import { electionOfClaims, kindsNow } from "../claims-page.server.ts";

export const handle: PageHandle = { title: "claims:public.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const election = await electionOfClaims(context, args.params["electionId"]);
  if (election.reached === "draft") throw new Response(null, { status: 404 });
  return {
    election,
    claims: await listClaims(context, { electionId: election.id, for: "public" }),
    kinds: await kindsNow(context, election.id),
  };
}

export default function Claims() {
  const { t } = useTranslation("claims");
  const { election, claims, kinds } = useLoaderData<typeof loader>();
  return (
    <ElectionPage
      election={election}
      part={t("public.title")}
      lead={t("public.lead")}
      actions={<LinkButton to={linkToOwnClaims(election.id)}>{t("public.mine")}</LinkButton>}
    >
      <TakenNow electionId={election.id} kinds={kinds} />
      {claims.length === 0 ? (
        <EmptyState title={t("public.none")}>{t("public.noneText")}</EmptyState>
      ) : (
        <>
          <Section title={t("public.counts")}>
            <Counts claims={claims} />
          </Section>
          <Section title={t("public.all")}>
            <ul className="space-y-4">
              {claims.map((claim) => (
                <li key={claim.number}>
                  <ClaimCard claim={claim} />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </ElectionPage>
  );
}

function TakenNow({ electionId, kinds }: { readonly electionId: string; readonly kinds: readonly KindNow[] }) {
  const { t } = useTranslation("claims");
  const open = kinds.filter(({ state }) => state === "open");
  if (open.length === 0) return <p className="text-ink-soft">{t("public.notTaken")}</p>;
  return (
    <div className="space-y-3">
      <p>{t("public.taken")}</p>
      <ul className="flex flex-wrap gap-3">
        {open.map(({ kind, closesAt }) => (
          <li key={kind}>
            <LinkButton variant="primary" to={linkToNewClaim(electionId, { kind })}>
              {t(`public.file.${kind}`)}
            </LinkButton>
            {closesAt === null ? null : (
              <span className="mt-1 block text-sm text-ink-soft">
                {t("public.until")} <Instant at={closesAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Counts({ claims }: { readonly claims: readonly ClaimView[] }) {
  const { t } = useTranslation("claims");
  const bars = claimStates
    .map((state) => ({ label: t(`states.${state}`), value: claims.filter((claim) => claim.state === state).length }))
    .filter(({ value }) => value > 0);
  return (
    <BarChart
      caption={t("public.countsCaption", { count: claims.length })}
      labelHeader={t("public.state")}
      valueHeader={t("public.number")}
      shareHeader={t("public.share")}
      bars={bars}
    />
  );
}
