// One election as everybody sees it: /elections/:electionId
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { listPreparationDecisions } from "../../before-sealing/queries/preparation-decisions.server.ts";
import { findPayloadFingerprints } from "../../queries/payload-fingerprints.server.ts";
import { rollWaitsUntil } from "../../queries/roll-publication.server.ts";
import { listOwnRollEntries } from "../../queries/voter.server.ts";
import { ElectionOverview } from "../../ui/public/election-overview.tsx";
import { openPublicElection } from "../public-election.server.ts";

export const handle: PageHandle<{ readonly election: { readonly title: Trilingual } } | undefined> = {
  title: ({ loaded, language }) => (loaded === undefined ? "" : inLanguage(loaded.election.title, language)),
};

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const { actor } = context;
  const own =
    actor.kind === "person"
      ? await listOwnRollEntries(context, { electionId: election.id, accountId: actor.accountId })
      : [];
  const { electionPayload: _election, ...facts } = election;
  const rollRoot = (await rollWaitsUntil(context, election)) === null ? election.rollRoot : null;
  return {
    election: { ...facts, rollRoot },
    fingerprints: {
      roll: rollRoot,
      ...(await findPayloadFingerprints(context, election)),
      lastEvent: election.lastEventHash,
    },
    decisions: await listPreparationDecisions(context, election.id),
    viewer: {
      isSignedIn: actor.kind === "person",
      organizations: own.length,
      votes: own.reduce((sum, entry) => sum + entry.votes, 0),
      voted: own.filter((entry) => entry.hasVoted).length,
    },
  };
}

export default function Election() {
  return <ElectionOverview {...useLoaderData<typeof loader>()} />;
}
