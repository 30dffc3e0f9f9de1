// Powers of points from tables. An element of a ballot is raised to several challenges, and g and y to thousands: tables
// make the doublings once. Nothing here is constant-time; it serves verification only.
import { pointSize, type CurveMemory } from "./curve-memory.ts";
import { elementSize } from "./field-code.ts";
import { places } from "./point-code.ts";

const windows = 64;
const largestDigit = 8;
const fixedWindows = 32;
const fixedDigits = 128;
const affineSize = 3 * elementSize;

/** The size of a table of 2^(4i) · P for i from 0 to 63. */
export const windowTableSize = windows * pointSize;

/** Digits from −(base/2 − 1) to base/2 of a number below 2^254, the least significant first. */
export function signedDigits(scalar: bigint, bitsPerDigit: 4 | 8): Int16Array {
  const hex = scalar.toString(16).padStart(64, "0");
  const width = bitsPerDigit / 4;
  const base = 1 << bitsPerDigit;
  const digits = new Int16Array(64 / width);
  let carry = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const end = 64 - index * width;
    const digit = Number.parseInt(hex.slice(end - width, end), 16) + carry;
    carry = digit > base / 2 ? 1 : 0;
    digits[index] = digit - carry * base;
  }
  return digits;
}

/** Tables in the memory of one module. */
export class CurveTables {
  private readonly curve: CurveMemory;
  private readonly buckets: number;
  private readonly running: number;
  private readonly cached: number;
  private readonly row: number;
  private readonly unit: number;
  private readonly products: number;
  private readonly inverse: number;
  private readonly affine: number;

  constructor(curve: CurveMemory) {
    this.curve = curve;
    this.buckets = curve.allocate((largestDigit + 1) * pointSize);
    this.running = curve.allocate(pointSize);
    this.cached = curve.allocate(pointSize);
    this.row = curve.allocate(fixedDigits * pointSize);
    this.unit = curve.allocate(pointSize);
    this.products = curve.allocate((fixedDigits + 1) * elementSize);
    this.inverse = curve.allocate(2 * elementSize);
    this.affine = curve.allocate(pointSize);
  }

  /** Fills a window table of the point at a place. */
  fillWindowTable(table: number, point: number): void {
    const { run } = this.curve;
    this.curve.copy(this.running, point, pointSize);
    for (let window = 0; window < windows; window += 1) {
      run.toCached(table + window * pointSize, this.running);
      run.doubleWithoutT(this.running, this.running);
      run.doubleWithoutT(this.running, this.running);
      run.doubleWithoutT(this.running, this.running);
      run.double(this.running, this.running);
    }
  }

  /** accumulator += scalar · P from P's window table: windows with the same digit are added up before they are weighted. */
  addPower(accumulator: number, table: number, scalar: bigint): void {
    const filled = this.fillBuckets(table, signedDigits(scalar, 4));
    const { run } = this.curve;
    let isRunning = false;
    for (let digit = largestDigit; digit > 0; digit -= 1) {
      const bucket = this.buckets + digit * pointSize;
      if (filled[digit] === 1 && isRunning) {
        run.toCached(this.cached, bucket);
        run.addCached(this.running, this.running, this.cached);
      } else if (filled[digit] === 1) {
        this.curve.copy(this.running, bucket, pointSize);
        isRunning = true;
      }
      if (!isRunning) continue;
      run.toCached(this.cached, this.running);
      run.addCached(accumulator, accumulator, this.cached);
    }
  }

  private fillBuckets(table: number, digits: Int16Array): Uint8Array {
    const { run } = this.curve;
    const filled = new Uint8Array(largestDigit + 1);
    for (let window = 0; window < windows; window += 1) {
      const digit = digits[window] ?? 0;
      if (digit === 0) continue;
      const size = digit < 0 ? -digit : digit;
      const bucket = this.buckets + size * pointSize;
      const entry = table + window * pointSize;
      if (filled[size] === 0) {
        if (digit > 0) run.fromCached(bucket, entry);
        else run.fromNegatedCached(bucket, entry);
        filled[size] = 1;
      } else if (digit > 0) run.addCached(bucket, bucket, entry);
      else run.subtractCached(bucket, bucket, entry);
    }
    return filled;
  }

  /** A place for a fixed table. */
  allocateFixedTable(): number {
    return this.curve.allocate(fixedWindows * fixedDigits * affineSize);
  }

  /** Fills a table of j · 2^(8i) · P for j from 1 to 128 and i from 0 to 31, in affine form. */
  fillFixedTable(table: number, point: number): void {
    const { curve, unit } = this;
    curve.copy(unit, point, pointSize);
    for (let window = 0; window < fixedWindows; window += 1) {
      curve.copy(this.row, unit, pointSize);
      curve.run.toCached(this.cached, unit);
      for (let digit = 1; digit < fixedDigits; digit += 1) {
        curve.run.addCached(this.row + digit * pointSize, this.row + (digit - 1) * pointSize, this.cached);
      }
      for (let doubling = 0; doubling < 8; doubling += 1) curve.run.double(unit, unit);
      this.normalize(this.row, fixedDigits, (index, x, y) =>
        this.writeAffine(table + (window * fixedDigits + index) * affineSize, x, y),
      );
    }
  }

  private writeAffine(place: number, x: number, y: number): void {
    const { run } = this.curve;
    run.add(place, y, x);
    run.subtract(place + elementSize, y, x);
    run.multiply(place + 2 * elementSize, x, y);
    run.multiply(place + 2 * elementSize, place + 2 * elementSize, places.doubleD);
  }

  /** accumulator += scalar · P from P's fixed table. */
  addFixedPower(accumulator: number, table: number, scalar: bigint): void {
    const { run } = this.curve;
    const digits = signedDigits(scalar, 8);
    for (let window = 0; window < fixedWindows; window += 1) {
      const digit = digits[window] ?? 0;
      if (digit > 0) run.addAffine(accumulator, accumulator, table + (window * fixedDigits + digit - 1) * affineSize);
      else if (digit < 0)
        run.subtractAffine(accumulator, accumulator, table + (window * fixedDigits - digit - 1) * affineSize);
    }
  }

  /** Gives x and y of so many points that stand one after the other, with a single inversion for all of them (at most 128). */
  normalize(points: number, count: number, each: (index: number, x: number, y: number) => void): void {
    const { curve, products, inverse } = this;
    const [total, single] = [inverse, inverse + elementSize];
    const z = (index: number) => points + index * pointSize + 2 * elementSize;
    curve.copy(products, z(0), elementSize);
    for (let index = 1; index < count; index += 1) {
      curve.run.multiply(products + index * elementSize, products + (index - 1) * elementSize, z(index));
    }
    curve.invert(total, products + (count - 1) * elementSize);
    for (let index = count - 1; index >= 0; index -= 1) {
      if (index > 0) curve.run.multiply(single, total, products + (index - 1) * elementSize);
      else curve.copy(single, total, elementSize);
      curve.run.multiply(total, total, z(index));
      const [x, y] = [this.affine, this.affine + elementSize];
      curve.run.multiply(x, points + index * pointSize, single);
      curve.run.multiply(y, points + index * pointSize + elementSize, single);
      each(index, x, y);
    }
  }
}
