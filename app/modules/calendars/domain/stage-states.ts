// Where a calendar stands at an instant: which stages are over, under way and to come.
import type { Stage } from "./stages.ts";
import { edgeOf, inOrder } from "./stages.ts";

export type StageState = "past" | "current" | "future";

export function stateOf(stage: Stage, now: Date): StageState {
  if (now < stage.opensAt) return "future";
  return now < edgeOf(stage, "ends") ? "current" : "past";
}

/** The stages under way, and those that begin next (several may begin at the same instant). */
export function whereItStands(stages: readonly Stage[], now: Date): { current: Stage[]; next: Stage[] } {
  const ordered = inOrder(stages);
  const [first] = ordered.filter((stage) => stateOf(stage, now) === "future");
  return {
    current: ordered.filter((stage) => stateOf(stage, now) === "current"),
    next: ordered.filter((stage) => stage.opensAt.getTime() === first?.opensAt.getTime()),
  };
}

/** The first and the last instant, and the firsts of the months between them. */
export function spanOf(stages: readonly Stage[]): { from: Date; until: Date; months: Date[] } | undefined {
  const instants = stages.flatMap((stage) => [edgeOf(stage, "begins").getTime(), edgeOf(stage, "ends").getTime()]);
  if (instants.length === 0) return undefined;
  const [from, until] = [new Date(Math.min(...instants)), new Date(Math.max(...instants))];
  const months: Date[] = [];
  for (let month = 1; months.length < 36; month += 1) {
    const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1));
    if (first >= until) break;
    months.push(first);
  }
  return { from, until, months };
}

/** Where an instant lies between two others, in hundredths: 0 to 100. */
export function placeBetween(from: Date, until: Date, at: Date): number {
  const whole = until.getTime() - from.getTime();
  if (whole <= 0) return 0;
  return Math.min(100, Math.max(0, ((at.getTime() - from.getTime()) / whole) * 100));
}
