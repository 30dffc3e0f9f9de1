// The order of equal candidates by a public value that nobody knew when its source was announced. M(c) is the canonical JSON (RFC 8785) of
// {"availableAt","candidate":c,"contest","domain":"plenaria-draw/1","form","result","source","value"}: result is the hash of the archive's
// last event, c the position on the ballot. Candidate a MUST stand before b when SHA-256(UTF-8(M(a))) < SHA-256(UTF-8(M(b))), both read as
// big-endian integers. The value MUST have the one way of writing that was announced: whoever could choose between two would have two draws.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../canonical-json/index.ts";

/** How the value is written: so many hexadecimal digits in lower case, so many decimal digits, or so many numbers from the lowest up. */
export interface DrawForm {
  readonly kind: "hex" | "digits" | "numbers";
  readonly length: number;
}

export const drawFormKinds = ["hex", "digits", "numbers"] as const satisfies readonly DrawForm["kind"][];

/** Shorter values could be guessed or waited for; longer ones are no value of any known source. */
export const drawFormLengths: Readonly<Record<DrawForm["kind"], { readonly least: number; readonly most: number }>> = {
  hex: { least: 16, most: 256 },
  digits: { least: 4, most: 100 },
  numbers: { least: 4, most: 40 },
};

/** What is announced before the value exists. */
export interface AnnouncedDraw {
  /** Hash (hex) of the archive's last event: the result whose tie this is. */
  readonly result: string;
  readonly contest: number;
  readonly source: string;
  readonly form: DrawForm;
  /** The moment from which the value is public, as in "2026-03-26T18:00:00.000Z". */
  readonly availableAt: string;
}

export interface DrawnValue extends AnnouncedDraw {
  readonly value: string;
}

/** Whether a form can be announced. */
export function isDrawForm({ kind, length }: DrawForm): boolean {
  const { least, most } = drawFormLengths[kind];
  return Number.isInteger(length) && least <= length && length <= most;
}

/** Whether the value is written in the one way that the form allows. */
export function isOfForm(value: string, form: DrawForm): boolean {
  if (!isDrawForm(form)) return false;
  if (form.kind === "hex") return value.length === form.length && /^[0-9a-f]+$/.test(value);
  if (form.kind === "digits") return value.length === form.length && /^[0-9]+$/.test(value);
  const numbers = value.split(" ");
  const isWritten = numbers.every((number) => /^(0|[1-9][0-9]{0,5})$/.test(number));
  const isRising = numbers.every((number, index) => index === 0 || Number(numbers[index - 1]) < Number(number));
  return numbers.length === form.length && isWritten && isRising;
}

/** The text whose SHA-256 gives a candidate her place. */
export function drawText({ result, contest, source, form, availableAt, value }: DrawnValue, candidate: number): string {
  const { kind, length } = form;
  const said = { result, contest, source, form: { kind, length }, availableAt, value, candidate };
  return canonicalJson({ domain: "plenaria-draw/1", ...said });
}

/** The candidates (positions on the ballot) in the order that the value gives. */
export function drawOrder(drawn: DrawnValue, candidates: readonly number[]): number[] {
  return candidates
    .map((candidate) => ({ candidate, place: bytesToHex(sha256(utf8ToBytes(drawText(drawn, candidate)))) }))
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .map(({ candidate }) => candidate);
}
