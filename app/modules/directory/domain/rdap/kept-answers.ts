// Answers about networks and AS numbers that were written before, kept as text until the register changes: writing one costs more than finding it.
import { prefixEnd } from "#app/lib/ip-addresses/index.ts";
import type { DirectoryIndex } from "../directory-index.ts";
import { answerRdap } from "./answer-rdap.ts";
import type { RdapSurroundings } from "./rdap-object.ts";
import type { RdapQuery } from "./rdap-query.ts";

export interface WrittenAnswer {
  readonly status: number;
  readonly text: string;
}

/** So many at most, of some three kilobytes each. */
const most = 20_000;

export class KeptAnswers<Kept> {
  readonly #surroundings: RdapSurroundings;
  readonly #finish: (answer: WrittenAnswer) => Kept;
  readonly #kept = new Map<object, Kept>();
  #index: DirectoryIndex | undefined;
  #revision = -1;

  /** `finish` makes of a text what the door sends: once for each text. */
  constructor(surroundings: RdapSurroundings, finish: (answer: WrittenAnswer) => Kept) {
    this.#surroundings = surroundings;
    this.#finish = finish;
  }

  answer(index: DirectoryIndex, query: RdapQuery): Kept {
    if (index !== this.#index || index.revision !== this.#revision) this.#forget(index);
    const subject = subjectOf(index, query);
    const known = subject === undefined ? undefined : this.#kept.get(subject);
    if (known !== undefined) return known;
    const { status, body } = answerRdap(index, query, this.#surroundings);
    const made = this.#finish({ status, text: JSON.stringify(body) });
    if (subject !== undefined) this.#keep(subject, made);
    return made;
  }

  #forget(index: DirectoryIndex): void {
    this.#kept.clear();
    this.#index = index;
    this.#revision = index.revision;
  }

  #keep(subject: object, made: Kept): void {
    const [oldest] = this.#kept.size >= most ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(subject, made);
  }
}

/** The one registration that the answer is about: every address of a network has the same answer. */
function subjectOf(index: DirectoryIndex, query: RdapQuery): object | undefined {
  if (query.kind === "autnum") return index.system(query.asn);
  if (query.kind !== "ip") return undefined;
  const { family, start } = query.prefix;
  return index.tree.around(family, start, prefixEnd(query.prefix));
}
