// A trustee's certificate: the public keys for one seat at one ceremony, signed by their owner (SPECIFICATION §7.3).
import { ok, type Result } from "../../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../../errors.ts";
import type { RandomBytes } from "../../platform.ts";
import type { GroupName } from "../../primitives/group-name.ts";
import type { PublicArithmetic } from "../../primitives/group.ts";
import { groupNamed } from "../../primitives/groups.ts";
import { isJsonObject, parseStrictJson } from "../../primitives/strict-json.ts";
import {
  parseSignedMessage,
  signedMessageJson,
  signMessage,
  verifyMessage,
  type SignedMessage,
} from "../proofs/signed-message.ts";
import { channelSecret, signingSecret } from "./derivation.ts";

/** A seat at a ceremony: trustee `index` (from 1) of `size`, of whom `threshold` can decrypt. */
export interface TrusteeSeat {
  readonly group: GroupName;
  readonly size: number;
  readonly threshold: number;
  readonly index: number;
}

/** What a certificate says. */
export interface CertificateContent<Element> {
  readonly verificationKey: Element; // vk
  readonly encryptionKey: Element; // ek
  readonly hasContext: boolean;
}

/** Makes the certificate of a seat. */
export function makeTrusteeCertificate(input: TrusteeSeat & { seed: string; random: RandomBytes }): string {
  const group = groupNamed(input.group);
  const secret = signingSecret(input.seed, group.order); // sk
  const message = JSON.stringify({
    context: { group: input.group, size: input.size, threshold: input.threshold, index: input.index },
    verification: group.serialize(group.secretPowerOfBase(group.generator, secret)),
    encryption: group.serialize(group.secretPowerOfBase(group.generator, channelSecret(input.seed, group.order))),
  });
  return JSON.stringify(signedMessageJson({ message, signature: signMessage(group, secret, message, input.random) }));
}

/** Checks the certificate of a seat as the other trustees and the server must. */
export function verifyTrusteeCertificate(
  input: TrusteeSeat & { certificate: string },
): Result<{ verificationKey: string; encryptionKey: string }, ProtocolRefusal> {
  const group = groupNamed(input.group);
  const signed = parseSignedMessage(parseStrictJson(input.certificate), group.order);
  if (signed === undefined || JSON.stringify(signedMessageJson(signed)) !== input.certificate) {
    return refuseWith("TRUSTEE_CERTIFICATE_INVALID", { trustee: input.index });
  }
  const content = readCertificate(group, signed, input);
  if (!content.ok) return content;
  if (!content.value.hasContext) return refuseWith("TRUSTEE_CONTEXT_MISMATCH", { trustee: input.index });
  const { verificationKey, encryptionKey } = content.value;
  return ok({ verificationKey: group.serialize(verificationKey), encryptionKey: group.serialize(encryptionKey) });
}

/** Reads and checks a certificate for a seat. Certificates of belenios-tool 2.0 have no context. */
export function readCertificate<Element>(
  arithmetic: PublicArithmetic<Element>,
  signed: SignedMessage,
  seat: TrusteeSeat,
): Result<CertificateContent<Element>, ProtocolRefusal> {
  const trustee = seat.index;
  const value = parseStrictJson(signed.message);
  if (!isJsonObject(value)) return refuseWith("TRUSTEE_CERTIFICATE_INVALID", { trustee });
  const verificationKey = arithmetic.parseMember(String(value["verification"]));
  const encryptionKey = arithmetic.parseMember(String(value["encryption"]));
  if (verificationKey === undefined || encryptionKey === undefined)
    return refuseWith("TRUSTEE_KEY_NOT_IN_GROUP", { trustee });
  const hasContext = "context" in value;
  if (hasContext && !isContextOf(value["context"], seat)) return refuseWith("TRUSTEE_CONTEXT_MISMATCH", { trustee });
  if (!verifyMessage(arithmetic, verificationKey, signed.message, signed.signature)) {
    return refuseWith("TRUSTEE_CERTIFICATE_INVALID", { trustee });
  }
  return ok({ verificationKey, encryptionKey, hasContext });
}

function isContextOf(context: unknown, seat: TrusteeSeat): boolean {
  if (!isJsonObject(context)) return false;
  const { group, size, threshold, index } = context;
  return group === seat.group && size === seat.size && threshold === seat.threshold && index === seat.index;
}
