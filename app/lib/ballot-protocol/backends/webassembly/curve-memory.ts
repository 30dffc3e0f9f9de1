// A running WebAssembly module with its memory, and the field operations that need more than one call.
import { elementSize } from "./field-code.ts";
import { canonicalLimbs, curveD, inverseOf, limbsOf, rootOfMinusOne } from "./field-values.ts";
import { encodeCurveModule, places, type CurveFunctions } from "./point-code.ts";

/** The size of a point in memory, in any form. */
export const pointSize = 4 * elementSize;
const pageSize = 65_536;

/** The module, its memory, and places in it. */
export class CurveMemory {
  readonly run: CurveFunctions;
  /** The memory as 32-bit words; replaced when the memory grows. */
  words: Uint32Array;
  private readonly memory: WebAssembly.Memory;
  private end: number = places.free;
  private readonly steps: readonly number[];
  private readonly rootPlace: number;

  constructor() {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(encodeCurveModule(16) as BufferSource));
    this.run = instance.exports as unknown as CurveFunctions;
    this.memory = instance.exports["memory"] as WebAssembly.Memory;
    this.words = new Uint32Array(this.memory.buffer);
    this.writeNumber(places.doubleD, 2n * curveD);
    this.writeNumber(places.inverseD, inverseOf(curveD));
    this.writeNumber(places.minusInverseD, -inverseOf(curveD));
    this.writeNumber(places.zero, 0n);
    this.steps = Array.from({ length: 4 }, () => this.allocate(elementSize));
    this.rootPlace = this.allocate(elementSize);
    this.writeNumber(this.rootPlace, rootOfMinusOne);
  }

  /** A new place in memory, kept for ever. */
  allocate(size: number): number {
    const place = this.end;
    this.end += Math.ceil(size / 8) * 8;
    const missing = this.end - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / pageSize));
      this.words = new Uint32Array(this.memory.buffer);
    }
    return place;
  }

  writeNumber(place: number, value: bigint): void {
    this.words.set(limbsOf(value), place / 4);
  }

  copy(to: number, from: number, size: number): void {
    this.words.copyWithin(to / 4, from / 4, (from + size) / 4);
  }

  /** Writes the point X = 0, Y = Z = 1, T = 0. */
  writeIdentity(place: number): void {
    this.words.fill(0, place / 4, (place + pointSize) / 4);
    this.words[(place + elementSize) / 4] = 1;
    this.words[(place + 2 * elementSize) / 4] = 1;
  }

  canonical(place: number): number[] {
    return canonicalLimbs(this.words, place / 4);
  }

  isZero(place: number): boolean {
    return this.canonical(place).every((limb) => limb === 0);
  }

  isSame(left: number, right: number): boolean {
    const other = this.canonical(right);
    return this.canonical(left).every((limb, index) => limb === other[index]);
  }

  /** out = 1/from; zero gives zero. The two places must differ. */
  invert(out: number, from: number): void {
    const [, , , eleven = 0] = this.steps;
    this.raiseByOnes(out, from); // 2^250 − 1
    this.squareTimes(out, out, 5);
    this.run.multiply(out, out, eleven); // 2^255 − 21
  }

  /** out = from^((p − 5) / 8), the heart of a square root. The two places must differ. */
  raiseForRoot(out: number, from: number): void {
    this.raiseByOnes(out, from);
    this.squareTimes(out, out, 2);
    this.run.multiply(out, out, from); // 2^252 − 3
  }

  /** place = place · √−1 */
  multiplyByRootOfMinusOne(place: number): void {
    this.run.multiply(place, place, this.rootPlace);
  }

  private squareTimes(out: number, from: number, times: number): void {
    this.run.square(out, from);
    for (let count = 1; count < times; count += 1) this.run.square(out, out);
  }

  /** out = from^(2^250 − 1); from^11 is left in the fourth step. Source: the addition chain of Bernstein's curve25519. */
  private raiseByOnes(out: number, from: number): void {
    const { run } = this;
    const [long = 0, short = 0, ten = 0, eleven = 0] = this.steps;
    this.squareTimes(long, from, 1);
    this.squareTimes(short, long, 2);
    run.multiply(short, short, from); // 9
    run.multiply(eleven, long, short); // 11
    run.square(long, eleven);
    run.multiply(short, long, short); // 2^5 − 1
    this.squareTimes(long, short, 5);
    run.multiply(ten, long, short); // 2^10 − 1
    this.squareTimes(long, ten, 10);
    run.multiply(short, long, ten); // 2^20 − 1
    this.squareTimes(long, short, 20);
    run.multiply(long, long, short); // 2^40 − 1
    this.squareTimes(long, long, 10);
    run.multiply(ten, long, ten); // 2^50 − 1
    this.squareTimes(long, ten, 50);
    run.multiply(short, long, ten); // 2^100 − 1
    this.squareTimes(long, short, 100);
    run.multiply(long, long, short); // 2^200 − 1
    this.squareTimes(long, long, 50);
    run.multiply(out, long, ten); // 2^250 − 1
  }
}
