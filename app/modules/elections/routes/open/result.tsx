// The result of an election, or how far the count has come: /elections/:electionId/result
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { electionFingerprint } from "#app/lib/ballot-protocol/index.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findResult } from "../../queries/result.server.ts";
import { ResultPage } from "../../ui/public/result-page.tsx";
import { headingOf, openPublicElection } from "../public-election.server.ts";

export const handle: PageHandle = { title: "elections:public.result.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const { group, opensAt, closesAt, closedAt, resultAt, trustees, trusteeThreshold, contests, electionPayload } =
    election;
  return {
    election: {
      ...headingOf(election),
      ...{ group, opensAt, closesAt, closedAt, resultAt, trusteeThreshold },
      fingerprint: electionPayload === null ? null : electionFingerprint(electionPayload),
      trustees,
      contests: contests.map(({ id, position, kind, title, maxChoices, candidates }) => ({
        ...{ id, position, kind, title, maxChoices },
        candidates: candidates.map(({ position: place, name, country }) => ({ position: place, name, country })),
      })),
    },
    result: (await findResult(context, election.id)) ?? null,
  };
}

export default function Result() {
  const { election, result } = useLoaderData<typeof loader>();
  return <ResultPage election={election} result={result} />;
}
