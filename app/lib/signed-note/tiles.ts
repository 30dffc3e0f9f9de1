// How a log is cut into files that never change: 256 hashes or entries each. Source: c2sp.org/tlog-tiles.

/** One tile of hashes (level 0: leaves) or one bundle of entries. */
export interface TileAddress {
  readonly level: number | "entries";
  readonly index: number;
  /** How many hashes or entries: 256, or fewer for the last tile of a level. */
  readonly width: number;
}

export const tileWidth = 256;
/** Why: 256^7 leaves are more than a safe integer counts. */
const highestLevel = 5;

/** "tile/0/x001/x234/067", with ".p/17" for a tile that is not full. */
export function tilePath({ level, index, width }: TileAddress): string {
  return `tile/${level}/${indexPath(index)}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** "tile/entries/…": the path of a bundle of entries. */
export function bundlePath(index: number, width: number): string {
  return tilePath({ level: "entries", index, width });
}

/** Reads what stands after "tile/"; undefined when it is no tile, or is not written in the one permitted way. */
export function readTilePath(path: string): TileAddress | undefined {
  const [, levelText = "", indexText = "", widthText] =
    /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  const index = Number(indexText.replaceAll(/[x/]/g, ""));
  const width = widthText === undefined ? tileWidth : Number(widthText);
  const level = levelText === "entries" ? ("entries" as const) : Number(levelText);
  if (indexText === "" || !Number.isSafeInteger(index) || (widthText !== undefined && width >= tileWidth))
    return undefined;
  if (typeof level === "number" && level > highestLevel) return undefined;
  const address = { level, index, width };
  return tilePath(address) === `tile/${path}` ? address : undefined;
}

/** A bundle: each entry with its length before it, as two bytes, the larger first. */
export function bundleEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  const view = new DataView(bundle.buffer);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError(`an entry of ${entry.length} bytes does not fit into a bundle`);
    view.setUint16(at, entry.length);
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle; undefined when it is cut off. */
export function splitBundle(bundle: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + view.getUint16(at);
    if (end > bundle.length) return undefined;
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  return entries;
}

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join("/");
}
