// Ranges as prefixes: statistics files give a start and a count, people read prefixes.

/** The fewest prefixes that cover exactly `count` IPv4 addresses from `start`. */
export function ipv4RangeToPrefixes(start: number, count: number): { start: number; length: number }[] {
  const prefixes: { start: number; length: number }[] = [];
  let from = start;
  let left = count;
  while (left > 0) {
    const aligned = from === 0 ? 2 ** 32 : lowestBit(from);
    const size = Math.min(aligned, highestBit(left));
    prefixes.push({ start: from, length: 32 - Math.log2(size) });
    from += size;
    left -= size;
  }
  return prefixes;
}

function highestBit(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

function lowestBit(value: number): number {
  let bit = 1;
  while (value % (bit * 2) === 0) bit *= 2;
  return bit;
}
