// A refusal as a sentence: of the module whose act was refused, of this one, or of one below.
import { useRefusalSentence } from "#app/ui/use-refusal-sentence.ts";
import type { RefusalToSay } from "#app/ui/use-refusal-sentence.ts";
import { partsOfKind } from "../domain/proposal-state.ts";

export function useProposalRefusal(kind: string): (refusal: RefusalToSay) => string {
  const sentenceOf = useRefusalSentence(partsOfKind(kind).module);
  return (refusal) => sentenceOf(refusal) ?? refusal.code;
}
