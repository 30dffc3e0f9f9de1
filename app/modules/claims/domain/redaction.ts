// What the public reads of a claim: the member's own words, with what the commission struck out marked as such.
// The commission may strike out and may not rewrite: without its marks, its text must be the member's, letter by letter.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

/** A part of what the public reads. */
export type PublicPart =
  | { readonly kind: "text"; readonly text: string }
  /** Struck out; only its length in characters is kept. */
  | { readonly kind: "struck-out"; readonly length: number };

export const opening = "[[";
export const closing = "]]";

export type RedactionRefusal = Refusal<"REDACTION_CHANGES_TEXT" | "REDACTION_MARKS_UNPAIRED">;

/** Reads `marked`, in which [[ and ]] stand around what is struck out. */
export function redact(original: string, marked: string): Result<PublicPart[], RedactionRefusal> {
  const parts: PublicPart[] = [];
  let found = "";
  let rest = normalized(marked);
  while (rest !== "") {
    const start = rest.indexOf(opening);
    const text = start === -1 ? rest : rest.slice(0, start);
    if (text.includes(closing)) return refuse("REDACTION_MARKS_UNPAIRED");
    if (text !== "") parts.push({ kind: "text", text });
    found += text;
    if (start === -1) break;
    const end = rest.indexOf(closing, start);
    if (end === -1) return refuse("REDACTION_MARKS_UNPAIRED");
    const struckOut = rest.slice(start + opening.length, end);
    if (struckOut.includes(opening)) return refuse("REDACTION_MARKS_UNPAIRED");
    if (struckOut !== "") parts.push({ kind: "struck-out", length: struckOut.length });
    found += struckOut;
    rest = rest.slice(end + closing.length);
  }
  return found === normalized(original) ? ok(parts) : refuse("REDACTION_CHANGES_TEXT");
}

/** Browsers send lines with CR LF; spaces at the ends do not matter. */
export function normalized(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

/** Brackets that the member wrote herself cannot be told from the commission's marks. */
export function withoutMarks(text: string): string {
  return normalized(text).replaceAll(opening, "[ [").replaceAll(closing, "] ]");
}
