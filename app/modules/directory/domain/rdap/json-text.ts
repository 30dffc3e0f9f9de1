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
  let own = "{";
  for (const member in object) {
    const value = object[member];
    if (value === undefined) continue;
    own += `${own === "{" && pieces.length === 0 ? "" : ","}"${member}":`;
    if (typeof value === "object" && value !== null && written.has(value)) {
      pieces.push(encoder.encode(own), bytesOf(value));
      own = "";
    } else own += JSON.stringify(value);
  }
  pieces.push(encoder.encode(`${own}}`));
  return pieces;
}

function bytesOf(part: object): Uint8Array {
  const known = written.get(part) ?? encoder.encode(JSON.stringify(part));
  written.set(part, known);
  return known;
}
