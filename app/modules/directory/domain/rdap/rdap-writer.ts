// Answers questions of RDAP as bytes, those about networks and AS numbers from what was written before.
import type { DirectoryIndex } from "../directory-index.ts";
import { KeptAnswers, registrationAsked } from "../kept-answers.ts";
import { answerRdap } from "./answer-rdap.ts";
import { jsonPieces } from "./json-text.ts";
import type { RdapSurroundings } from "./rdap-object.ts";
import type { RdapQuery } from "./rdap-query.ts";

export interface WrittenAnswer {
  readonly status: number;
  /** One after the other they are the text, in UTF-8. */
  readonly pieces: readonly Uint8Array[];
}

export class RdapWriter {
  readonly #surroundings: RdapSurroundings;
  readonly #kept = new KeptAnswers<WrittenAnswer>();

  constructor(surroundings: RdapSurroundings) {
    this.#surroundings = surroundings;
  }

  answer(index: DirectoryIndex, query: RdapQuery): WrittenAnswer {
    return this.#kept.answer(index, registrationOf(index, query), () => {
      const { status, body } = answerRdap(index, query, this.#surroundings);
      return { status, pieces: jsonPieces(body) };
    });
  }
}

function registrationOf(index: DirectoryIndex, query: RdapQuery): object | undefined {
  if (query.kind === "ip") return registrationAsked(index, { kind: "prefix", prefix: query.prefix });
  return query.kind === "autnum" ? registrationAsked(index, { kind: "asn", asn: query.asn }) : undefined;
}
