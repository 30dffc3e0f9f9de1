// Answers questions of WHOIS as bytes, those about networks and AS numbers from what was written before.
import type { DirectoryIndex } from "../directory-index.ts";
import { findAnswer } from "../find-answer.ts";
import { KeptAnswers, registrationAsked } from "../kept-answers.ts";
import type { Question } from "../read-question.ts";
import { readQuestion } from "../read-question.ts";
import type { Referrals } from "../referrals.ts";
import type { WhoisSurroundings } from "./whois-text.ts";
import { writeAnswerBody, writeAround } from "./whois-text.ts";

const encoder = new TextEncoder();

export class WhoisWriter {
  readonly #whole = new KeptAnswers<Uint8Array>();
  readonly #reduced = new KeptAnswers<Uint8Array>();

  /** One after the other they are the text, in UTF-8. */
  answer(
    { index, referrals }: { readonly index: DirectoryIndex; readonly referrals: Referrals },
    typed: string,
    surroundings: WhoisSurroundings,
  ): Uint8Array[] {
    const question = readQuestion(typed);
    const isReduced = surroundings.notice === "reduced";
    const kept = isReduced ? this.#reduced : this.#whole;
    const body =
      question === undefined
        ? undefined
        : kept.answer(index, registrationAsked(index, question), () =>
            encoder.encode(writeAnswerBody(findAnswer(index, question), !isReduced)),
          );
    const isFound = body !== undefined && body.length > 0;
    const elsewhere = isFound || question === undefined ? undefined : elsewhereOf(referrals, question);
    const { opening, closing } = writeAround(isFound ? { isFound } : { isFound, typed, elsewhere }, surroundings);
    return [encoder.encode(opening), body ?? nothing, encoder.encode(closing)];
  }
}

function elsewhereOf(referrals: Referrals, question: Question): string | undefined {
  if (question.kind === "prefix") return referrals.ofPrefix(question.prefix);
  return question.kind === "asn" ? referrals.ofAsn(question.asn) : undefined;
}

const nothing = new Uint8Array();
