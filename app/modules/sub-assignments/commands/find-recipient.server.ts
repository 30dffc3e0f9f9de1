// Who receives a part of a block: an organisation of the register by its handle, or a new one with its contact, created on the way.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { expectOk, ok, refuse } from "#app/lib/result/index.ts";
import {
  createAccountWithin,
  findAccountByUserId,
  findOnlyAccountsByEmail,
  getAccount,
} from "#app/modules/accounts/index.server.ts";
import { createOrganizationWithin, findOrganizationByHandle } from "#app/modules/organizations/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { defaultLanguage } from "#app/platform/language/languages.ts";
import type { CustomerInput, NewRecipient } from "./sub-assign.input.ts";

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
  block: Network,
  input: CustomerInput,
): Promise<Result<Customer, CustomerRefusal>> {
  const { recipient, isResidential, mayPassOn, name } = input;
  if (isResidential && name === "") return refuse("AREA_MISSING");
  if (isResidential && mayPassOn) return refuse("RESIDENTIAL_USES_ITSELF");
  const found = await findRecipient(within, recipient);
  if (!found.ok) return found;
  const organizationId = found.value;
  // Why only there: a residential area may stand under the provider's own name (policy manual §2.3).
  if (organizationId === block.organizationId && !isResidential) return refuse("RECIPIENT_IS_HOLDER");
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
  recipient: CustomerInput["recipient"],
): Promise<Result<string, CustomerRefusal>> {
  if (!("handle" in recipient)) return ok(await createRecipient(within, recipient));
  const organization = await findOrganizationByHandle(within, recipient.handle);
  return organization === undefined ? refuse("RECIPIENT_UNKNOWN", { handle: recipient.handle }) : ok(organization.id);
}

/** The organisation with its administrative contact: the person whose address it is, or a new one who is not invited yet. */
async function createRecipient(within: ContextWithin, recipient: NewRecipient): Promise<string> {
  const { contactName, contactEmail, ...fields } = recipient;
  const known = (await findOnlyAccountsByEmail(within, [contactEmail])).get(contactEmail);
  const accountId = known ?? (await createContact(within, contactName, contactEmail));
  const { name, userId } = await getAccount(within, accountId);
  const contact = { accountId, label: `${name} (${userId})` };
  return expectOk(await createOrganizationWithin(within, fields, contact)).organizationId;
}

async function createContact(within: ContextWithin, name: string, email: string): Promise<string> {
  const account = await createAccountWithin(within, { name, email, language: defaultLanguage });
  return expectOk(account).accountId;
}
