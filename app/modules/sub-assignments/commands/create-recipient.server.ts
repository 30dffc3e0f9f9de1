// A recipient whom the register does not know, with a contact. Whether the contact's address is somebody's already makes no difference:
// nobody becomes a contact by having an address that another person types, and nobody learns whose it is (decision 0023).
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccountWithin } from "#app/modules/accounts/index.server.ts";
import { linkToForgottenPassword } from "#app/modules/accounts/index.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { createOrganizationWithin, getOrganization } from "#app/modules/organizations/index.server.ts";
import { languageOfCountry } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { NewRecipient } from "./sub-assign.input.ts";

/** What a customer receives, and out of what. */
export interface PlaceOfCustomer {
  readonly block: Network;
  readonly range: Prefix;
  readonly isResidential: boolean;
}

/** The organisation's id. Its contact is told by mail what was said of her, and how she comes to her account. */
export async function createRecipient(
  within: ContextWithin,
  place: PlaceOfCustomer,
  { contactName: name, contactEmail: email, ...fields }: NewRecipient,
): Promise<string> {
  const language = languageOfCountry(fields.country);
  const { accountId, userId } = expectOk(await createAccountWithin(within, { name, email, language }));
  const contact = { accountId, label: `${name} (${userId})` };
  const { organizationId, handle } = expectOk(await createOrganizationWithin(within, fields, contact));
  const provider = await getOrganization(within, place.block.organizationId);
  await sendMail(within, {
    template: "sub-assignments/contact-named",
    to: { address: email, name, language },
    properties: {
      ...{ organizationName: fields.name, organizationHandle: handle, userId, range: formatPrefix(place.range) },
      ...{ provider: provider.name, isResidential: place.isResidential },
      namedBy: within.actor.kind === "person" ? within.actor.name : null,
      namedAt: within.clock.now().toISOString(),
      url: `${within.settings.baseUrl}${linkToForgottenPassword()}`,
    },
    deduplication: `sub-assignments/contact-named/${accountId}`,
    subject: { type: "organization", id: organizationId },
  });
  return organizationId;
}
