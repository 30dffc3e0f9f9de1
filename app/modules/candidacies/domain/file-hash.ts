// The fingerprint of a candidate's file as the commission reads it: whoever decides says with it which file she has read.
import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { Candidacy } from "./candidacy.ts";
import type { Answers } from "./questionnaire.ts";

/** SHA-256 (hex) over the facts, the texts, the picture, the answers and the supports. */
export function fileHashOf(candidacy: Candidacy, answers: Answers): string {
  const { name, country, citizenships, employer, employerGroup, biography, links, photoHash, statement, endorsedBy } =
    candidacy;
  const file = { name, country, citizenships, employer, employerGroup, links, photoHash, statement, endorsedBy };
  const text = canonicalJson({ ...file, biography: { ...biography }, answers: { ...answers } });
  return hexOf(sha256(new TextEncoder().encode(text)));
}
