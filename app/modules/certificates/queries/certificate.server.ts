// The certificate of an election: how far it has come, what stands in its way, what was counted and who signed.
import type {
  CandidatesDocument,
  ConformityAbsence,
  ConformityStatement,
  CountDocument,
  DecisionsDocument,
  ElectionDocument,
} from "#app/lib/audit-bundle/index.ts";
import { silentSeats } from "#app/lib/audit-bundle/index.ts";
import { listProposals } from "#app/modules/approvals/index.server.ts";
import { findStages, requireStage } from "#app/modules/calendars/index.server.ts";
import { countUndecidedClaims, countUnsettledClaims, requireClaimWindow } from "#app/modules/claims/index.server.ts";
import { findCeremony, findElection } from "#app/modules/elections/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import type { CertificateFacts, Obstacle } from "../domain/obstacles.ts";
import { obstaclesToProclaiming, obstaclesToSigning } from "../domain/obstacles.ts";
import { gatherEvidence } from "./evidence.server.ts";

export interface CertificateView {
  readonly electionId: string;
  readonly stage: "interim" | "official";
  readonly officialAt: string | null;
  /** Null where the calendar does not say. */
  readonly claimsOpenAt: string | null;
  readonly claimsCloseAt: string | null;
  readonly isClaimTimeOver: boolean;
  readonly evidenceHash: string;
  readonly bundleHash: string;
  readonly assembledAt: string;
  readonly count: CountDocument;
  readonly candidates: CandidatesDocument["candidates"];
  readonly contests: ElectionDocument["contests"];
  /** Of the election in its archive. */
  readonly fingerprint: string;
  readonly decisions: DecisionsDocument;
  readonly statements: readonly ConformityStatement[];
  readonly absences: readonly ConformityAbsence[];
  /** Everybody who holds a key, in the order of the seats. */
  readonly seats: ElectionDocument["trustees"];
}

/** The documents that the pages are made of. */
const documentsOfView = ["candidates.json", "count.json", "decisions.json", "election.json"] as const;

/** What everybody may see; undefined before the first evidence was put together. */
export async function findCertificate(
  context: ReadingContext,
  electionId: string,
): Promise<CertificateView | undefined> {
  const row = await context.database.certificate.findUnique({ where: { electionId } });
  if (row === null) return undefined;
  // Why these alone: the roll is megabytes, and every visit of a public page comes here.
  const files = await context.database.evidenceFile.findMany({
    where: { electionId, path: { in: [...documentsOfView] } },
  });
  const read = <Document>(path: (typeof documentsOfView)[number]) =>
    JSON.parse(files.find((file) => file.path === path)?.body ?? "null") as Document;
  const stages = await findStages(context, electionId);
  const claims = stages.find(({ kind }) => kind === "result-claims");
  const election = read<ElectionDocument>("election.json");
  return {
    electionId,
    stage: row.officialAt === null ? "interim" : "official",
    officialAt: row.officialAt?.toISOString() ?? null,
    claimsOpenAt: claims?.opensAt.toISOString() ?? null,
    claimsCloseAt: claims?.closesAt?.toISOString() ?? null,
    isClaimTimeOver: claims?.closesAt ? claims.closesAt <= context.clock.now() : false,
    evidenceHash: row.evidenceHash,
    bundleHash: row.bundleHash,
    assembledAt: row.assembledAt.toISOString(),
    count: read<CountDocument>("count.json"),
    candidates: read<CandidatesDocument>("candidates.json").candidates,
    contests: election.contests,
    fingerprint: election.fingerprint,
    decisions: read<DecisionsDocument>("decisions.json"),
    statements: await listStatements(context, electionId, row.evidenceHash),
    absences: await listAbsences(context, electionId, row.evidenceHash),
    seats: election.trustees,
  };
}

