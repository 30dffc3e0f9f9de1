// A commission member helps a voter: proposes a vote by hand, and with the opened list of codes enters an approved one or sends a
// lost code again.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { mailRoomRecipient } from "#app/modules/notifications/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findElection } from "../../../queries/elections.server.ts";
import { listAssistedVotes } from "../../../queries/voter-help.server.ts";
import type { BoothElection } from "../../../ui/booth/booth-election.ts";
import { OnlyAwake } from "../../../ui/ceremony/only-awake.tsx";
import { VoterHelpDesk } from "../../../ui/ceremony/voter-help-desk.tsx";

export const handle: PageHandle = { title: "elections:voterHelp.title" };

/** Why only when asked: looking again must not close the list that is open on the page. */
export function shouldRevalidate(): boolean {
  return false;
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined || election.sealedAt === null) throw new Response(null, { status: 404 });
  const { id, title, isTest, phase, group, opensAt, closesAt, contests } = election;
  const now = context.clock.now().toISOString();
  const electionPayload = election.electionPayload ?? "";
  const booth: BoothElection = { id, title, isTest, phase, group, opensAt, closesAt, contests, electionPayload, now };
  return {
    election: booth,
    mailRoomRecipient: await mailRoomRecipient(context),
    assisted: await listAssistedVotes(context, id),
  };
}

export default function VoterHelpPage() {
  const loaded = useLoaderData<typeof loader>();
  return <OnlyAwake>{() => <VoterHelpDesk {...loaded} />}</OnlyAwake>;
}
