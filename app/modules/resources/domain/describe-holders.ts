// The holders of a statistics file: which country, which name, from what its records and the AS names say.
import type { HeldBy } from "./compare-holdings.ts";
import { inventName } from "./invention/invent-holder.ts";
import { nameByLowestAsn } from "./name-by-asn.ts";

export interface Holder {
  readonly opaqueId: string;
  /** The country of most of its records. */
  readonly country: string;
  readonly name: string;
  /** Whether the name comes from the AS names; otherwise it is invented. */
  readonly isNamed: boolean;
}

/** In the order of their numbers, so that the same file always gives the same register. */
export function describeHolders(
  holdings: readonly HeldBy[],
  names: ReadonlyMap<number, string> | undefined,
  seed: number,
): Holder[] {
  const byHolder = new Map<string, HeldBy[]>();
  for (const holding of holdings) {
    const group = byHolder.get(holding.opaqueId);
    if (group) group.push(holding);
    else byHolder.set(holding.opaqueId, [holding]);
  }
  const holders = [...byHolder].map(([opaqueId, group]): Holder => {
    const country = mostFrequent(group.map((holding) => holding.country));
    const known = names === undefined ? undefined : nameByLowestAsn(asnsOf(group), names);
    return { opaqueId, country, name: known ?? inventName(seed, opaqueId, country), isNamed: known !== undefined };
  });
  return holders.sort(
    (left, right) => left.opaqueId.length - right.opaqueId.length || (left.opaqueId < right.opaqueId ? -1 : 1),
  );
}

function asnsOf(holdings: readonly HeldBy[]): number[] {
  return holdings
    .filter((holding) => holding.family === "asn")
    .flatMap((holding) =>
      Array.from({ length: Math.min(holding.value, 1_000) }, (_, index) => Number(holding.start) + index),
    );
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ["", 0] as [string, number])[0];
}
