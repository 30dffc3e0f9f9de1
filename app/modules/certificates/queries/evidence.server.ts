// The documents of the evidence as they would be written now, out of what the other rooms tell through their front doors.
import { z } from "zod";
import { electionFingerprint } from "#app/lib/ballot-protocol/index.ts";
import type {
  CandidateDocument,
  ContestDocument,
  DisputeDocument,
  EvidenceDocuments,
  FrozenRules,
  PreparationDecisionDocument,
} from "#app/lib/audit-bundle/index.ts";
import { countContests, documentBytes, hashOf } from "#app/lib/audit-bundle/index.ts";
import { readStayingMembers } from "#app/modules/bodies/index.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import { listClaims } from "#app/modules/claims/index.server.ts";
import type { ContestResult, ElectionView, PreparationDecisionView } from "#app/modules/elections/index.server.ts";
import {
  findElection,
  findResult,
  findRollSignatures,
  listDisputes,
  listPreparationDecisions,
  listRollChanges,
  listWholeRoll,
} from "#app/modules/elections/index.server.ts";
import { countMails, mailStates } from "#app/modules/notifications/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { logDocument } from "./log-documents.server.ts";
import { listDraws, listTies } from "./ties.server.ts";
import { softwareDocument } from "#app/platform/software.server.ts";

export interface Evidence {
  readonly documents: EvidenceDocuments;
  /** Over what decisions can change: equal means that the evidence is still true, whatever the log and the mail did since. */
  readonly groundHash: string;
}

/** What claims, ties and people can change. */
const ground = [
  "candidates.json",
  "count.json",
  "decisions.json",
  "election.json",
  "roll-changes.json",
  "roll.json",
] as const;

/** Undefined while there is no result. */
export async function gatherEvidence(context: ReadingContext, electionId: string): Promise<Evidence | undefined> {
  const election = await findElection(context, electionId);
  const result = await findResult(context, electionId);
  const roll = await listWholeRoll(context, electionId);
  if (election === undefined || result === undefined || roll === undefined) return undefined;
  const contests = election.contests.map(contestDocument);
  const candidates = election.contests.flatMap(candidateDocuments);
  const ties = await listTies(context, electionId);
  const totals = result.contests.map(archiveRow);
  const documents: EvidenceDocuments = {
    "election.json": await electionDocument(context, election, contests),
    "candidates.json": { format: "plenaria-candidates/1", candidates },
    "roll.json": roll,
    "roll-changes.json": {
      format: "plenaria-roll-changes/1",
      changes: await rollChangeDocuments(context, electionId),
    },
    "roll-signatures.json": await rollSignaturesDocument(context, electionId),
    "decisions.json": {
      format: "plenaria-decisions/1",
      claims: await claimDocuments(context, electionId),
      draws: await listDraws(context, electionId),
      ties,
      disputes: await disputeDocuments(context, electionId),
      beforeSealing: (await listPreparationDecisions(context, electionId)).map(preparationDocument),
    },
    "count.json": {
      format: "plenaria-count/1",
      turnout: {
        entitledEntries: result.entitledOrganizations,
        entitledVotes: result.votesEntitled,
        countedBallots: result.votedOrganizations,
        countedVotes: result.votesCast,
      },
      contests: countContests({ contests, candidates, ties, totals }),
    },
    "log.json": await logDocument(context, electionId),
    "mail.json": { format: "plenaria-mail/1", counts: await mailCounts(context, electionId) },
    "software.json": await softwareDocument(),
  };
  const groundHash = hashOf(documentBytes(ground.map((path) => hashOf(documentBytes(documents[path])))));
  return { documents, groundHash };
}

function preparationDocument(decision: PreparationDecisionView): PreparationDecisionDocument {
  const { kind, reason, proposedByName: proposedBy, approvedByName: approvedBy, decidedAt } = decision;
  // Why not as it was read: what of it a schema leaves open is text and numbers all the same.
  const subject = jsonRecord.parse(decision.subject);
  return { kind, subject, reason, proposedBy, approvedBy, decidedAt };
}

const jsonRecord = z.record(z.string(), z.json());

