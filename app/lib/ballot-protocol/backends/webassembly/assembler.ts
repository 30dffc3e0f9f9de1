// Just enough of an assembler to write a small WebAssembly module in TypeScript: straight-line functions of addresses over
// one memory. Source: WebAssembly Core Specification, §5 (binary format).

const i32 = 0x7f;
const i64 = 0x7e;

/** An address: one of the function's arguments plus an offset, or a fixed place in memory. */
export type Address = { readonly argument: number; readonly offset: number } | { readonly fixed: number };

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(elements: readonly (readonly number[])[]): number[] {
  return [...unsigned(elements.length), ...elements.flat()];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...[...text].map((character) => character.charCodeAt(0))];
}

/** One function being written. Its arguments are addresses; its locals are 64-bit (default) or 32-bit numbers. */
export class FunctionCode {
  readonly argumentCount: number;
  private readonly bytes: number[] = [];
  private readonly localTypes: number[] = [];

  constructor(argumentCount: number) {
    this.argumentCount = argumentCount;
  }

  newLocal(): number {
    this.localTypes.push(i64);
    return this.argumentCount + this.localTypes.length - 1;
  }

  newLocals(count: number): number[] {
    return Array.from({ length: count }, () => this.newLocal());
  }

  private emit(...bytes: number[]): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  get(local: number): this {
    return this.emit(0x20, ...unsigned(local));
  }

  set(local: number): this {
    return this.emit(0x21, ...unsigned(local));
  }

  tee(local: number): this {
    return this.emit(0x22, ...unsigned(local));
  }

  constant(value: bigint): this {
    return this.emit(0x42, ...signed(value));
  }

  add(): this {
    return this.emit(0x7c);
  }

  subtract(): this {
    return this.emit(0x7d);
  }

  multiply(): this {
    return this.emit(0x7e);
  }

  and(): this {
    return this.emit(0x83);
  }

  shiftLeft(): this {
    return this.emit(0x86);
  }

  shiftRight(): this {
    return this.emit(0x88);
  }

  /** Pushes a 32-bit word of memory, at an argument's address plus an offset, as a 64-bit number. */
  load(argument: number, offset: number): this {
    return this.get(argument).emit(0x35, 2, ...unsigned(offset));
  }

  /** Stores what `value` pushes as a 32-bit word at an argument's address plus an offset. */
  store(argument: number, offset: number, value: () => void): this {
    this.get(argument);
    value();
    return this.emit(0x3e, 2, ...unsigned(offset));
  }

  call(index: number, addresses: readonly Address[]): this {
    for (const address of addresses) {
      if ("fixed" in address) this.emit(0x41, ...signed(BigInt(address.fixed)));
      else if (address.offset === 0) this.get(address.argument);
      else this.get(address.argument).emit(0x41, ...signed(BigInt(address.offset)), 0x6a);
    }
    return this.emit(0x10, ...unsigned(index));
  }

  encode(): number[] {
    const body = [...vector(this.localTypes.map((type) => [1, type])), ...this.bytes, 0x0b];
    return [...unsigned(body.length), ...body];
  }
}

/** The bytes of a module that exports these functions and a memory of its own. */
export function encodeModule(
  functions: readonly { readonly exportedAs: string; readonly code: FunctionCode }[],
  pages: number,
): Uint8Array {
  const types = functions.map(({ code }) => [
    0x60,
    ...vector(Array.from({ length: code.argumentCount }, () => [i32])),
    0,
  ]);
  const exported = functions.map(({ exportedAs }, index) => [...name(exportedAs), 0, ...unsigned(index)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, vector([...exported, [...name("memory"), 2, 0]])),
    ...section(10, vector(functions.map(({ code }) => code.encode()))),
  ]);
}
