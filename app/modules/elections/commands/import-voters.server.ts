// Reads and takes the list of voters that comes from outside the register: individuals, or the organisations of a national registry. A list
// replaces the one before it, whole, and only until the roll is frozen. Who may decide it stands in import-by-two.server.ts.
import { sha256 } from "@noble/hashes/sha2.js";
import { decodeCsv } from "#app/lib/csv/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { VoterLine } from "../domain/proposed-list.ts";
import type { Electorate, ListedVoter, VoterListProblem } from "../domain/voter-list.ts";
import { readVoterList } from "../domain/voter-list.ts";
import { permissions } from "../module.ts";
import type { RollRight } from "../domain/roll-right.ts";
import { hasOwnContact } from "../domain/roll-right.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type ImportVotersRefusal =
  | Refusal<"ROLL_ALREADY_FROZEN" | "NOT_UTF8" | "ELECTION_CANCELLED">
  | (Refusal<"VOTER_LIST_INVALID"> & { readonly problems: readonly VoterListProblem[] });

export const voterColumns = {
  id: "text",
  electionId: "text",
  line: "integer",
  handle: "text",
  organizationName: "text",
  name: "text",
  email: "text",
  language: "text",
  country: "text",
  votes: "integer",
} as const;

export interface ImportVotersInput {
  readonly electionId: string;
  /** The file as it came, or its text. */
  readonly csv: string | Uint8Array;
}

/** Where the votes of organisations come from; a test gives its own. */
export type VotesSource = (context: Context, date: string) => Promise<readonly KnownRight[]>;

type KnownRight = Pick<RollRight, "handle" | "votes" | "contact" | "reasonsNot">;

export interface ReadVoters {
  readonly voters: readonly ListedVoter[];
  readonly handles: number;
  /** SHA-256 (hex) of the file as it came. */
  readonly sha256: string;
}

/** Reads the list and writes nothing; with one fault or more nothing of it is taken. */
export async function readVoters(
  context: Context,
  { electionId, csv }: ImportVotersInput,
  listRights: VotesSource = rightsInRegister,
): Promise<Result<ReadVoters, ImportVotersRefusal>> {
  requirePermission(context.actor, permissions, "elections:import-voters");
  const election = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const may = mayImport(election);
  if (!may.ok) return may;
  const electorate = election.electorate as Electorate;
  const bytes = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  const text = decodeCsv(bytes);
  if (!text.ok) return text;
  const read = readVoterList(text.value, electorate);
  if (!read.ok) return invalid(read.problems);
  const { voters } = read;
  const strangers =
    electorate === "individuals" ? [] : linesThatDoNotFit(voters, await listRights(context, election.rollDate));
  if (strangers.length > 0) return invalid(strangers);
  const handles = voters.filter(({ handle }) => handle !== "").length;
  return ok({ voters, handles, sha256: hexOf(sha256(bytes)) });
}

/** Whether a list may still be taken. */
export function mayImport(election: {
  readonly rollFrozenAt: Date | null;
  readonly cancelledAt: Date | null;
}): Result<undefined, Refusal<"ROLL_ALREADY_FROZEN" | "ELECTION_CANCELLED">> {
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  return election.rollFrozenAt === null ? ok(undefined) : refuse("ROLL_ALREADY_FROZEN");
}

/** Takes the list of a test election, which binds nobody, in one step: for a dress rehearsal. */
export async function importTestVoters(
  context: Context,
  input: ImportVotersInput,
): Promise<Result<{ voters: number }, ImportVotersRefusal>> {
  const { electionId } = input;
  const { isTest } = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  if (!isTest) throw new Error(`the list of ${electionId} binds people: two of them import it`);
  const read = await readVoters(context, input);
  if (!read.ok) return read;
  return inTransaction<Result<{ voters: number }, ImportVotersRefusal>>(context, async (within) => {
    const election = await lockElection(within, electionId);
    const may = mayImport(election);
    if (!may.ok) return may;
    await writeVoters(within, election, read.value);
    return ok({ voters: read.value.voters.length });
  });
}

interface VotersToWrite extends Omit<ReadVoters, "voters"> {
  readonly voters: readonly VoterLine[];
}

/** The caller holds the election's lock and has looked whether the list may be taken. It replaces the one before, whole. */
export async function writeVoters(
  within: ContextWithin,
  { id: electionId, electorate }: { readonly id: string; readonly electorate: string },
  { voters, handles, sha256: hash }: VotersToWrite,
  decision: { readonly proposalId: string; readonly proposedBy: string } | Record<string, never> = {},
): Promise<void> {
  await recordAudit(within, {
    action: "elections:voters-imported",
    subjectType: "election",
    subjectId: electionId,
    details: { voters: voters.length, handles, sha256: hash, electorate, ...decision },
  });
  await within.database.importedVoter.deleteMany({ where: { electionId } });
  const rows = voters.map((voter) => ({ ...voter, id: randomIdentifier(within.random), electionId }));
  await insertRows(within, "imported_voters", voterColumns, rows);
}

function invalid(problems: readonly VoterListProblem[]): Result<never, ImportVotersRefusal> {
  const [first] = problems;
  return {
    ok: false,
    error: { code: "VOTER_LIST_INVALID", details: { count: problems.length, line: first?.line ?? 1 }, problems },
  };
}

function rightsInRegister(context: Context, date: string) {
  return votingRightsOn(context, date);
}

/**
 * Votes are the register's wherever it knows the organisation; only for the others the list must say how many. Security: where the
 * register knows who votes, a list naming somebody else would take the member's vote.
 */
function linesThatDoNotFit(voters: readonly ListedVoter[], rights: readonly KnownRight[]): VoterListProblem[] {
  const rightOf = new Map(rights.map((right) => [right.handle, right]));
  return voters.flatMap(({ line, handle, votes }): VoterListProblem[] => {
    const known = rightOf.get(handle);
    const problem = { line, column: "votes" as const, value: String(votes) };
    if (known === undefined) return votes > 0 ? [] : [{ ...problem, code: "ORGANIZATION_WITHOUT_VOTES" }];
    if (hasOwnContact(known)) return [{ line, column: "handle", code: "ORGANIZATION_HAS_CONTACT", value: handle }];
    return votes === 0 || votes === known.votes ? [] : [{ ...problem, code: "VOTES_OF_REGISTER_DIFFER" }];
  });
}
