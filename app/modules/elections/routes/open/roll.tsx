// The frozen roll of an election: /elections/:electionId/roll
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { namesAttribution } from "#app/modules/organizations/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findRollRules } from "../../queries/roll-rules.server.ts";
import { listRollChanges } from "../../queries/roll-changes.server.ts";
import { rollWaitsUntil } from "../../queries/roll-publication.server.ts";
import { findRollSignatures } from "../../queries/roll-signatures.server.ts";
import { listRoll } from "../../queries/roll.server.ts";
import { NoRollYet, PublicRoll } from "../../ui/public/public-roll.tsx";
import { headingOf, openPublicElection, pageOf } from "../public-election.server.ts";

export const handle: PageHandle = { title: "elections:public.roll.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const query = new URL(args.request.url).searchParams.get("query") ?? "";
  // Why a visitor asks: the public page shows everybody the same, whoever looks at it.
  const visitor = { ...context, actor: { kind: "visitor" as const } };
  const publicFrom = await rollWaitsUntil(context, election);
  if (publicFrom !== null) return { publicFrom, election: { ...headingOf(election), rollDate: election.rollDate } };
  const roll = await listRoll(visitor, { electionId: election.id, page: pageOf(args.request), query });
  const { rollDate, rollRoot, rollOrganizations, rollVotes } = election;
  return {
    publicFrom,
    election: { ...headingOf(election), rollDate, rollRoot, rollOrganizations, rollVotes },
    query,
    roll,
    state: {
      changes: (await listRollChanges(context, election.id)).length,
      signatures: await findRollSignatures(context, election.id),
      rules: await findRollRules(context, election.id),
    },
    attribution: await namesAttribution(context),
  };
}

export default function Roll() {
  const loaded = useLoaderData<typeof loader>();
  if (loaded.publicFrom !== null) return <NoRollYet election={loaded.election} publicFrom={loaded.publicFrom} />;
  const { election, query, roll, state, attribution } = loaded;
  return <PublicRoll election={election} query={query} roll={roll} state={state} attribution={attribution} />;
}
