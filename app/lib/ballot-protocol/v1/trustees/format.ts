// How trustees are written in the archive (SPECIFICATION §7.1, §7.4).
import { ok, type Result } from "../../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../../errors.ts";
import { asArray, isJsonObject, parseStrictJson } from "../../primitives/strict-json.ts";
import { readAll } from "../ballot-format.ts";
import { parseProof, type Proof } from "../proofs/knowledge.ts";
import { parseSignedMessage, type SignedMessage } from "../proofs/signed-message.ts";

/** One entry of the trustees' payload, as text. */
export type TrusteeItem =
  { readonly kind: "Single"; readonly payload: string } | { readonly kind: "Pedersen"; readonly payload: string };

/** A trustee's public key and its proof. */
export interface TrusteeKey {
  readonly publicKey: string;
  readonly proof: Proof;
  readonly signature: Proof | undefined;
}

/** A group of trustees of whom a threshold can decrypt. */
export interface ThresholdParameters {
  readonly threshold: number;
  readonly certificates: readonly SignedMessage[];
  readonly polynomials: readonly SignedMessage[];
  /** Undefined in what belenios-tool 2.0 writes. */
  readonly signatures: readonly Proof[] | undefined;
  readonly verificationKeys: readonly TrusteeKey[];
}

export type ParsedTrustee =
  | { readonly kind: "Single"; readonly key: TrusteeKey }
  | { readonly kind: "Pedersen"; readonly parameters: ThresholdParameters };

/** Writes the payload; each item's own text is kept byte for byte. */
export function serializeTrustees(items: readonly TrusteeItem[]): string {
  return `[${items.map((item) => `["${item.kind}",${item.payload}]`).join(",")}]`;
}

/** Reads the payload into what it contains. */
export function readTrustees(payload: string, order: bigint): Result<readonly ParsedTrustee[], ProtocolRefusal> {
  const items = readAll(parseStrictJson(payload), (item) => readTrustee(item, order));
  return items === undefined || items.length === 0 ? refuseWith("TRUSTEES_MALFORMED") : ok(items);
}

/** Splits the payload into its items, as compact texts. */
export function splitTrustees(payload: string): TrusteeItem[] {
  return (asArray(parseStrictJson(payload)) ?? []).map((item) => {
    const [kind, content] = asArray(item) ?? [];
    return { kind: kind === "Pedersen" ? "Pedersen" : "Single", payload: JSON.stringify(content) };
  });
}

function readTrustee(item: unknown, order: bigint): ParsedTrustee | undefined {
  const [kind, content, ...rest] = asArray(item) ?? [];
  if (rest.length > 0) return undefined;
  if (kind === "Single") {
    const key = readTrusteeKey(content, order);
    return key === undefined ? undefined : { kind, key };
  }
  if (kind !== "Pedersen") return undefined;
  const parameters = readThresholdParameters(content, order);
  return parameters === undefined ? undefined : { kind, parameters };
}

/** Reads a public key with its proof. */
export function readTrusteeKey(value: unknown, order: bigint): TrusteeKey | undefined {
  if (!isJsonObject(value) || typeof value["public_key"] !== "string") return undefined;
  const proof = parseProof(value["pok"], order);
  const isSigned = "signature" in value;
  const signature = isSigned ? parseProof(value["signature"], order) : undefined;
  if (proof === undefined || (isSigned && signature === undefined)) return undefined;
  return { publicKey: value["public_key"], proof, signature };
}

function readThresholdParameters(value: unknown, order: bigint): ThresholdParameters | undefined {
  if (!isJsonObject(value)) return undefined;
  const { threshold } = value;
  const certificates = readAll(value["certs"], (signed) => parseSignedMessage(signed, order));
  const polynomials = readAll(value["coefexps"], (signed) => parseSignedMessage(signed, order));
  const verificationKeys = readAll(value["verification_keys"], (key) => readTrusteeKey(key, order));
  const isSigned = "signatures" in value;
  const signatures = isSigned ? readAll(value["signatures"], (proof) => parseProof(proof, order)) : undefined;
  if (typeof threshold !== "number" || !Number.isSafeInteger(threshold) || threshold < 1) return undefined;
  if (certificates === undefined || polynomials === undefined || verificationKeys === undefined) return undefined;
  if (isSigned && signatures === undefined) return undefined;
  return { threshold, certificates, polynomials, signatures, verificationKeys };
}
