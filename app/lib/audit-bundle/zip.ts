// A zip file in one canonical form: files stored as they are, in the order of their names, dated 1 January 1980, nothing else.
// Why no compression: the same files must give the same bytes everywhere and for ever, and a reader can then demand exactly those bytes.
// Source: APPNOTE.TXT 6.3.10, §4.3.
import type { Result } from "../result/index.ts";
import { err, ok } from "../result/index.ts";
import { crc32 } from "./crc32.ts";

export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const localSize = 30;
const centralSize = 46;
const endSize = 22;
/** 1 January 1980, 00:00: the first moment that a zip file can name. */
const date = 0x0021;
const names = new TextEncoder();

/** Writes the files; the order in which they are given changes nothing. */
export function writeZip(files: readonly ZippedFile[]): Uint8Array {
  const sorted = [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
  const entries = sorted.map(({ path, bytes }) => ({ name: names.encode(path), bytes, crc: crc32(bytes) }));
  const localLength = entries.reduce((sum, { name, bytes }) => sum + localSize + name.length + bytes.length, 0);
  const centralLength = entries.reduce((sum, { name }) => sum + centralSize + name.length, 0);
  const whole = new Uint8Array(localLength + centralLength + endSize);
  const view = new DataView(whole.buffer);
  let at = 0;
  let central = localLength;
  for (const { name, bytes, crc } of entries) {
    writeCentral(view, central, { name, size: bytes.length, crc, offset: at });
    whole.set(name, central + centralSize);
    central += centralSize + name.length;
    writeLocal(view, at, { name, size: bytes.length, crc });
    whole.set(name, at + localSize);
    whole.set(bytes, at + localSize + name.length);
    at += localSize + name.length + bytes.length;
  }
  view.setUint32(central, 0x06054b50, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, centralLength, true);
  view.setUint32(central + 16, localLength, true);
  return whole;
}

interface Entry {
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

function writeLocal(view: DataView, at: number, { name, size, crc }: Entry): void {
  view.setUint32(at, 0x04034b50, true);
  writeFacts(view, at + 4, { name, size, crc });
}

function writeCentral(view: DataView, at: number, { name, size, crc, offset }: Entry & { offset: number }): void {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, 20, true);
  writeFacts(view, at + 6, { name, size, crc });
  view.setUint32(at + 42, offset, true);
}

/** What both headers tell of a file: version 2.0, names in UTF-8, stored, the date, checksum, sizes, the name's length. */
function writeFacts(view: DataView, at: number, { name, size, crc }: Entry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 8, date, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

export type ZipFault = "ZIP_UNREADABLE" | "ZIP_NOT_CANONICAL";

/** Reads a zip file in the canonical form; any other byte anywhere refuses it. */
export function readZip(bytes: Uint8Array): Result<ZippedFile[], ZipFault> {
  const files = readLocalFiles(bytes);
  if (files === undefined || files.length === 0) return err("ZIP_UNREADABLE");
  const canonical = writeZip(files);
  const isCanonical = canonical.length === bytes.length && canonical.every((byte, at) => byte === bytes[at]);
  return isCanonical ? ok(files) : err("ZIP_NOT_CANONICAL");
}

function readLocalFiles(bytes: Uint8Array): ZippedFile[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files: ZippedFile[] = [];
  const seen = new Set<string>();
  let at = 0;
  while (at + localSize <= bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const size = view.getUint32(at + 18, true);
    const nameLength = view.getUint16(at + 26, true);
    const begin = at + localSize + nameLength;
    if (begin + size > bytes.length) return undefined;
    const path = decode(bytes.subarray(at + localSize, begin));
    if (path === undefined || seen.has(path)) return undefined;
    seen.add(path);
    files.push({ path, bytes: bytes.subarray(begin, begin + size) });
    at = begin + size;
  }
  return files;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
