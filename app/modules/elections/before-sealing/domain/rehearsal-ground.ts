// What a dress rehearsal must have in common with the election whose box is sealed: the trustees, and the route that the mails take.
// Source: CM/Rec(2017)5 no. 42 (the system is shown to work before it is used).
import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";

export interface RehearsalGround {
  readonly trusteeAccountIds: readonly string[];
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
}

/** Two rehearsals on the same ground have the same hash. Privacy: it names nobody. */
export function rehearsalGroundHash({ trusteeAccountIds, smtpUrl, mailFrom }: RehearsalGround): string {
  const route = smtpUrl === undefined ? "mailbox" : new URL(smtpUrl).host;
  const ground = { trustees: [...trusteeAccountIds].sort(), route, mailFrom };
  return hexOf(sha256(new TextEncoder().encode(canonicalJson(ground))));
}
