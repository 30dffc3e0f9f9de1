// What a member can check herself: /elections/:electionId/check
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { listBoothEntries } from "../../../queries/booth.server.ts";
import { headingOf, openPublicElection } from "../../../routes/public-election.server.ts";
import { CheckPage } from "../../ui/check-page.tsx";

export const handle: PageHandle = { title: "elections:checking.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const { actor } = context;
  const entries =
    actor.kind === "person"
      ? await listBoothEntries(context, { electionId: election.id, accountId: actor.accountId })
      : [];
  return {
    election: headingOf(election),
    closesAt: election.closesAt,
    entries: entries.map(({ id, organizationName, eligibilityTag }) => ({ id, organizationName, eligibilityTag })),
  };
}

export default function CheckRoute() {
  const { election, entries } = useLoaderData<typeof loader>();
  return <CheckPage election={election} entries={entries} />;
}
