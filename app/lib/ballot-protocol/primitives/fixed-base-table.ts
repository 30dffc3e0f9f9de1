// Powers of a number that is raised to many exponents, from a table of all its windows (SPECIFICATION §2.2).

/** base^(digit · 2^(bits · window)) for every window and digit. */
export class FixedBaseTable {
  private readonly modulus: bigint;
  private readonly windowBits: number;
  private readonly rows: bigint[][] = [];

  constructor(base: bigint, modulus: bigint, exponentBits: number, windowBits: number) {
    this.modulus = modulus;
    this.windowBits = windowBits;
    let unit = base;
    for (let covered = 0; covered < exponentBits; covered += windowBits) {
      const row = [1n];
      for (let digit = 1; digit < 1 << windowBits; digit += 1) row.push(((row[digit - 1] ?? 1n) * unit) % modulus);
      this.rows.push(row);
      unit = ((row.at(-1) ?? 1n) * unit) % modulus;
    }
  }

  /** base^exponent. Every window costs one multiplication, whatever its digit. */
  power(exponent: bigint): bigint {
    const mask = (1n << BigInt(this.windowBits)) - 1n;
    const shift = BigInt(this.windowBits);
    let result = 1n;
    let rest = exponent;
    for (const row of this.rows) {
      result = (result * (row[Number(rest & mask)] ?? 1n)) % this.modulus;
      rest >>= shift;
    }
    return result;
  }
}
