// Who receives a part of a block: an organisation of the register by its handle, or a new one, created on the way.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findAccountByUserId } from "#app/modules/accounts/index.server.ts";
import { findOrganizationByHandle } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { leaveOutHomes } from "../queries/recipients.server.ts";
import type { PlaceOfCustomer } from "./create-recipient.server.ts";
import { createRecipient } from "./create-recipient.server.ts";
import type { CustomerInput } from "./sub-assign.input.ts";

export type CustomerRefusal = Refusal<
  "RECIPIENT_UNKNOWN" | "RECIPIENT_IS_HOLDER" | "AREA_MISSING" | "RESIDENTIAL_USES_ITSELF" | "CONTACT_UNKNOWN"
>;

/** What the network will say of its holder. */
export interface Customer {
  readonly organizationId: string;
  readonly status: "reallocated" | "reassigned";
  readonly name: string;
  readonly isResidential: boolean;
  readonly technicalContactId: string | null;
  readonly abuseContactId: string | null;
}

/** The customer as the register knows him; called inside the act's transaction, so that a refusal leaves no organisation behind. */
export async function findCustomer(
  within: ContextWithin,
  place: Omit<PlaceOfCustomer, "isResidential">,
  input: CustomerInput,
): Promise<Result<Customer, CustomerRefusal>> {
  const { recipient, isResidential, mayPassOn, name } = input;
  if (isResidential && name === "") return refuse("AREA_MISSING");
  if (isResidential && mayPassOn) return refuse("RESIDENTIAL_USES_ITSELF");
  const found = await findRecipient(within, { ...place, isResidential }, recipient);
  if (!found.ok) return found;
  const organizationId = found.value;
  // Why only there: a residential area may stand under the provider's own name (policy manual §2.3).
  if (organizationId === place.block.organizationId && !isResidential) return refuse("RECIPIENT_IS_HOLDER");
  const contacts = await findContacts(within, [input.technicalUserId, input.abuseUserId]);
  if (!contacts.ok) return contacts;
  const [technicalContactId = null, abuseContactId = null] = contacts.value;
  const status = mayPassOn ? "reallocated" : "reassigned";
  return ok({ organizationId, status, name, isResidential, technicalContactId, abuseContactId });
}

/** The accounts of these user IDs, in order; null for "". */
async function findContacts(
  within: ContextWithin,
  userIds: readonly string[],
): Promise<Result<(string | null)[], CustomerRefusal>> {
  const contacts: (string | null)[] = [];
  for (const userId of userIds) {
    const account = userId === "" ? null : await findAccountByUserId(within, userId);
    if (account === undefined || account?.isActive === false) return refuse("CONTACT_UNKNOWN", { userId });
    contacts.push(account?.accountId ?? null);
  }
  return ok(contacts);
}

async function findRecipient(
  within: ContextWithin,
  place: PlaceOfCustomer,
  recipient: CustomerInput["recipient"],
): Promise<Result<string, CustomerRefusal>> {
  if (!("handle" in recipient)) return ok(await createRecipient(within, place, recipient));
  const organization = await findOrganizationByHandle(within, recipient.handle);
  const isKnown = organization !== undefined && (await leaveOutHomes(within, place.block, [organization.id])).size > 0;
  return isKnown ? ok(organization.id) : refuse("RECIPIENT_UNKNOWN", { handle: recipient.handle });
}
