// How many have voted so far, and with how many votes. Nothing about what they voted is known to anybody.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { GuardOutcome, TurnoutClass } from "../domain/privacy-guard.ts";
import { guardBreakdown, guardDays } from "../domain/privacy-guard.ts";
import { onRoll } from "./roll-tree.server.ts";

export interface Turnout {
  readonly organizations: number;
  readonly votes: number;
}

/** The turnout of an election at this moment. */
export async function countTurnout(context: ReadingContext, electionId: string): Promise<Turnout> {
  return sumOf(context, { electionId, ...onRoll, hasVoted: true });
}

async function sumOf(context: ReadingContext, where: object): Promise<Turnout> {
  const found = await context.database.rollEntry.aggregate({ where, _count: true, _sum: { votes: true } });
  return { organizations: found._count, votes: found._sum.votes ?? 0 };
}

export interface TurnoutView {
  readonly entitled: Turnout;
  readonly voted: Turnout;
  /** By the day of the last vote; days with few votes are taken together. */
  readonly days: readonly { readonly from: string; readonly until: string; readonly organizations: number }[];
  readonly byWeight: GuardOutcome;
  readonly byCountry: GuardOutcome;
}

const stillOpen: GuardOutcome = { isShown: false, reason: "still-open" };

/**
 * The public numbers. Privacy: every break-down goes through the guard, for everybody alike; there is no unguarded one, and by
 * weight or country there is none at all before the box is closed.
 */
export async function findTurnout(context: ReadingContext, electionId: string): Promise<TurnoutView> {
  const where = { electionId, ...onRoll };
  const { closedAt } = await context.database.election.findUniqueOrThrow({
    where: { id: electionId },
    select: { closedAt: true },
  });
  const isOver = closedAt !== null;
  return {
    entitled: await sumOf(context, where),
    voted: await countTurnout(context, electionId),
    days: guardDays((await votersByDay(context, where)).sort(byDay)),
    byWeight: isOver ? guardBreakdown(classesOf(await countByWeight(context, where))) : stillOpen,
    byCountry: isOver ? guardBreakdown(classesOf(await countByCountry(context, where))) : stillOpen,
  };
}

interface WhichEntries {
  readonly electionId: string;
  readonly struckAt: null;
}

async function votersByDay(context: ReadingContext, where: WhichEntries) {
  const rows = await context.database.rollEntry.groupBy({
    by: ["lastVotedOn"],
    where: { ...where, lastVotedOn: { not: null } },
    _count: true,
  });
  return rows.map(({ lastVotedOn, _count }) => ({ day: lastVotedOn ?? "", organizations: _count }));
}

async function countByWeight(context: ReadingContext, where: WhichEntries): Promise<Counted[]> {
  const rows = await context.database.rollEntry.groupBy({ by: ["votes", "hasVoted"], where, _count: true });
  return rows.map(({ votes, hasVoted, _count }) => ({ key: String(votes), hasVoted, entries: _count }));
}

async function countByCountry(context: ReadingContext, where: WhichEntries): Promise<Counted[]> {
  const rows = await context.database.rollEntry.groupBy({ by: ["country", "hasVoted"], where, _count: true });
  return rows.map(({ country, hasVoted, _count }) => ({ key: country, hasVoted, entries: _count }));
}

function byDay(left: { readonly day: string }, right: { readonly day: string }): number {
  return left.day < right.day ? -1 : 1;
}

interface Counted {
  readonly key: string;
  readonly hasVoted: boolean;
  readonly entries: number;
}

function classesOf(counted: readonly Counted[]): TurnoutClass[] {
  const classes = new Map<string, { entitled: number; voted: number }>();
  for (const { key, hasVoted, entries } of counted) {
    const found = classes.get(key) ?? { entitled: 0, voted: 0 };
    classes.set(key, { entitled: found.entitled + entries, voted: found.voted + (hasVoted ? entries : 0) });
  }
  return [...classes]
    .map(([key, counts]) => ({ key, ...counts }))
    .sort((left, right) => right.entitled - left.entitled || (left.key < right.key ? -1 : 1));
}
