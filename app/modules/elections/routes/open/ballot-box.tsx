// The public ballot box: /elections/:electionId/box
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findBallot, listBallots } from "../../queries/ballot-box.server.ts";
import { countTurnout } from "../../queries/turnout.server.ts";
import { BallotBox } from "../../ui/public/ballot-box.tsx";
import { headingOf, openPublicElection, pageOf } from "../public-election.server.ts";

export const handle: PageHandle = { title: "elections:public.box.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const tracker = new URL(args.request.url).searchParams.get("tracker")?.trim() ?? "";
  const found = tracker === "" ? undefined : await findBallot(context, { electionId: election.id, tracker });
  const { rollOrganizations, rollVotes, closesAt } = election;
  return {
    election: { ...headingOf(election), rollOrganizations, rollVotes, closesAt },
    search: tracker === "" ? null : { tracker, line: found ?? null },
    box: await listBallots(context, { electionId: election.id, page: pageOf(args.request) }),
    turnout: await countTurnout(context, election.id),
  };
}

export default function BallotBoxRoute() {
  const { election, search, box, turnout } = useLoaderData<typeof loader>();
  return <BallotBox election={election} search={search} first={{ box, turnout }} />;
}
