// Ed25519 for verification, on WebAssembly: the same answers as the plain implementation, several times as fast, in Node and
// in browsers. It never sees a secret.
import { ed25519Group } from "../../primitives/ed25519.ts";
import type { CommitmentRequest, FixedBase, PublicArithmetic } from "../../primitives/group.ts";
import { modulo } from "../../primitives/scalars.ts";
import { CurveMemory, pointSize } from "./curve-memory.ts";
import { CurveTables, windowTableSize } from "./curve-tables.ts";
import { elementSize } from "./field-code.ts";
import { curveD, hexOfLimbs, writeHex } from "./field-values.ts";
import { places } from "./point-code.ts";

const order = ed25519Group.order; // q
const hexadecimal = /^[0-9a-f]{64}$/;
const prime = (2n ** 255n - 19n).toString(16).padStart(64, "0");
const identityText = "1".padStart(64, "0");
const tableSlots = 192;
const largestBatch = 64;
const largestBaseCount = 8;

/** A point outside WebAssembly memory: its four coordinates, and where its table was last seen. */
export interface ModulePoint {
  readonly words: Uint32Array;
  slot: number;
  stamp: number;
}

class ModuleBase implements FixedBase<ModulePoint> {
  readonly element: ModulePoint;
  /** Undefined once the place was given to the key of another election. */
  table: number | undefined;

  constructor(element: ModulePoint, table: number) {
    this.element = element;
    this.table = table;
  }
}

/** Ed25519 arithmetic in a module of its own. */
export class Ed25519WebAssembly implements PublicArithmetic<ModulePoint> {
  readonly name = "Ed25519";
  readonly backend = "WebAssembly";
  readonly order = order;
  readonly identity: ModulePoint;
  readonly generator: ModuleBase;
  private readonly curve = new CurveMemory();
  private readonly tables = new CurveTables(this.curve);
  private readonly slots = this.curve.allocate(tableSlots * windowTableSize);
  private readonly stamps = new Int32Array(tableSlots).fill(-1);
  private nextSlot = 0;
  private nextStamp = 0;
  private readonly batch = this.curve.allocate(largestBatch * pointSize);
  private readonly left = this.curve.allocate(pointSize);
  private readonly right = this.curve.allocate(pointSize);
  private readonly roots = this.curve.allocate(6 * elementSize);
  private readonly dPlace = this.curve.allocate(elementSize);
  private readonly onePlace = this.curve.allocate(elementSize);
  private readonly bases = new Map<string, ModuleBase>();

  constructor() {
    this.curve.writeNumber(this.dPlace, curveD);
    this.curve.writeNumber(this.onePlace, 1n);
    this.curve.writeIdentity(this.left);
    this.identity = this.take(this.left);
    const generator = this.decompress(ed25519Group.serialize(ed25519Group.generator.element));
    if (generator === undefined) throw new Error("the WebAssembly module does not work");
    this.generator = this.prepareBase(generator);
  }

  parseMember(text: string): ModulePoint | undefined {
    if (text === identityText) return this.identity;
    const point = this.decompress(text);
    if (point === undefined) return undefined;
    this.curve.writeIdentity(this.left);
    this.tables.addPower(this.left, this.tableOf(point), order);
    const [x, y, z] = [this.left, this.left + elementSize, this.left + 2 * elementSize];
    return this.curve.isZero(x) && this.curve.isSame(y, z) ? point : undefined;
  }

  serialize(point: ModulePoint): string {
    this.put(this.batch, point);
    return this.textsOf(1)[0] ?? "";
  }

  isEqual(left: ModulePoint, right: ModulePoint): boolean {
    return this.serialize(left) === this.serialize(right);
  }

  multiply(left: ModulePoint, right: ModulePoint): ModulePoint {
    this.put(this.left, left);
    this.put(this.right, right);
    this.curve.run.toCached(this.batch, this.right);
    this.curve.run.addCached(this.left, this.left, this.batch);
    return this.take(this.left);
  }

  invert(point: ModulePoint): ModulePoint {
    this.put(this.right, point);
    this.curve.run.toCached(this.batch, this.right);
    this.curve.run.fromNegatedCached(this.left, this.batch);
    return this.take(this.left);
  }

  power(point: ModulePoint, exponent: bigint): ModulePoint {
    this.curve.writeIdentity(this.left);
    this.tables.addPower(this.left, this.tableOf(point), modulo(exponent, order));
    return this.take(this.left);
  }

  prepareBase(element: ModulePoint): ModuleBase {
    const text = this.serialize(element);
    const known = this.bases.get(text);
    if (known !== undefined) return known;
    const table = this.placeForTable();
    this.put(this.right, element);
    this.tables.fillFixedTable(table, this.right);
    const base = new ModuleBase(element, table);
    this.bases.set(text, base);
    return base;
  }

  /** Memory never shrinks, so a server that sees many elections gives the oldest key's place to the newest. */
  private placeForTable(): number {
    if (this.bases.size < largestBaseCount) return this.tables.allocateFixedTable();
    const oldest = [...this.bases].find(([, base]) => base !== this.generator);
    const table = oldest?.[1].table;
    if (oldest === undefined || table === undefined) return this.tables.allocateFixedTable();
    this.bases.delete(oldest[0]);
    oldest[1].table = undefined;
    return table;
  }