/** The words about this evidence, in the order of the seats. */
export async function listStatements(
  context: ReadingContext,
  electionId: string,
  evidenceHash: string,
): Promise<ConformityStatement[]> {
  const rows = await context.database.conformity.findMany({
    where: { electionId, evidenceHash },
    orderBy: { trusteeIndex: "asc" },
  });
  return rows.map(({ trusteeIndex, name, answer, reasons, signature, signedAt }) => ({
    trustee: trusteeIndex,
    name,
    answer: answer as ConformityStatement["answer"],
    reasons,
    signature,
    signedAt: signedAt.toISOString(),
  }));
}

/** Why somebody says nothing about this evidence, in the order of the seats. */
export async function listAbsences(
  context: ReadingContext,
  electionId: string,
  evidenceHash: string,
): Promise<ConformityAbsence[]> {
  const rows = await context.database.conformityAbsence.findMany({
    where: { electionId, evidenceHash },
    orderBy: { trusteeIndex: "asc" },
  });
  return rows.map(({ trusteeIndex, name, reasons, enteredBy, approvedBy, recordedAt }) => ({
    ...{ trustee: trusteeIndex, name, reasons, enteredBy, approvedBy },
    recordedAt: recordedAt.toISOString(),
  }));
}

/** Everything on which signing and proclaiming depend, as it is now. */
export async function certificateFacts(context: ReadingContext, electionId: string): Promise<CertificateFacts> {
  const election = await findElection(context, electionId);
  const row = await context.database.certificate.findUnique({ where: { electionId } });
  const evidence = await gatherEvidence(context, electionId);
  const statements = row === null ? [] : await listStatements(context, electionId, row.evidenceHash);
  const absences = row === null ? [] : await listAbsences(context, electionId, row.evidenceHash);
  const window = await requireClaimWindow(context, electionId, "result");
  const stage = await requireStage(context, electionId, "official-result", context.clock.now());
  return {
    hasResult: evidence !== undefined,
    isClaimsWindowOver: !window.ok && window.error.code === "CLAIMS_OVER",
    undecidedClaims: await countUndecidedClaims(context, { electionId }),
    unsettledClaims: await countUnsettledClaims(context, { electionId, kind: "result" }),
    openTies: evidence?.documents["count.json"].contests.flatMap(({ ties }) => ties).length ?? 0,
    isEvidenceCurrent: row !== null && row.groundHash === evidence?.groundHash,
    conforming: statements.filter(({ answer }) => answer === "conform").length,
    needed: election?.trusteeThreshold ?? 0,
    silent: silentSeats(election?.trustees ?? [], { statements, absences }).map(({ name }) => name),
    isStageReached: stage.ok,
    isOfficial: row?.officialAt !== null && row !== null,
  };
}

export interface CertificateProgress extends CertificateFacts {
  readonly toSigning: readonly Obstacle[];
  readonly toProclaiming: readonly Obstacle[];
}

export async function certificateProgress(context: ReadingContext, electionId: string): Promise<CertificateProgress> {
  const facts = await certificateFacts(context, electionId);
  return { ...facts, toSigning: obstaclesToSigning(facts), toProclaiming: obstaclesToProclaiming(facts) };
}

export type CertificateWork = "conformity" | "proclamation";

/** What a commissioner can do now for the certificate: say her word about the evidence, or propose the proclamation. */
export async function certificateWorkOf(
  context: Context,
  electionId: string,
  accountId: string,
): Promise<CertificateWork[]> {
  const row = await context.database.certificate.findUnique({ where: { electionId } });
  if (row === null || row.officialAt !== null) return [];
  const { toSigning, toProclaiming } = await certificateProgress(context, electionId);
  if (toSigning.length > 0) return [];
  const { evidenceHash } = row;
  const own = await context.database.conformity.count({ where: { electionId, evidenceHash, accountId } });
  const seat = await findCeremony(context, { electionId, accountId });
  const proposed = await listProposals(context, {
    kind: "certificates:proclaim",
    subjectId: electionId,
    state: "proposed",
  });
  const work: [CertificateWork, boolean][] = [
    ["conformity", own === 0 && seat !== undefined],
    ["proclamation", toProclaiming.length === 0 && proposed.length === 0],
  ];
  return work.filter(([, isAsked]) => isAsked).map(([name]) => name);
}
