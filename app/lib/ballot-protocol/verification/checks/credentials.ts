// Checks "credentials" and "credential-membership": the list can be read, names nobody twice, and every public credential
// is a member of the group (SPECIFICATION §5.3).
import type { ProtocolCode } from "../../errors.ts";
import type { GroupName } from "../../primitives/group-name.ts";
import { parseCredentials, type CredentialList } from "../../v1/credential-list.ts";
import type { CheckLedger } from "../report.ts";

/** Reads the list. */
export function checkCredentials(
  ledger: CheckLedger,
  group: GroupName,
  payload: string | undefined,
): CredentialList | undefined {
  if (payload === undefined) {
    ledger.fail("credentials", "EVENT_PAYLOAD_MISSING", "the archive has no credentials");
    return undefined;
  }
  const list = parseCredentials(group, payload);
  if (!list.ok) {
    const position = list.error.details?.["position"];
    const where = typeof position === "number" ? `credential ${position + 1}` : undefined;
    ledger.fail("credentials", list.error.code, "the list of credentials does not hold", where);
    return undefined;
  }
  ledger.pass(
    "credentials",
    `${list.value.entries.length} credentials with ${list.value.totalWeight} votes, none twice`,
  );
  return list.value;
}

/** Tells what the search for credentials outside the group found. */
export function checkCredentialMembership(ledger: CheckLedger, outside: readonly string[], count: number): void {
  const code: ProtocolCode = "CREDENTIAL_NOT_IN_GROUP";
  for (const credential of outside)
    ledger.fail("credential-membership", code, "not a member of the group", `credential ${credential.slice(0, 64)}`);
  ledger.pass("credential-membership", `${count} credentials are members of the group`);
}
