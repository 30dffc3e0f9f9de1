// A roll as somebody proposed to freeze it: a line for every organisation, kept until a second person decides, so that the roll computed
// then can be compared with it. Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two), no. 48 (what is published is authentic).
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";

const trilingual = z.object({ es: z.string(), en: z.string(), pt: z.string() });

/** What the second person approves, in numbers; the root stands for every entry. */
export const rollToFreeze = z.object({
  rollDate: z.string(),
  rollRoot: z.string(),
  entries: z.number(),
  votes: z.number(),
  leftOut: z.number(),
  byCategory: trilingual,
});
export type RollToFreeze = z.infer<typeof rollToFreeze>;

/** Hash by handle. */
export type HashedLines = ReadonlyMap<string, string>;

/** SHA-256 (hex) over what a line says of an organisation. */
export function hashOfLine(line: Json): string {
  return hexOf(sha256(utf8ToBytes(canonicalJson(line))));
}

/** One line each, in the order in which they come; no handle has a space. */
export function writeLines(lines: HashedLines): string {
  return [...lines].map(([handle, hash]) => `${handle} ${hash}`).join("\n");
}

export function readLines(text: string): HashedLines {
  const lines = text === "" ? [] : text.split("\n");
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(" ");
      return [line.slice(0, space), line.slice(space + 1)] as const;
    }),
  );
}

/** The handles that came, went or are another line now, sorted. */
export function linesThatDiffer(before: HashedLines, after: HashedLines): string[] {
  const handles = new Set([...before.keys(), ...after.keys()]);
  return [...handles].filter((handle) => before.get(handle) !== after.get(handle)).sort();
}

/**
 * The salt of an entry, made from the seed of its proposal: computed again by the second person's approval, the roll has the same root.
 * Privacy: whoever is shown one salt, in the proof of her own entry, learns nothing of the seed or of another salt.
 */
export function saltOf(seed: string, handle: string): Uint8Array {
  return hmac(sha256, hexToBytes(seed), utf8ToBytes(handle)).slice(0, 16);
}
