// How a refusal is answered: with its code for the page, and the right status for programs.
import { data } from "@remix-run/node";
import type { Refusal } from "#app/lib/result/index.ts";

export interface Refused<Fields> {
  readonly refusal: Refusal;
  /** What was typed and may be shown again; never a password or a code. */
  readonly fields: Fields;
}

/** 429 with the time to wait, otherwise 422. */
export function refused<Fields = Record<string, never>>(refusal: Refusal, fields: Fields) {
  const answer: Refused<Fields> = { refusal, fields };
  if (refusal.code !== "TOO_MANY_ATTEMPTS") return data(answer, { status: 422 });
  return data(answer, { status: 429, headers: { "Retry-After": String(refusal.details?.["seconds"] ?? 60) } });
}
