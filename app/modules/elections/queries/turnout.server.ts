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
  const rows = await context.database.rollEntry.findMany({
    where,
    select: { votes: true, country: true, hasVoted: true, lastVotedOn: true },
  });
  const { closedAt } = await context.database.election.findUniqueOrThrow({
    where: { id: electionId },
    select: { closedAt: true },
  });
  const guard = (keyOf: (row: Row) => string) =>
    closedAt === null ? stillOpen : guardBreakdown(classesOf(rows, keyOf));
  const days = new Map<string, number>();
  for (const { lastVotedOn } of rows) if (lastVotedOn !== null) days.set(lastVotedOn, (days.get(lastVotedOn) ?? 0) + 1);
  return {
    entitled: await sumOf(context, where),
    voted: await countTurnout(context, electionId),
    days: guardDays([...days].map(([day, organizations]) => ({ day, organizations })).sort(byDay)),
    byWeight: guard(({ votes }) => String(votes)),
    byCountry: guard(({ country }) => country),
  };
}

function byDay(left: { readonly day: string }, right: { readonly day: string }): number {
  return left.day < right.day ? -1 : 1;
}

type Row = { readonly votes: number; readonly country: string; readonly hasVoted: boolean };

function classesOf(rows: readonly Row[], keyOf: (row: Row) => string): TurnoutClass[] {
  const classes = new Map<string, { entitled: number; voted: number }>();
  for (const row of rows) {
    const found = classes.get(keyOf(row)) ?? { entitled: 0, voted: 0 };
    classes.set(keyOf(row), { entitled: found.entitled + 1, voted: found.voted + (row.hasVoted ? 1 : 0) });
  }
  return [...classes]
    .map(([key, counts]) => ({ key, ...counts }))
    .sort((left, right) => right.entitled - left.entitled || (left.key < right.key ? -1 : 1));
}
