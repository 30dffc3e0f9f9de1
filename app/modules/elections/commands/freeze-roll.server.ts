// Writes the frozen roll: every entitled organisation's votes, with the reasons, as the register was on the roll date. From then on nothing
// that happens in the register changes this election. Who may decide it stands in freeze-by-two.server.ts; a test election's roll needs nobody.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import type { RightsSource, RollPlan } from "./plan-roll.server.ts";
import { planRoll, rightsWithBlocks } from "./plan-roll.server.ts";
import { queueRollMails } from "./queue-roll-mails.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type FreezeRollRefusal =
  StageRefusal | Refusal<"ELECTION_CANCELLED" | "ROLL_ALREADY_FROZEN" | "ROLL_DATE_IN_THE_FUTURE" | "ROLL_EMPTY">;

export interface FrozenRoll {
  readonly organizations: number;
  readonly votes: number;
  readonly rollRoot: string;
}

const rollColumns = {
  id: "text",
  electionId: "text",
  organizationId: "text",
  organizationHandle: "text",
  organizationName: "text",
  country: "text",
  class: "text",
  category: "text",
  votes: "integer",
  explanation: "json",
  contactAccountId: "text",
  contactName: "text",
  contactEmail: "text",
  contactLanguage: "text",
  channel: "text",
  rollChannel: "text",
  hasVoted: "boolean",
  ruleVersion: "text",
  salt: "text",
  privateHash: "text",
  searchText: "text",
} as const;

const omissionColumns = {
  electionId: "text",
  organizationId: "text",
  handle: "text",
  name: "text",
  country: "text",
  class: "text",
  category: "text",
  votes: "integer",
  reasons: "json",
} as const;

const seedBytes = 32;

/** What the salts of a plan are made from (hex). */
export function newSeed({ random }: Pick<Context, "random">): string {
  return Buffer.from(random(seedBytes)).toString("hex");
}

/** Whether the election goes on, the day has come, and nothing is frozen yet. */
export async function mayFreezeNow(
  context: ReadingContext,
  election: {
    readonly id: string;
    readonly rollDate: string;
    readonly rollFrozenAt: Date | null;
    readonly cancelledAt: Date | null;
  },
): Promise<Result<undefined, FreezeRollRefusal>> {
  const now = context.clock.now();
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  const mayNow = await requireStage(context, election.id, "roll-freeze", now);
  if (!mayNow.ok) return mayNow;
  const { rollDate } = election;
  if (rollDate > now.toISOString().slice(0, 10)) return refuse("ROLL_DATE_IN_THE_FUTURE", { rollDate });
  return election.rollFrozenAt === null ? ok(undefined) : refuse("ROLL_ALREADY_FROZEN");
}

/** Freezes the roll of a test election, which binds nobody, in one step: for a dress rehearsal or a simulation. */
export async function freezeTestRoll(
  context: Context,
  { electionId }: { readonly electionId: string },
  listRights: RightsSource = rightsWithBlocks,
): Promise<Result<FrozenRoll, FreezeRollRefusal>> {
  requirePermission(context.actor, permissions, "elections:freeze-roll");
  const election = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  if (!election.isTest) throw new Error(`the roll of ${electionId} binds people: two of them freeze it`);
  const may = await mayFreezeNow(context, election);
  if (!may.ok) return may;
  const plan = await planRoll(context, election, { listRights, seed: newSeed(context) });
  if (plan.entries.length === 0) return refuse("ROLL_EMPTY");
  return inTransaction<Result<FrozenRoll, FreezeRollRefusal>>(context, async (within) => {
    const locked = await lockElection(within, electionId);
    const still = await mayFreezeNow(within, locked);
    return still.ok ? ok(await writeRoll(within, locked, plan)) : still;
  });
}

interface ElectionToFreeze {
  readonly id: string;
  readonly isTest: boolean;
  readonly rollDate: string;
}

/** The caller holds the election's lock and has looked whether the roll may be frozen. */
export async function writeRoll(
  within: ContextWithin,
  election: ElectionToFreeze,
  { entries, omissions, votes, rollRoot }: RollPlan,
  decision: { readonly proposalId: string; readonly proposedBy: string } | Record<string, never> = {},
): Promise<FrozenRoll> {
  const { id: electionId, rollDate } = election;
  await recordAudit(within, {
    action: "elections:roll-frozen",
    subjectType: "election",
    subjectId: electionId,
    details: { organizations: entries.length, votes, rollRoot, rollVersion: 1, rollDate, ...decision },
  });
  const rows = entries.map((entry) => ({
    ...entry,
    explanation: entry.explanation as object,
    id: randomIdentifier(within.random),
    electionId,
    hasVoted: false,
  }));
  await insertRows(within, "roll_entries", rollColumns, rows);
  await insertRows(within, "roll_omissions", omissionColumns, omissions);
  await within.database.election.update({
    where: { id: electionId },
    data: { rollFrozenAt: within.clock.now(), rollRoot, rollVersion: 1 },
  });
  await queueRollMails(within, election, { version: 1, entries: rows });
  return { organizations: entries.length, votes, rollRoot };
}
