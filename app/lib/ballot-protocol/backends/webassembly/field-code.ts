// Arithmetic modulo p = 2^255 − 19 as WebAssembly code. A field element is nine 32-bit words of 29 bits each, the least
// significant first, and 2^261 = 64 · 2^255 is replaced by 64 · 19 = 1216.
import { FunctionCode } from "./assembler.ts";

// Why: bounds, on which the code relies: "tight" words are below 2^29 + 2^17 (outputs of multiply, square, subtract, carriedAdd);
// "loose" words are below 2^30 + 2^18 (outputs of add, whose inputs must be tight). Every input of multiply, square and
// subtract may be loose: 9 · (2^30 + 2^18)² < 2^64, so no column of a product overflows.

export const limbCount = 9;
export const limbBits = 29;
export const elementSize = 40;

const limbMask = (1n << 29n) - 1n;
const foldFactor = 1216n;
const [out, left, right] = [0, 1, 2];

function loadLimbs(code: FunctionCode, argument: number): number[] {
  const limbs = code.newLocals(limbCount);
  for (const [index, limb] of limbs.entries()) code.load(argument, 4 * index).set(limb);
  return limbs;
}

function addTogether(code: FunctionCode, terms: readonly (() => void)[]): void {
  for (const [index, term] of terms.entries()) {
    term();
    if (index > 0) code.add();
  }
}

/** Splits what is on the stack: the low 29 bits go to `low`, the rest to `carry`. */
function split(code: FunctionCode, low: number, carry: number): void {
  code.tee(carry).constant(limbMask).and().set(low);
  code.get(carry).constant(29n).shiftRight().set(carry);
}

/** Reduces the 17 columns of a product and stores it; `column` gives the terms of one column. */
function reduceColumns(code: FunctionCode, column: (index: number) => (() => void)[]): void {
  const high = code.newLocals(limbCount);
  const low = code.newLocals(limbCount);
  const carry = code.newLocal();
  for (let index = limbCount; index < 2 * limbCount - 1; index += 1) {
    addTogether(code, [...column(index), ...(index > limbCount ? [() => void code.get(carry)] : [])]);
    split(code, high[index - limbCount] ?? 0, carry);
  }
  code.get(carry).set(high[limbCount - 1] ?? 0);
  for (let index = 0; index < limbCount; index += 1) {
    const folded = () =>
      void code
        .get(high[index] ?? 0)
        .constant(foldFactor)
        .multiply();
    addTogether(code, [...column(index), folded, ...(index > 0 ? [() => void code.get(carry)] : [])]);
    split(code, low[index] ?? 0, carry);
  }
  const [first = 0, second = 0] = low;
  code.get(carry).constant(foldFactor).multiply().get(first).add();
  split(code, first, carry);
  code.get(second).get(carry).add().set(second);
  for (const [index, limb] of low.entries()) code.store(out, 4 * index, () => void code.get(limb));
}

/** out = left · right */
export function multiplyCode(): FunctionCode {
  const code = new FunctionCode(3);
  const a = loadLimbs(code, left);
  const b = loadLimbs(code, right);
  reduceColumns(code, (column) =>
    a.flatMap((limb, index) => {
      const other = b[column - index];
      return other === undefined ? [] : [() => void code.get(limb).get(other).multiply()];
    }),
  );
  return code;
}

/** out = left² */
export function squareCode(): FunctionCode {
  const code = new FunctionCode(2);
  const a = loadLimbs(code, left);
  const doubled = code.newLocals(limbCount);
  for (const [index, limb] of a.entries())
    code
      .get(limb)
      .constant(1n)
      .shiftLeft()
      .set(doubled[index] ?? 0);
  reduceColumns(code, (column) =>
    a.flatMap((limb, index) => {
      const otherIndex = column - index;
      const other = a[otherIndex];
      if (other === undefined || otherIndex < index) return [];
      return [
        () =>
          void code
            .get(otherIndex === index ? limb : (doubled[index] ?? 0))
            .get(other)
            .multiply(),
      ];
    }),
  );
  return code;
}

/** out = left + right, without carrying: tight inputs, loose output. */
export function addCode(): FunctionCode {
  const code = new FunctionCode(3);
  const sums = code.newLocals(limbCount);
  for (const [index, sum] of sums.entries())
    code
      .load(left, 4 * index)
      .load(right, 4 * index)
      .add()
      .set(sum);
  for (const [index, sum] of sums.entries()) code.store(out, 4 * index, () => void code.get(sum));
  return code;
}

/** Carries all nine words at once and stores them tight. */
function carryAndStore(code: FunctionCode, limbs: readonly number[]): void {
  for (const index of limbs.keys()) {
    const before = limbs[(index + limbCount - 1) % limbCount] ?? 0;
    code.store(out, 4 * index, () => {
      code
        .get(limbs[index] ?? 0)
        .constant(limbMask)
        .and()
        .get(before)
        .constant(29n)
        .shiftRight();
      if (index === 0) code.constant(foldFactor).multiply();
      code.add();
    });
  }
}

/** out = left − right. A multiple of p with large words (4 · 64p) is added first, so that no word becomes negative. */
export function subtractCode(): FunctionCode {
  const code = new FunctionCode(3);
  const differences = code.newLocals(limbCount);
  for (const [index, difference] of differences.entries()) {
    const bias = 4n * (index === 0 ? (1n << 29n) - foldFactor : limbMask);
    code
      .load(left, 4 * index)
      .constant(bias)
      .add()
      .load(right, 4 * index)
      .subtract()
      .set(difference);
  }
  carryAndStore(code, differences);
  return code;
}

/** out = left + right, carried: loose inputs, tight output. */
export function carriedAddCode(): FunctionCode {
  const code = new FunctionCode(3);
  const sums = code.newLocals(limbCount);
  for (const [index, sum] of sums.entries())
    code
      .load(left, 4 * index)
      .load(right, 4 * index)
      .add()
      .set(sum);
  carryAndStore(code, sums);
  return code;
}
