// What a commissioner signs: one text that names the election, the evidence, the seat, the answer and the reasons.
import { canonicalJson } from "../canonical-json/index.ts";

export interface StatementParts {
  readonly electionId: string;
  /** SHA-256 (hex) of the evidence. */
  readonly evidence: string;
  readonly trustee: number;
  readonly answer: "conform" | "dissent";
  readonly reasons: string;
}

/** The text over which the signature is made. */
export function conformityStatement({ electionId, evidence, trustee, answer, reasons }: StatementParts): string {
  return canonicalJson({ format: "plenaria-conformity/1", electionId, evidence, trustee, answer, reasons });
}
