// Which announced draw a decided tie was drawn by: the last that was announced for exactly its candidates.
import type { DrawDocument, TieDocument } from "./decision-documents.ts";

/** The same people, in whatever order. */
export function sameCandidates(left: readonly number[], right: readonly number[]): boolean {
  const [one, other] = [left, right].map((positions) => [...positions].sort((low, high) => low - high).join());
  return one === other;
}

/** Undefined where none was announced. */
export function drawOfTie(
  { contest, order }: Pick<TieDocument, "contest" | "order">,
  draws: readonly DrawDocument[],
): DrawDocument | undefined {
  return draws.findLast((draw) => draw.contest === contest && sameCandidates(draw.candidates, order));
}
