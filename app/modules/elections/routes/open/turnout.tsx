// Turnout in numbers, the same for everybody: /elections/:electionId/turnout
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findTurnout } from "../../queries/turnout.server.ts";
import { TurnoutPage } from "../../ui/public/turnout-page.tsx";
import { headingOf, openPublicElection } from "../public-election.server.ts";

export const handle: PageHandle = { title: "elections:roll.turnout.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  if (election.sealedAt === null) throw new Response(null, { status: 404 });
  return { election: headingOf(election), turnout: await findTurnout(context, election.id) };
}

export default function TurnoutRoute() {
  const { election, turnout } = useLoaderData<typeof loader>();
  return <TurnoutPage election={election} turnout={turnout} />;
}
