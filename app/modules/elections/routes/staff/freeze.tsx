// Staff freeze the roll: first a preview of who comes in and who stays out, then a question, then the act.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { freezeRoll } from "../../commands/freeze-roll.server.ts";
import { linkToElectionDesk, linkToElectionDesks } from "../../links.ts";
import { findElection } from "../../queries/elections.server.ts";
import { findRollPreview } from "../../queries/roll-preview.server.ts";
import { RollPreviewDesk } from "../../ui/desk/roll-preview-desk.tsx";

export const handle: PageHandle = { title: "elections:desk.freeze.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"], steppedUp: true });
  const found = await findElection(context, args.params["electionId"] ?? "");
  if (found === undefined) throw new Response(null, { status: 404 });
  if (found.rollFrozenAt !== null) throw redirect(linkToElectionDesk(found.id));
  const { id, title, rollDate } = found;
  return { election: { id, title, rollDate }, preview: await findRollPreview(context, found) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const frozen = await freezeRoll(context, { electionId });
  return frozen.ok ? redirect(linkToElectionDesk(electionId)) : { refusal: frozen.error };
}

export default function FreezePage() {
  const { election, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
    <Page
      title={t("desk.freeze.title")}
      lead={t("desk.freeze.lead")}
      breadcrumbs={[
        { label: t("desk.list.heading"), to: linkToElectionDesks() },
        { label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) },
      ]}
    >
      <RollPreviewDesk election={election} preview={preview} refusal={answer?.refusal} />
    </Page>
  );
}
