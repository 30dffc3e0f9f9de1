// Which of several AS names is an organisation's: that of its lowest AS number that has one.

/** The name, or undefined where none of the numbers has one. */
export function nameByLowestAsn(asns: readonly number[], names: ReadonlyMap<number, string>): string | undefined {
  const named = [...asns].sort((left, right) => left - right).find((asn) => names.has(asn));
  return named === undefined ? undefined : names.get(named);
}
