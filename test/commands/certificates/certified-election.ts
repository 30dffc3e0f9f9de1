// An election on its way from the interim result to the official one: counted, with the seat rules of the published case of 2018.
import { expect } from "vitest";
import { conformityStatement } from "#app/lib/audit-bundle/index.ts";
import { signTrusteeStatement } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { leastTimeToSignMs } from "#app/modules/certificates/domain/time-to-sign.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { approveProposal, proposeAct } from "#app/modules/approvals/index.server.ts";
import type { Json } from "#app/lib/canonical-json/index.ts";
import {
  anchorProclamations,
  assembleEvidence,
  findCertificate,
  announceDraw,
  proclaimResult,
  recordAbsence,
  recordDraw,
  recordTie,
  signConformity,
} from "#app/modules/certificates/index.server.ts";
import type { AnnounceDrawInput, RecordDrawInput, RecordTieInput } from "#app/modules/certificates/index.server.ts";
import type { ElectionInTest, ElectionWish } from "../../factories/elections.ts";
import { anElection } from "../../factories/elections.ts";
import type { Given } from "../../setup/databases.ts";

/** After the week in which results may be contested where no calendar says otherwise. */
export const afterClaims = new Date("2026-03-26T12:00:00Z");

/** One citizenship may hold one seat; the two best serve three years, the third two. */
export const seatRules = {
  seats: 3,
  termYears: 3,
  termYearsByRank: [3, 3, 2],
  termsBegin: "new-year",
  renewalsPerYear: 3,
  capPerCitizenship: 1,
  capPerEmployerGroup: 1,
  nominators: "membership-contacts",
  nominationsPerOrganization: "one-per-seat",
  endorsementsNeeded: 0,
  incompatibleBodies: [],
  tieRule: "lot",
};

export interface CountedWish extends ElectionWish {
  /** The candidates whom each voter marks; none is blank. */
  readonly votes: readonly (readonly number[])[];
  /** What each of the first voters had voted before; the later ballot replaces it. */
  readonly earlierVotes?: readonly (readonly number[])[];
  readonly citizenships?: readonly (readonly string[])[];
  readonly seats?: number;
  readonly tieRule?: "lot" | "runoff";
  /** The third commissioner signs that she does not conform, for this reason. */
  readonly dissent?: string;
}

/** Counted, with evidence put together by the product itself. */
export async function aCountedElection(given: Given, wish: CountedWish): Promise<ElectionInTest> {
  const election = await anElection(given, wish);
  const { database } = given;
  await database.contest.updateMany({
    where: { electionId: election.electionId },
    data: {
      rules: { ...seatRules, tieRule: wish.tieRule ?? "lot" },
      staying: [],
      seats: wish.seats ?? 3,
    },
  });
  const contest = await database.contest.findFirstOrThrow({ where: { electionId: election.electionId } });
  for (const [position, citizenships] of (wish.citizenships ?? []).entries())
    await database.candidate.updateMany({
      where: { contestId: contest.id, position },
      data: { citizenships: [...citizenships] },
    });
  await election.open();
  for (const [voter, choices] of (wish.earlierVotes ?? []).entries()) expectOk(await election.cast(voter, choices));
  for (const [voter, choices] of wish.votes.entries()) expectOk(await election.cast(voter, choices));
  await election.counted();
  expectOk(await signCheckpoint(given.context()));
  expectOk(await assembleEvidence(given.context(), { electionId: election.electionId }));
  return election;
}

/** What a commissioner's browser does. */
export async function sign(
  election: ElectionInTest,
  seat: number,
  answer: "conform" | "dissent" = "conform",
  reasons = "",
) {
  const { electionId, given } = election;
  const { key, actor } = election.trustees[seat]!;
  const evidence = (await findCertificate(given.context(), electionId))?.evidenceHash ?? "";
  const statement = conformityStatement({ electionId, evidence, trustee: key.index, answer, reasons });
  const signature = signTrusteeStatement({
    group: "Ed25519",
    seed: key.seed,
    statement,
    random: given.context().random,
  });
  return signConformity(election.as(actor), { electionId, evidence, answer, reasons, signature });
}

async function propose(election: ElectionInTest, act: ApprovableAct, payload: Json, reason: string): Promise<string> {
  const { proposalId } = expectOk(
    await proposeAct(election.as(election.commission[0]!), act, {
      subjectType: "election",
      subjectId: election.electionId,
      ...{ payload, reason },
    }),
  );
  return proposalId;
}

export const approve = (election: ElectionInTest, proposalId: string) =>
  approveProposal(election.as(election.commission[1]!), approvableActs, { proposalId });

/** Proposed by the first commissioner and approved by the second. */
async function byTwo(election: ElectionInTest, act: ApprovableAct, payload: Json, reason: string) {
  return approve(election, await propose(election, act, payload, reason));
}

export const proposeProclamation = (election: ElectionInTest) =>
  propose(election, proclaimResult, {}, "Todo está en orden.");

export const proclaim = (election: ElectionInTest) => byTwo(election, proclaimResult, {}, "Todo está en orden.");

/** The first two say that somebody else with a key cannot sign, a day after she could have. */
export async function recordAbsent(election: ElectionInTest, seat: number) {
  const { clock } = election.given;
  clock.set(new Date(clock.now().getTime() + leastTimeToSignMs));
  const evidence = (await findCertificate(election.given.context(), election.electionId))?.evidenceHash ?? "";
  const absence = { trustee: seat + 1, evidence, reasons: "Perdió el archivo de su clave." };
  return byTwo(election, recordAbsence, absence, absence.reasons);
}

/** Everybody with a key conforms; the third dissents where a reason is given. */
export async function signAll(election: ElectionInTest, dissent?: string): Promise<void> {
  expectOk(await sign(election, 0));
  expectOk(await sign(election, 1));
  expectOk(await (dissent === undefined ? sign(election, 2) : sign(election, 2, "dissent", dissent)));
}

export const enterTie = (election: ElectionInTest, tie: RecordTieInput) =>
  byTwo(election, recordTie, { ...tie }, "Sorteo ante testigos.");

export const announce = (election: ElectionInTest, draw: AnnounceDrawInput) =>
  byTwo(election, announceDraw, { ...draw }, "Hay un empate que decide.");

export const enterValue = (election: ElectionInTest, drawn: RecordDrawInput) =>
  byTwo(election, recordDraw, { ...drawn }, "El valor ya es público.");

/** Signed by all three, proclaimed, and anchored in the signed log. */
export async function anOfficialElection(given: Given, wish: CountedWish): Promise<ElectionInTest> {
  const election = await aCountedElection(given, wish);
  given.clock.set(afterClaims);
  await signAll(election, wish.dissent);
  expectOk(await proclaim(election));
  expect(await anchorProclamations(given.context())).toEqual([election.electionId]);
  return election;
}
