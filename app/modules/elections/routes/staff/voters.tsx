// Staff read the list of voters that comes from outside the register: individuals, or organisations of a national registry.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { importVoters } from "../../commands/import-voters.server.ts";
import { findElection } from "../../queries/elections.server.ts";
import { countImportedVoters } from "../../queries/imported-voters.server.ts";
import { VoterListDesk } from "../../ui/desk/voter-list-desk.tsx";

export const handle: PageHandle = { title: "elections:desk.voters.title" };

const longestFile = 20_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, electorate, rollFrozenAt } = election;
  return {
    election: { id, title, electorate, rollFrozenAt },
    voters: await countImportedVoters(context, id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"], steppedUp: true });
  const file = (await args.request.formData()).get("list");
  if (!(file instanceof File) || file.size === 0 || file.size > longestFile) {
    return { imported: null, code: "VOTER_LIST_FILE_EXPECTED", details: {}, problems: [] };
  }
  const electionId = args.params["electionId"] ?? "";
  const imported = await importVoters(context, { electionId, csv: new Uint8Array(await file.arrayBuffer()) });
  if (imported.ok) return { imported: imported.value.voters, code: null, details: {}, problems: [] };
  const { error } = imported;
  const problems = "problems" in error ? error.problems.slice(0, 200) : [];
  return { imported: null, code: error.code, details: error.details ?? {}, problems };
}

export default function VotersPage() {
  const { election, voters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <VoterListDesk election={election} voters={voters} answer={answer ?? null} />;
}
