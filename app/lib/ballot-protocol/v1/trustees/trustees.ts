// Trustees as the rest of the house sees them: single ones, and questions about a whole payload (SPECIFICATION §7).
import { expectOk, ok, type Result } from "../../../result/index.ts";
import type { ProtocolRefusal } from "../../errors.ts";
import type { RandomBytes } from "../../platform.ts";
import type { GroupName } from "../../primitives/group-name.ts";
import { groupNamed } from "../../primitives/groups.ts";
import { randomNonZeroScalar } from "../../primitives/scalars.ts";
import { proofJson } from "../proofs/knowledge.ts";
import { proveTrusteeKey } from "../proofs/trustee-key.ts";
import { readTrustees, splitTrustees, type TrusteeItem } from "./format.ts";
import { verifyTrusteesPayload } from "./verify-trustees.ts";

/** A trustee without whom nothing can be decrypted: the secret, and the public part for the payload. */
export function generateSingleTrustee({ group: name, random }: { group: GroupName; random: RandomBytes }): {
  secret: string;
  trustee: TrusteeItem;
} {
  const group = groupNamed(name);
  const secret = randomNonZeroScalar(group.order, random); // x
  const publicKey = group.serialize(group.secretPowerOfBase(group.generator, secret)); // X = g^x
  const pok = proofJson(proveTrusteeKey(group, secret, publicKey, random));
  return {
    secret: secret.toString(),
    trustee: { kind: "Single", payload: JSON.stringify({ pok, public_key: publicKey }) },
  };
}

/** Reads a trustees' payload into its items, checking only its form. */
export function parseTrustees(group: GroupName, payload: string): Result<readonly TrusteeItem[], ProtocolRefusal> {
  const parsed = readTrustees(payload, groupNamed(group).order);
  return parsed.ok ? ok(splitTrustees(payload)) : parsed;
}

/** Checks everything that must hold of a trustees' payload. */
export function verifyTrustees(group: GroupName, payload: string): Result<{ trusteeCount: number }, ProtocolRefusal> {
  const verified = verifyTrusteesPayload(groupNamed(group), payload);
  return verified.ok ? ok({ trusteeCount: verified.value.owners.length }) : verified;
}

/** The election's public key; throws if the trustees' payload does not hold. */
export function electionPublicKey(group: GroupName, trusteesPayload: string): string {
  const arithmetic = groupNamed(group);
  return arithmetic.serialize(expectOk(verifyTrusteesPayload(arithmetic, trusteesPayload)).publicKey);
}
