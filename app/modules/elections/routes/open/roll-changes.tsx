// What was changed on the roll after the freeze: /elections/:electionId/roll/changes
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { listRollChanges } from "../../queries/roll-changes.server.ts";
import { findRollWords } from "../../queries/roll-words.server.ts";
import { requireRollPublic } from "../../queries/roll-publication.server.ts";
import { ElectionPage } from "../../ui/public/election-page.tsx";
import { RollChanges } from "../../ui/public/roll-changes.tsx";
import { headingOf, openPublicElection } from "../public-election.server.ts";

export const handle: PageHandle = { title: "elections:roll.changes.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  await requireRollPublic(context, election);
  return {
    election: headingOf(election),
    changes: await listRollChanges(context, election.id),
    words: await findRollWords(context, election.rollDate),
  };
}

export default function RollChangesPage() {
  const { election, changes, words } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  return (
    <ElectionPage election={election} part={t("roll.changes.title")} lead={t("roll.changes.lead")}>
      <RollChanges changes={changes} words={words} />
    </ElectionPage>
  );
}
