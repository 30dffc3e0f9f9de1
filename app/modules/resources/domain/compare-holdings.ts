// The difference between the register and a statistics file: what to add, change and remove.
import type { Holding } from "./holding.ts";

/** A holding with the holder's opaque id. */
export interface HeldBy extends Holding {
  readonly opaqueId: string;
}

/** A holding as it stands in the register. */
export interface RegisteredHolding extends HeldBy {
  readonly id: string;
}

export interface Difference {
  readonly added: readonly HeldBy[];
  readonly changed: readonly { readonly before: RegisteredHolding; readonly after: HeldBy }[];
  readonly removed: readonly RegisteredHolding[];
}

/** Records are the same record when family and first number are. */
export function compareHoldings(registered: Iterable<RegisteredHolding>, published: readonly HeldBy[]): Difference {
  const left = new Map<string, RegisteredHolding>();
  for (const holding of registered) left.set(keyOf(holding), holding);
  const added: HeldBy[] = [];
  const changed: { before: RegisteredHolding; after: HeldBy }[] = [];
  for (const holding of published) {
    const key = keyOf(holding);
    const before = left.get(key);
    left.delete(key);
    if (before === undefined) added.push(holding);
    else if (!isSame(before, holding)) changed.push({ before, after: holding });
  }
  return { added, changed, removed: [...left.values()] };
}

function keyOf(holding: Holding): string {
  return `${holding.family}/${holding.start}`;
}

function isSame(left: HeldBy, right: HeldBy): boolean {
  const fields = ["opaqueId", "value", "country", "date", "status"] as const;
  return fields.every((field) => left[field] === right[field]);
}
