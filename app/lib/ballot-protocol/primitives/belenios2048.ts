// The subgroup of order q of the numbers modulo the 2048-bit prime p, on BigInt (SPECIFICATION §2.2).
// Security: BigInt multiplication is not constant-time in any engine; what can be done here is done (the same sequence of
// multiplications for every exponent, and random splitting), and the README says so.
import type { RandomBytes } from "../platform.ts";
import { belenios2048Generator, belenios2048Modulus, belenios2048Order } from "./belenios2048-constants.ts";
import { FixedBaseTable } from "./fixed-base-table.ts";
import type { CommitmentRequest, FixedBase, Group } from "./group.ts";
import { modularInverse, modularPower, modulo, parseCanonicalDecimal, randomNonZeroScalar } from "./scalars.ts";

const modulus = belenios2048Modulus; // p
const order = belenios2048Order; // q

/** A base with its table, made when it is first raised. */
class TabledBase implements FixedBase<bigint> {
  readonly element: bigint;
  private table: FixedBaseTable | undefined;

  constructor(element: bigint) {
    this.element = element;
  }

  power(exponent: bigint): bigint {
    this.table ??= new FixedBaseTable(this.element, modulus, 256, 6);
    return this.table.power(exponent);
  }
}

const generator = new TabledBase(belenios2048Generator);
const inverseOfGenerator = modularInverse(belenios2048Generator, modulus);

function parseMember(text: string): bigint | undefined {
  const value = parseCanonicalDecimal(text, modulus);
  return value !== undefined && value > 0n && modularPower(value, order, modulus) === 1n ? value : undefined;
}

function powerOfBase(base: FixedBase<bigint>, exponent: bigint): bigint {
  const reduced = modulo(exponent, order);
  return base instanceof TabledBase ? base.power(reduced) : modularPower(base.element, reduced, modulus);
}

/** The same 64 windows of four squarings and one multiplication for every exponent. */
function uniformPower(base: bigint, exponent: bigint): bigint {
  const multiples = [1n];
  for (let digit = 1; digit < 16; digit += 1) multiples.push(((multiples[digit - 1] ?? 1n) * base) % modulus);
  let result = 1n;
  for (let position = 252n; position >= 0n; position -= 4n) {
    for (let squaring = 0; squaring < 4; squaring += 1) result = (result * result) % modulus;
    result = (result * (multiples[Number((exponent >> position) & 15n)] ?? 1n)) % modulus;
  }
  return result;
}

function secretPower(element: bigint, exponent: bigint, random: RandomBytes): bigint {
  const share = randomNonZeroScalar(order, random);
  const rest = modulo(exponent - share, order);
  return (uniformPower(element, share) * uniformPower(element, rest)) % modulus;
}

/** element / g^shift, for the small shifts of the proofs. */
export function divideByPowerOfGenerator(element: bigint, shift: number): bigint {
  let shifted = element;
  for (let step = 0; step < shift; step += 1) shifted = (shifted * inverseOfGenerator) % modulus;
  return shifted;
}

function recomputeCommitments(requests: readonly CommitmentRequest<bigint>[]): string[] {
  return requests.map(({ base, response, element, challenge, shift }) => {
    const raised = modularPower(divideByPowerOfGenerator(element, shift), challenge, modulus);
    return ((powerOfBase(base, response) * raised) % modulus).toString();
  });
}

/** BELENIOS-2048 in plain TypeScript. */
export const belenios2048Group: Group<bigint> = {
  name: "BELENIOS-2048",
  backend: "BigInt",
  order,
  identity: 1n,
  generator,
  parseMember,
  serialize: (element) => element.toString(),
  isEqual: (left, right) => left === right,
  multiply: (left, right) => (left * right) % modulus,
  invert: (element) => modularInverse(element, modulus),
  power: (element, exponent) => modularPower(element, modulo(exponent, order), modulus),
  prepareBase: (element) => new TabledBase(element),
  powerOfBase,
  recomputeCommitments,
  secretPowerOfBase: powerOfBase,
  secretPower,
};
