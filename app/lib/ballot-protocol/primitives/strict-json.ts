// JSON read without ambiguity: a name given twice in one object is refused, because two programs could then
// read two different elections out of the same bytes (SPECIFICATION §1).

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads JSON; undefined if it is malformed or gives a name twice. */
export function parseStrictJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return hasRepeatedName(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object (and not an array or null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The array, or undefined for anything else. */
export function asArray(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

function hasRepeatedName(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let last = "";
  for (const [current] of json.matchAll(token)) {
    if (current === "{") open.push(new Set());
    else if (current === "[") open.push(undefined);
    else if (current === "}" || current === "]") open.pop();
    else if (current === ":") {
      const names = open.at(-1);
      const name = String(JSON.parse(last));
      if (names?.has(name)) return true;
      names?.add(name);
    }
    last = current;
  }
  return false;
}
