// What differs between two states of a calendar, field by field, and whether it rewrites what has already happened.
import type { Stage, StageKind } from "./stages.ts";
import { stageKinds } from "./stages.ts";

export interface StageChange {
  /** "voting.closesAt" */
  readonly field: string;
  readonly kind: StageKind;
  readonly before: string | null;
  readonly after: string | null;
}

/** Every instant that differs, in the order of the stages. */
export function changesOfStages(before: readonly Stage[], after: readonly Stage[]): StageChange[] {
  return stageKinds.flatMap((kind) => {
    const [was, is] = [before, after].map((stages) => stages.find((stage) => stage.kind === kind));
    return (["opensAt", "closesAt"] as const)
      .map((edge) => ({
        field: `${kind}.${edge}`,
        kind,
        before: was?.[edge]?.toISOString() ?? null,
        after: is?.[edge]?.toISOString() ?? null,
      }))
      .filter((change) => change.before !== change.after);
  });
}

/** The first change that moves an instant that has passed, or moves one into the past. */
export function rewritesThePast(changes: readonly StageChange[], now: Date): StageChange | undefined {
  const isPast = (at: string | null) => at !== null && new Date(at) <= now;
  return changes.find(({ before, after }) => isPast(before) || isPast(after));
}
