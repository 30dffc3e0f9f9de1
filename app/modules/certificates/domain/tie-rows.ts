// What the database keeps of draws and ties as JSON or as a word: read through one schema by everybody who reads it. Throws where a row is none of ours.
import { z } from "zod";
import type { RunoffDocument, TieDocument } from "#app/lib/audit-bundle/index.ts";
import type { DrawForm } from "#app/lib/seat-count/index.ts";
import { drawFormKinds } from "#app/lib/seat-count/index.ts";

const places = z.array(z.number().int().min(0));
const runoff = z.looseObject({ electionId: z.string(), fingerprint: z.string(), result: z.string() });
const method = z.enum(["lot", "runoff"]);
const form = z.object({ kind: z.enum(drawFormKinds), length: z.number().int() });

/** Candidates' places in the archive. */
export function readPlaces(value: unknown): number[] {
  return places.parse(value);
}

/** The election that decided it; null where it was a lot. */
export function readRunoff(value: unknown): RunoffDocument | null {
  return value === null ? null : runoff.parse(value);
}

export function readTieMethod(value: string): TieDocument["method"] {
  return method.parse(value);
}

export function readDrawForm(kind: string, length: number): DrawForm {
  return form.parse({ kind, length });
}
