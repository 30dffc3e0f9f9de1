// Gives a roll entry what its proof needs: a salt, the hash of its private part, the rule version, and the text it is found by.
import { rollPrivateHash } from "#app/lib/roll-proof/index.ts";
import { searchable } from "#app/modules/organizations/index.server.ts";
import type { RandomBytes } from "#app/platform/randomness.server.ts";
import type { PrivateFacts } from "../domain/roll-parts.ts";
import { privatePartOf, ruleVersionOf } from "../domain/roll-parts.ts";

interface EntryToHide extends PrivateFacts {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
}

const saltBytes = 16;

/** The columns that follow from the others; a fresh salt each time, so that two versions of an entry cannot be compared by their hashes. */
export function hidePrivatePart(random: RandomBytes, entry: EntryToHide) {
  const salt = Buffer.from(random(saltBytes)).toString("hex");
  return {
    salt,
    privateHash: rollPrivateHash(salt, privatePartOf(entry)),
    ruleVersion: ruleVersionOf(entry.explanation),
    searchText: searchable(`${entry.organizationHandle} ${entry.organizationName} ${entry.country}`),
  };
}