  powerOfBase(base: FixedBase<ModulePoint>, exponent: bigint): ModulePoint {
    this.curve.writeIdentity(this.left);
    this.addBase(this.left, base, modulo(exponent, order));
    return this.take(this.left);
  }

  recomputeCommitments(requests: readonly CommitmentRequest<ModulePoint>[]): string[] {
    const texts: string[] = [];
    for (let first = 0; first < requests.length; first += largestBatch) {
      const part = requests.slice(first, first + largestBatch);
      for (const [index, request] of part.entries()) this.commit(this.batch + index * pointSize, request);
      texts.push(...this.textsOf(part.length));
    }
    return texts;
  }

  /** base^r · (X / g^M)^c as base^r · g^(−M·c) · X^c: one more sum from g's table is cheaper than another table. */
  private commit(place: number, { base, response, element, challenge, shift }: CommitmentRequest<ModulePoint>): void {
    this.curve.writeIdentity(place);
    this.addBase(place, base, response);
    if (shift !== 0) this.addBase(place, this.generator, modulo(-BigInt(shift) * challenge, order));
    this.tables.addPower(place, this.tableOf(element), challenge);
  }

  private addBase(place: number, base: FixedBase<ModulePoint>, exponent: bigint): void {
    if (base instanceof ModuleBase && base.table !== undefined) this.tables.addFixedPower(place, base.table, exponent);
    else this.tables.addPower(place, this.tableOf(base.element), exponent);
  }

  /** The window table of a point, made again if its place was given to another. */
  private tableOf(point: ModulePoint): number {
    const known = this.slots + point.slot * windowTableSize;
    if (point.slot >= 0 && this.stamps[point.slot] === point.stamp) return known;
    point.slot = this.nextSlot;
    point.stamp = this.nextStamp;
    this.stamps[point.slot] = point.stamp;
    this.nextSlot = (this.nextSlot + 1) % tableSlots;
    this.nextStamp = (this.nextStamp + 1) & 0x7fffffff;
    const table = this.slots + point.slot * windowTableSize;
    this.put(this.right, point);
    this.tables.fillWindowTable(table, this.right);
    return table;
  }

  forgetElements(): void {
    this.nextSlot = 0;
  }

  private put(place: number, point: ModulePoint): void {
    this.curve.words.set(point.words, place / 4);
  }

  private take(place: number): ModulePoint {
    return { words: this.curve.words.slice(place / 4, (place + pointSize) / 4), slot: -1, stamp: -1 };
  }

  /** The canonical texts of the first points of the batch. */
  private textsOf(count: number): string[] {
    const texts: string[] = new Array<string>(count).fill("");
    this.tables.normalize(this.batch, count, (index, x, y) => {
      texts[index] = hexOfLimbs(this.curve.canonical(y), (this.curve.canonical(x)[0] ?? 0) & 1);
    });
    return texts;
  }

  /** Reads a point of the curve from its one canonical text. Source: RFC 8032, §5.1.3. */
  private decompress(text: string): ModulePoint | undefined {
    if (!hexadecimal.test(text)) return undefined;
    const topDigit = Number.parseInt(text.slice(0, 1), 16);
    const yText = (topDigit & 7).toString(16) + text.slice(1);
    if (yText >= prime) return undefined;
    const { curve, left: x } = this;
    const { run } = curve;
    const [y, z, t] = [x + elementSize, x + 2 * elementSize, x + 3 * elementSize];
    const [u = 0, v = 0, v3 = 0, power = 0, check = 0, negative = 0] = [0, 1, 2, 3, 4, 5].map(
      (index) => this.roots + index * elementSize,
    );
    writeHex(curve.words, y / 4, yText);
    curve.copy(z, this.onePlace, elementSize);
    run.square(u, y);
    run.multiply(v, u, this.dPlace);
    run.subtract(u, u, this.onePlace); // u = y² − 1
    run.carriedAdd(v, v, this.onePlace); // v = d·y² + 1
    run.square(v3, v);
    run.multiply(v3, v3, v);
    run.square(check, v3);
    run.multiply(check, check, v);
    run.multiply(check, check, u); // u·v^7
    curve.raiseForRoot(power, check);
    run.multiply(x, u, v3);
    run.multiply(x, x, power); // u·v³·(u·v^7)^((p−5)/8)
    run.square(check, x);
    run.multiply(check, check, v);
    run.subtract(negative, places.zero, u);
    if (curve.isSame(check, negative)) curve.multiplyByRootOfMinusOne(x);
    else if (!curve.isSame(check, u)) return undefined;
    const parity = (curve.canonical(x)[0] ?? 0) & 1;
    const sign = topDigit >> 3;
    if (curve.isZero(x) && sign === 1) return undefined;
    if (parity !== sign) run.subtract(x, places.zero, x);
    run.multiply(t, x, y);
    return this.take(x);
  }
}
