// BELENIOS-2048 for verification in Node: OpenSSL's Diffie-Hellman does modular exponentiation four times as fast as BigInt.
// It never sees a secret. Why Diffie-Hellman: it is the only interface of Node to OpenSSL's modular exponentiation.
import { createDiffieHellman, type DiffieHellman } from "node:crypto";
import { belenios2048Modulus, belenios2048Order } from "../primitives/belenios2048-constants.ts";
import { belenios2048Group, divideByPowerOfGenerator } from "../primitives/belenios2048.ts";
import { FixedBaseTable } from "../primitives/fixed-base-table.ts";
import type { CommitmentRequest, FixedBase, PublicArithmetic } from "../primitives/group.ts";
import { modularPower, modulo, parseCanonicalDecimal } from "../primitives/scalars.ts";

const modulus = belenios2048Modulus; // p
const order = belenios2048Order; // q
const usesBeforeLargeTable = 400;
const exponentWorthTheTrip = 1n << 64n;

function toBytes(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(2 * length, "0"), "hex");
}

/** A base with a small table at first and a large one when it turns out to be used a lot. */
class CountedBase implements FixedBase<bigint> {
  readonly element: bigint;
  private table: FixedBaseTable | undefined;
  private uses = 0;

  constructor(element: bigint) {
    this.element = element;
  }

  power(exponent: bigint): bigint {
    this.uses += 1;
    if (this.table === undefined) this.table = new FixedBaseTable(this.element, modulus, 256, 5);
    if (this.uses === usesBeforeLargeTable) this.table = new FixedBaseTable(this.element, modulus, 256, 10);
    return this.table.power(exponent);
  }
}

/** BELENIOS-2048 arithmetic on OpenSSL. */
export class Belenios2048OpenSsl implements PublicArithmetic<bigint> {
  readonly name = "BELENIOS-2048";
  readonly backend = "OpenSSL";
  readonly order = order;
  readonly identity = 1n;
  readonly generator = new CountedBase(belenios2048Group.generator.element);
  private readonly exchange: DiffieHellman = createDiffieHellman(toBytes(modulus, 256), Buffer.from([2]));
  private latestBase: CountedBase | undefined;

  serialize(element: bigint): string {
    return element.toString();
  }

  isEqual(left: bigint, right: bigint): boolean {
    return left === right;
  }

  multiply(left: bigint, right: bigint): bigint {
    return (left * right) % modulus;
  }

  invert(element: bigint): bigint {
    return belenios2048Group.invert(element);
  }

  /** Source: x^q = 1, asked as x^(q−1) · x = 1 because OpenSSL refuses to answer 1. */
  parseMember(text: string): bigint | undefined {
    const value = parseCanonicalDecimal(text, modulus);
    if (value === undefined || value === 0n) return undefined;
    if (value === 1n) return value;
    return (this.raise(value, order - 1n) * value) % modulus === 1n ? value : undefined;
  }

  power(element: bigint, exponent: bigint): bigint {
    return this.raise(element, modulo(exponent, order));
  }

  prepareBase(element: bigint): CountedBase {
    if (this.latestBase?.element !== element) this.latestBase = new CountedBase(element);
    return this.latestBase;
  }

  powerOfBase(base: FixedBase<bigint>, exponent: bigint): bigint {
    const reduced = modulo(exponent, order);
    return base instanceof CountedBase ? base.power(reduced) : this.raise(base.element, reduced);
  }

  recomputeCommitments(requests: readonly CommitmentRequest<bigint>[]): string[] {
    return requests.map(({ base, response, element, challenge, shift }) => {
      const raised = this.raise(divideByPowerOfGenerator(element, shift), challenge);
      return ((this.powerOfBase(base, response) * raised) % modulus).toString();
    });
  }

  /** OpenSSL refuses bases and results like 1 and p − 1; those rare cases are computed in plain TypeScript. */
  private raise(base: bigint, exponent: bigint): bigint {
    if (base === 1n || exponent < exponentWorthTheTrip) return modularPower(base, exponent, modulus);
    try {
      this.exchange.setPrivateKey(toBytes(exponent, 32));
      return BigInt(`0x${this.exchange.computeSecret(toBytes(base, 256)).toString("hex")}`);
    } catch {
      return modularPower(base, exponent, modulus);
    }
  }
}
