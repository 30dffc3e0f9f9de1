// An RDAP answer as bytes. Parts that many answers have alike, such as a holder with the contacts, are written once and joined.

const encoder = new TextEncoder();

/** Of each lasting part its bytes, or undefined until it is first written. */
const written = new WeakMap<object, Uint8Array | undefined>();

/** Says that this part stands in more answers than one: its bytes are kept as long as the part is. */
export function lasting<Part extends object>(part: Part): Part {
  written.set(part, undefined);
  return part;
}

/** What JSON.stringify makes of it, in pieces; a lasting part is the same piece in every answer. */
export function jsonPieces(object: Readonly<Record<string, unknown>>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let before = "{";
  let run: Record<string, unknown> = {};
  for (const member in object) {
    const value = object[member];
    if (typeof value !== "object" || value === null || !written.has(value)) {
      run[member] = value;
      continue;
    }
    const own = before + membersOf(run);
    pieces.push(encoder.encode(`${own}${/[{,]$/.test(own) ? "" : ","}"${member}":`), bytesOf(value));
    before = ",";
    run = {};
  }
  const last = membersOf(run);
  pieces.push(encoder.encode(last === "" ? `${before === "{" ? "{" : ""}}` : `${before}${last}}`));
  return pieces;
}

/** What stands between the braces. */
function membersOf(run: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(run).slice(1, -1);
}

function bytesOf(part: object): Uint8Array {
  const known = written.get(part) ?? encoder.encode(JSON.stringify(part));
  written.set(part, known);
  return known;
}
