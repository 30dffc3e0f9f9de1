// Arithmetic on the points of edwards25519 as WebAssembly code, on top of the field code.
// Source: Hisil, Wong, Carter, Dawson, "Twisted Edwards Curves Revisited" (2008), extended coordinates, a = −1.
//
// A point is X, Y, Z, T with x = X/Z, y = Y/Z, T = XY/Z, all tight. A "cached" point is Y+X, Y−X, 2Z, 2dT; an "affine" one
// is y+x, y−x, 2dxy. Their sums may be loose. All formulas are complete: they hold for every pair of points.
import { FunctionCode, encodeModule, type Address } from "./assembler.ts";
import { addCode, carriedAddCode, elementSize, multiplyCode, squareCode, subtractCode } from "./field-code.ts";

/** Fixed places at the beginning of memory. */
export const places = {
  scratch: 0, // eight field elements for the formulas
  doubleD: 8 * elementSize, // 2d
  inverseD: 9 * elementSize, // 1/d
  minusInverseD: 10 * elementSize, // −1/d
  zero: 11 * elementSize,
  free: 1024,
} as const;

const fieldFunctions = ["multiply", "square", "add", "subtract", "carriedAdd"] as const;
const [multiply, square, add, subtract, carriedAdd] = [0, 1, 2, 3, 4];
type Call = (operation: number, ...addresses: Address[]) => void;

function coordinate(argument: number, index: number): Address {
  return { argument, offset: index * elementSize };
}

function scratch(index: number): Address {
  return { fixed: places.scratch + index * elementSize };
}

function pointFunction(argumentCount: number, write: (call: Call) => void): FunctionCode {
  const code = new FunctionCode(argumentCount);
  write((operation, ...addresses) => code.call(operation, addresses));
  return code;
}

/** out = 2 · point; T, which the next doubling does not need, is left out on request. */
function doubleCode(withT: boolean): FunctionCode {
  return pointFunction(2, (call) => {
    const [x, y, z] = [0, 1, 2].map((index) => coordinate(1, index)) as [Address, Address, Address];
    const [xx, yy, zz, e, h, g] = [0, 1, 2, 3, 4, 5].map(scratch) as [
      Address,
      Address,
      Address,
      Address,
      Address,
      Address,
    ];
    call(square, xx, x);
    call(square, yy, y);
    call(square, zz, z);
    call(add, zz, zz, zz);
    call(add, e, x, y);
    call(square, e, e);
    call(add, h, xx, yy);
    call(subtract, e, e, h);
    call(subtract, g, yy, xx);
    call(subtract, zz, zz, g);
    call(multiply, coordinate(0, 0), e, zz);
    call(multiply, coordinate(0, 1), h, g);
    call(multiply, coordinate(0, 2), g, zz);
    if (withT) call(multiply, coordinate(0, 3), e, h);
  });
}

/** out = point ± other, where the other is cached or affine. */
function addPointCode(form: "cached" | "affine", sign: 1 | -1): FunctionCode {
  return pointFunction(3, (call) => {
    const [x, y, z, t] = [0, 1, 2, 3].map((index) => coordinate(1, index)) as [Address, Address, Address, Address];
    const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(scratch) as [
      Address,
      Address,
      Address,
      Address,
      Address,
      Address,
    ];
    const plus = coordinate(2, sign === 1 ? 0 : 1);
    const minus = coordinate(2, sign === 1 ? 1 : 0);
    call(subtract, a, y, x);
    call(multiply, a, a, minus);
    call(add, b, y, x);
    call(multiply, b, b, plus);
    call(multiply, c, t, coordinate(2, form === "cached" ? 3 : 2));
    if (form === "cached") call(multiply, d, z, coordinate(2, 2));
    else call(add, d, z, z);
    call(subtract, e, b, a);
    call(add, b, b, a); // H
    call(subtract, f, d, c);
    call(carriedAdd, c, d, c);
    const [difference, sum] = sign === 1 ? [f, c] : [c, f]; // F, G
    call(multiply, coordinate(0, 0), e, difference);
    call(multiply, coordinate(0, 1), sum, b);
    call(multiply, coordinate(0, 3), e, b);
    call(multiply, coordinate(0, 2), difference, sum);
  });
}

/** out = the cached form of a point, which must stand elsewhere. */
function toCachedCode(): FunctionCode {
  return pointFunction(2, (call) => {
    const [x, y, z, t] = [0, 1, 2, 3].map((index) => coordinate(1, index)) as [Address, Address, Address, Address];
    call(add, coordinate(0, 0), y, x);
    call(subtract, coordinate(0, 1), y, x);
    call(add, coordinate(0, 2), z, z);
    call(multiply, coordinate(0, 3), t, { fixed: places.doubleD });
  });
}

/** out = ± the point of a cached form, with all coordinates doubled. */
function fromCachedCode(sign: 1 | -1): FunctionCode {
  return pointFunction(2, (call) => {
    const plus = coordinate(1, sign === 1 ? 0 : 1);
    const minus = coordinate(1, sign === 1 ? 1 : 0);
    call(subtract, coordinate(0, 0), plus, minus);
    call(carriedAdd, coordinate(0, 1), plus, minus);
    call(carriedAdd, coordinate(0, 2), coordinate(1, 2), { fixed: places.zero });
    call(multiply, coordinate(0, 3), coordinate(1, 3), { fixed: sign === 1 ? places.inverseD : places.minusInverseD });
  });
}

/** The functions of the module, by name; every argument is an address. */
export interface CurveFunctions {
  multiply(out: number, left: number, right: number): void;
  square(out: number, element: number): void;
  add(out: number, left: number, right: number): void;
  subtract(out: number, left: number, right: number): void;
  carriedAdd(out: number, left: number, right: number): void;
  double(out: number, point: number): void;
  doubleWithoutT(out: number, point: number): void;
  addCached(out: number, point: number, cached: number): void;
  subtractCached(out: number, point: number, cached: number): void;
  addAffine(out: number, point: number, affine: number): void;
  subtractAffine(out: number, point: number, affine: number): void;
  toCached(out: number, point: number): void;
  fromCached(out: number, cached: number): void;
  fromNegatedCached(out: number, cached: number): void;
}

/** The whole module, with so many pages of memory to begin with. */
export function encodeCurveModule(pages: number): Uint8Array {
  const fieldCodes = [multiplyCode(), squareCode(), addCode(), subtractCode(), carriedAddCode()];
  const points: Record<Exclude<keyof CurveFunctions, (typeof fieldFunctions)[number]>, FunctionCode> = {
    double: doubleCode(true),
    doubleWithoutT: doubleCode(false),
    addCached: addPointCode("cached", 1),
    subtractCached: addPointCode("cached", -1),
    addAffine: addPointCode("affine", 1),
    subtractAffine: addPointCode("affine", -1),
    toCached: toCachedCode(),
    fromCached: fromCachedCode(1),
    fromNegatedCached: fromCachedCode(-1),
  };
  const functions = fieldFunctions.map((exportedAs, index) => ({
    exportedAs,
    code: fieldCodes[index] ?? new FunctionCode(0),
  }));
  return encodeModule(
    [...functions, ...Object.entries(points).map(([exportedAs, code]) => ({ exportedAs, code }))],
    pages,
  );
}
