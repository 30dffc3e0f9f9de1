// What of a claim are its member's words, and when its public subject may stand.
import type { PublicPart } from "./redaction.ts";

/** The columns of a claim whose words are gone: whom or what it was about goes with them. */
export const nothingSaid = { text: null, subjectLabel: "", subjectId: null } as const;

/** Privacy: who is complained about is named to the public together with the whole text, or not at all: a struck-out name would stand beside it. */
export function isWhollyPublic(publication: string, publicText: readonly PublicPart[] | null): boolean {
  return publication === "published" && (publicText ?? []).every(({ kind }) => kind === "text");
}
