// The list of public credentials with their weights (SPECIFICATION §5.3).
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import type { GroupName } from "../primitives/group-name.ts";
import type { VerificationBackend } from "../primitives/group.ts";
import { pureBackend } from "../primitives/groups.ts";
import { parseCanonicalDecimal } from "../primitives/scalars.ts";
import { asArray, parseStrictJson } from "../primitives/strict-json.ts";

/** A public credential and the number of votes it has. */
export interface WeightedCredential {
  readonly publicCredential: string;
  readonly weight: number;
}

/** A credential list that was read, with quick access by credential. */
export interface CredentialList {
  readonly entries: readonly WeightedCredential[];
  readonly totalWeight: number;
  findWeight(publicCredential: string): number | undefined;
}

const largestWeight = 2n ** 53n;
const elementForm: Readonly<Record<GroupName, RegExp>> = {
  Ed25519: /^[0-9a-f]{64}$/,
  "BELENIOS-2048": /^[1-9][0-9]{0,616}$/,
};

/** The payload, sorted by credential, so that its order tells nothing about the voters. Weight 1 is left out. */
export function serializeCredentials(entries: readonly WeightedCredential[]): string {
  for (const { weight } of entries)
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError("a weight is a whole number");
  const lines = entries.map(({ publicCredential, weight }) =>
    weight === 1 ? publicCredential : `${publicCredential},${weight}`,
  );
  return JSON.stringify(lines.sort());
}

/** Reads a list: form, weights and uniqueness. Membership of the group costs more and is `findCredentialOutsideGroup`. */
export function parseCredentials(group: GroupName, payload: string): Result<CredentialList, ProtocolRefusal> {
  const lines = asArray(parseStrictJson(payload));
  if (lines === undefined) return refuseWith("CREDENTIALS_MALFORMED");
  const weights = new Map<string, number>();
  let totalWeight = 0;
  for (const [position, line] of lines.entries()) {
    const entry = parseEntry(group, line);
    if (entry === undefined) return refuseWith("CREDENTIAL_MALFORMED", { position });
    if (weights.has(entry.publicCredential))
      return refuseWith("CREDENTIAL_REPEATED", { position, credential: entry.publicCredential });
    weights.set(entry.publicCredential, entry.weight);
    totalWeight += entry.weight;
  }
  if (!Number.isSafeInteger(totalWeight)) return refuseWith("CREDENTIALS_MALFORMED");
  const entries = [...weights].map(([publicCredential, weight]) => ({ publicCredential, weight }));
  return ok({ entries, totalWeight, findWeight: (publicCredential) => weights.get(publicCredential) });
}

/** The first credential that is not a member of the group, or undefined if all are. */
export function findCredentialOutsideGroup(
  group: GroupName,
  publicCredentials: readonly string[],
  backend: VerificationBackend = pureBackend,
): string | undefined {
  const arithmetic = backend.arithmeticOf(group);
  return publicCredentials.find((text) => arithmetic.parseMember(text) === undefined);
}

function parseEntry(group: GroupName, line: unknown): WeightedCredential | undefined {
  if (typeof line !== "string") return undefined;
  const [publicCredential = "", weightText = "1", ...rest] = line.split(",");
  const weight = parseCanonicalDecimal(weightText, largestWeight);
  if (rest.length > 0 || weight === undefined || !elementForm[group].test(publicCredential)) return undefined;
  return { publicCredential, weight: Number(weight) };
}