async function electionDocument(
  context: ReadingContext,
  election: ElectionView,
  contests: readonly ContestDocument[],
): Promise<EvidenceDocuments["election.json"]> {
  const stages = await findStages(context, election.id);
  return {
    format: "plenaria-election/1",
    id: election.id,
    title: election.title,
    description: election.description,
    isTest: election.isTest,
    group: election.group,
    fingerprint: electionFingerprint(election.electionPayload ?? ""),
    rollDate: election.rollDate,
    rollFrozenAt: election.rollFrozenAt ?? "",
    sealedAt: election.sealedAt ?? "",
    opensAt: election.opensAt,
    closesAt: election.closesAt,
    closedAt: election.closedAt ?? "",
    resultAt: election.resultAt ?? "",
    trusteeThreshold: election.trusteeThreshold,
    trustees: election.trustees.map(({ index, name }) => ({ index, name })),
    contests,
    calendar: stages.map(({ kind, opensAt, closesAt }) => ({
      kind,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt?.toISOString() ?? null,
    })),
  };
}

type Contest = ElectionView["contests"][number];

function contestDocument(contest: Contest): ContestDocument {
  const { position, kind, bodyKey, title, seats, minChoices, maxChoices, allowsBlank, rules, staying } = contest;
  return {
    ...{ position, kind, bodyKey, title, seats, minChoices, maxChoices, allowsBlank },
    termsBeginOn: contest.termsBeginOn,
    rules: rules as FrozenRules | null,
    staying: readStayingMembers(staying),
  };
}

function candidateDocuments({ position: contest, candidates }: Contest): CandidateDocument[] {
  return candidates.map(
    ({ position, name, country, citizenships, employerGroup, biography, withdrawnAt }): CandidateDocument => ({
      ...{ contest, position, name, country, citizenships, employerGroup, biography, withdrawnAt },
    }),
  );
}

/** A contest's totals as the archive has them: abstention first where it is a mark of its own. */
function archiveRow({ lines }: ContestResult): number[] {
  const blank = lines.filter(({ option }) => option === "blank").map(({ votes }) => votes);
  const options = lines.flatMap(({ option, votes }) => (option === "blank" ? [] : [{ option, votes }]));
  return [...blank, ...options.sort((left, right) => left.option - right.option).map(({ votes }) => votes)];
}

async function claimDocuments(context: ReadingContext, electionId: string) {
  const claims = await listClaims(context, { electionId, for: "public" });
  return claims.map(({ number, kind, state, filedAt, decidedAt, reasons, followUp, publicText }) => ({
    ...{ number, kind, state, filedAt, decidedAt, reasons },
    ...(followUp === null ? {} : { followUp }),
    publicText:
      publicText === null ? null : publicText.map((part) => (part.kind === "text" ? part.text : "[…]")).join(""),
  }));
}

async function disputeDocuments(context: ReadingContext, electionId: string): Promise<DisputeDocument[]> {
  const disputes = await listDisputes(context, electionId);
  return disputes.map(({ kind, label, tracker, credential, state, filedAt, decidedAt, ...dispute }) => ({
    ...{ kind, label, tracker, credential, state, filedAt, decidedAt },
    filedBy: dispute.filedByName,
    grounds: dispute.reason,
    decidedBy: dispute.decidedByNames === "" ? [] : dispute.decidedByNames.split(", "),
    reasons: dispute.decisionReason,
  }));
}

async function rollSignaturesDocument(
  context: ReadingContext,
  electionId: string,
): Promise<EvidenceDocuments["roll-signatures.json"]> {
  const { needed, signatures } = await findRollSignatures(context, electionId);
  return {
    format: "plenaria-roll-signatures/1",
    needed,
    signatures: signatures.map(({ trustee, name, signature, signedAt }) => ({ trustee, name, signature, signedAt })),
  };
}

/** From the first to the last. Privacy: of a private field only that it changed. */
async function rollChangeDocuments(context: ReadingContext, electionId: string) {
  const changes = await listRollChanges(context, electionId);
  return [...changes].reverse().map((change) => ({
    version: change.version,
    handle: change.handle,
    kind: change.kind,
    changes: change.changes.map((field) => ({ ...field })),
    reason: change.reason,
    proposedBy: change.proposedByName,
    approvedBy: change.approvedByName,
    rootBefore: change.rootBefore,
    root: change.root,
    decidedAt: change.decidedAt,
  }));
}

async function mailCounts(context: ReadingContext, electionId: string) {
  const counts = await countMails(context, { type: "election", id: electionId });
  // Why not those that were stopped: that is what becomes of an election that was called off, which has no evidence.
  return mailStates
    .filter((state) => state !== "stopped")
    .map((state) => ({ template: "*", state, count: counts[state] }));
}
