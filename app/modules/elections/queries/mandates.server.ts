// What the module of mandates needs to know of elections: when, whether the codes are made, and who votes for whom.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { StandingCandidate } from "../domain/standing-person.ts";
import { coolingOffBegins } from "./earlier-mandates.server.ts";

export interface MandateFacts {
  readonly electionId: string;
  readonly title: Trilingual;
  readonly isCancelled: boolean;
  readonly isRollFrozen: boolean;
  /** From then on nobody's place is taken by another. */
  readonly hasCodes: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly coolingOffDays: number;
  readonly coolingOffBegins: Date;
  /** Who stands and has not withdrawn. */
  readonly candidates: readonly StandingCandidate[];
}

/** Undefined when there is no such election. */
export async function findMandateFacts(context: ReadingContext, electionId: string): Promise<MandateFacts | undefined> {
  const row = await context.database.election.findUnique({
    where: { id: electionId },
    include: { contests: { where: { droppedAt: null }, include: { candidates: { where: { withdrawnAt: null } } } } },
  });
  if (row === null) return undefined;
  return {
    electionId,
    title: row.title as Trilingual,
    isCancelled: row.cancelledAt !== null,
    isRollFrozen: row.rollFrozenAt !== null,
    hasCodes: row.credentialsPayload !== null || row.sealedAt !== null,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    coolingOffDays: row.coolingOffDays,
    coolingOffBegins: coolingOffBegins(row),
    candidates: row.contests.flatMap((contest) =>
      contest.candidates.map(({ name, accountId }) => ({ name, accountId })),
    ),
  };
}

export interface RollMandate {
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly votes: number;
  /** Null: nobody with an account votes for it. */
  readonly holderId: string | null;
  readonly holderName: string;
  /** Whether the holder votes by delegation; a change of the roll by two people ends that. */
  readonly isDelegated: boolean;
}

/** Everybody on the roll who votes by delegation, by the organisation's handle. */
export async function listDelegatedMandates(
  context: ReadingContext,
  electionId: string,
): Promise<ReadonlyMap<string, { readonly holderId: string | null }>> {
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, isDelegated: true, struckAt: null },
    select: { organizationHandle: true, contactAccountId: true },
  });
  return new Map(
    rows.map(({ organizationHandle, contactAccountId }) => [organizationHandle, { holderId: contactAccountId }]),
  );
}

/** An organisation's place on the roll; undefined when it has none. */
export async function findRollMandate(
  context: ReadingContext,
  electionId: string,
  organizationHandle: string,
): Promise<RollMandate | undefined> {
  const row = await context.database.rollEntry.findFirst({
    where: { electionId, organizationHandle: organizationHandle.trim().toUpperCase(), struckAt: null },
  });
  if (row === null || row.organizationId === null) return undefined;
  return {
    organizationId: row.organizationId,
    organizationHandle: row.organizationHandle,
    organizationName: row.organizationName,
    votes: row.votes,
    holderId: row.contactAccountId,
    holderName: row.contactName,
    isDelegated: row.isDelegated,
  };
}
