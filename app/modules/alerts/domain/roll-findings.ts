// What a watch of a frozen roll finds: that it proves nothing any more, each decided change, and the delegations of each day that is over.
import type { DatedChange, RollCheck } from "#app/modules/elections/index.server.ts";
import type { Finding } from "./finding.ts";

const kind = "roll-changed";

export function rollFindings({ electionId, title, changes, isWhole }: RollCheck, now: Date): Finding[] {
  const details = { title: { ...title } };
  const differs: Finding = { kind, subject: electionId, code: "ROLL_DIFFERS", details };
  return [
    ...(isWhole ? [] : [differs]),
    ...changes
      .filter(({ isDecision }) => isDecision)
      .map(({ version }): Finding => ({
        ...{ kind, isOnce: true, code: "ROLL_CHANGED_BY_DECISION" },
        subject: `${electionId} version ${version}`,
        details: { ...details, rollVersion: version },
      })),
    ...delegationsByDay(changes, now).map(([day, count]): Finding => ({
      ...{ kind, isOnce: true, code: "ROLL_CHANGED_BY_DELEGATION" },
      subject: `${electionId} delegations ${day}`,
      details: { ...details, count, day },
    })),
  ];
}

/** Days in UTC that are over, so that the number told is the number of the day. */
function delegationsByDay(changes: readonly DatedChange[], now: Date): readonly (readonly [string, number])[] {
  const days = new Map<string, number>();
  for (const { isDecision, decidedAt } of changes) {
    const day = dayOf(decidedAt);
    if (!isDecision && day < dayOf(now)) days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days];
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
