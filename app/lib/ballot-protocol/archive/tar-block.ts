// The bytes around a record: an old-style tar header of 512 bytes, and zeros up to the next multiple of 512 (SPECIFICATION §9.3).

export const blockSize = 512;

/** The header block of a record. */
export function tarHeader(name: string, size: number, timestamp: string): Uint8Array {
  const block = new Uint8Array(blockSize);
  const write = (offset: number, text: string) => {
    for (let position = 0; position < text.length; position += 1) block[offset + position] = text.charCodeAt(position);
  };
  write(0, name);
  write(100, "0000644");
  write(108, "0000000");
  write(116, "0000000");
  write(124, size.toString(8).padStart(11, "0"));
  write(136, Number(timestamp).toString(8).padStart(11, "0"));
  write(148, "        ");
  write(156, "0");
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  write(148, `${checksum.toString(8).padStart(6, "0")}\0 `);
  return block;
}

/** The size with its padding. */
export function paddedSize(size: number): number {
  return Math.ceil(size / blockSize) * blockSize;
}

/** What a header block says, without judging the rest of it; undefined if name or size cannot be read. */
export function readTarHeader(block: Uint8Array): { name: string; size: number } | undefined {
  const text = (offset: number, length: number) => {
    const field = block.subarray(offset, offset + length);
    const end = field.indexOf(0);
    return String.fromCharCode(...(end < 0 ? field : field.subarray(0, end)));
  };
  const name = text(0, 100);
  const size = text(124, 12);
  return name !== "" && /^[0-7]{11}$/.test(size) ? { name, size: Number.parseInt(size, 8) } : undefined;
}
