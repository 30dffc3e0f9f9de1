// The history of a network or an AS number, field by field: who changed what from what to what, and when.
import type { Json } from "#app/lib/canonical-json/index.ts";

/** How it stood, until somebody changed it. */
export interface FormerState {
  readonly state: Readonly<Record<string, Json>>;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** Whether it was taken out then. */
  readonly isLast: boolean;
  readonly changedByName: string;
}

export interface RegistrationEvent {
  readonly at: Date;
  /** Who did it; null where nobody wrote that down. */
  readonly by: string | null;
  readonly kind: "registered" | "changed" | "withdrawn";
  readonly changes: readonly { readonly field: string; readonly before: Json; readonly after: Json }[];
}

/** Of the states of the past those since the present holder has it: who had it before is not for everybody who sees it now. */
export function sinceHolder(former: readonly FormerState[], holderId: Json): readonly FormerState[] {
  const isAnothers = ({ state, isLast }: FormerState) => isLast || state["organizationId"] !== holderId;
  return former.slice(former.findLastIndex(isAnothers) + 1);
}

/** Newest first. `former` from the oldest; `now` is the state of today with the instant of its last change, undefined where it has ended. */
export function eventsOf(
  former: readonly FormerState[],
  now: { readonly state: Readonly<Record<string, Json>>; readonly since: Date } | undefined,
): RegistrationEvent[] {
  const states = [
    ...former.map(({ state, validFrom }) => ({ state, since: validFrom })),
    ...(now === undefined ? [] : [now]),
  ];
  const events = states.flatMap(({ state, since }, index): RegistrationEvent[] => {
    const before = former[index - 1];
    const own = former[index];
    const isNew = before === undefined || before.isLast;
    return [
      isNew
        ? { at: since, by: null, kind: "registered", changes: [] }
        : { at: since, by: before.changedByName, kind: "changed", changes: differences(before.state, state) },
      ...(own?.isLast === true
        ? [{ at: own.validUntil, by: own.changedByName, kind: "withdrawn", changes: [] } as const]
        : []),
    ];
  });
  return events.reverse();
}

function differences(before: FormerState["state"], after: FormerState["state"]): RegistrationEvent["changes"] {
  return Object.keys(after)
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
