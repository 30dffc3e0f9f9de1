// A statement signed with the key of a trustee's certificate: whoever has the archive can tell that the holder of that seat's key
// said it (SPECIFICATION §7.6). It needs no other key and no server's word.
import type { RandomBytes } from "../../platform.ts";
import type { GroupName } from "../../primitives/group-name.ts";
import { groupNamed } from "../../primitives/groups.ts";
import { parseStrictJson } from "../../primitives/strict-json.ts";
import { parseProof, proofJson } from "../proofs/knowledge.ts";
import { signMessage, verifyMessage } from "../proofs/signed-message.ts";
import { readCertificate } from "./certificate.ts";
import { signingSecret } from "./derivation.ts";
import { readTrustees } from "./format.ts";

// Why a prefix: no certificate, polynomial or other message of the ceremony may pass for a statement, nor the other way round.
const prefix = "plenaria-statement|";

/** The signature of a statement, as canonical JSON. */
export function signTrusteeStatement(input: {
  readonly group: GroupName;
  readonly seed: string;
  readonly statement: string;
  readonly random: RandomBytes;
}): string {
  const group = groupNamed(input.group);
  const secret = signingSecret(input.seed, group.order);
  return JSON.stringify(proofJson(signMessage(group, secret, prefix + input.statement, input.random)));
}

/** Whether the holder of trustee `index` (from 1) of this payload signed the statement. */
export function verifyTrusteeStatement(input: {
  readonly group: GroupName;
  readonly trusteesPayload: string;
  readonly index: number;
  readonly statement: string;
  readonly signature: string;
}): boolean {
  const group = groupNamed(input.group);
  const trustees = readTrustees(input.trusteesPayload, group.order);
  const proof = parseProof(parseStrictJson(input.signature), group.order);
  if (!trustees.ok || proof === undefined || JSON.stringify(proofJson(proof)) !== input.signature) return false;
  const parameters = trustees.value.find((trustee) => trustee.kind === "Pedersen")?.parameters;
  const certificate = parameters?.certificates[input.index - 1];
  if (parameters === undefined || certificate === undefined) return false;
  const seat = {
    group: input.group,
    size: parameters.certificates.length,
    threshold: parameters.threshold,
    index: input.index,
  };
  const content = readCertificate(group, certificate, seat);
  return content.ok && verifyMessage(group, content.value.verificationKey, prefix + input.statement, proof);
}
