// What the commission can decide on a candidacy now: before the publication by one, afterwards by two, and nothing once the box is sealed.
import { isChange } from "./published-change.ts";
import type { CandidacyState } from "./candidacy-state.ts";

interface CallFacts {
  readonly isPublished: boolean;
  readonly election: { readonly sealedAt: string | Date | null };
}

/** Whether a published list may still be changed. */
export function isChangeable({ isPublished, election }: CallFacts): boolean {
  return isPublished && election.sealedAt === null;
}

export function kindsOfDecision(
  call: CallFacts,
  { state }: { readonly state: CandidacyState },
): readonly ("admit" | "correct" | "reject" | "strike")[] {
  if (!call.isPublished) return ["admit", "correct", "reject"];
  if (!isChangeable(call)) return [];
  return (["admit", "strike"] as const).filter((kind) => isChange(kind, state));
}
