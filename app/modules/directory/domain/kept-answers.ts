// What a door wrote about networks and AS numbers, once each and kept until anything in the register changes: every address of a network
// has the same answer. There are never more than the register has registrations, and what many have alike they share.
import { prefixEnd } from "#app/lib/ip-addresses/index.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { Question } from "./read-question.ts";

export class KeptAnswers<Answer> {
  readonly #kept = new Map<object, Answer>();
  #index: DirectoryIndex | undefined;
  #revision = -1;

  /** What was written about this registration; `write` is asked where nothing was, or where it may be another one now. */
  answer(index: DirectoryIndex, registration: object | undefined, write: () => Answer): Answer {
    if (index !== this.#index || index.revision !== this.#revision) this.#forget(index);
    if (registration === undefined) return write();
    const known = this.#kept.get(registration);
    if (known !== undefined) return known;
    const answer = write();
    this.#kept.set(registration, answer);
    return answer;
  }

  #forget(index: DirectoryIndex): void {
    this.#kept.clear();
    this.#index = index;
    this.#revision = index.revision;
  }
}

/** The one registration that the answer is about; undefined where it is about none, or about more. */
export function registrationAsked(index: DirectoryIndex, question: Question): object | undefined {
  if (question.kind === "asn") return index.system(question.asn);
  if (question.kind !== "prefix") return undefined;
  const { family, start } = question.prefix;
  return index.tree.around(family, start, prefixEnd(question.prefix));
}
