// Tells the people of an organisation who votes or answers for it now, and that the mail of who votes goes elsewhere: so no takeover stays
// unseen.
// Source: requirements of voting for organisations (ARIN, AFRINIC 2025): a notice to the other contacts on every change.
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Contact } from "../domain/organization.ts";
import { linkToMyOrganization } from "../links.ts";
import { listContactsOf, listOrganizationsOfContact } from "../queries/contacts.server.ts";
import { getOrganization } from "../queries/get-organization.server.ts";

/**
 * Everybody who acts for the organisation or did, except who made the change. At the first naming the named person has nothing to lose
 * yet. Who gets its bills is nobody's danger, and nobody is told.
 */
export async function tellOfContact(
  within: ContextWithin,
  contactsBefore: readonly Contact[],
  contact: Contact,
): Promise<void> {
  const { role } = contact;
  if (role === "billing") return;
  const organization = await getOrganization(within, contact.organizationId);
  const actorId = within.actor.kind === "person" ? within.actor.accountId : undefined;
  const previous = contactsBefore.find((each) => each.role === role);
  const concerned = previous === undefined ? contactsBefore : [...contactsBefore, contact];
  const people = new Map(concerned.map((each) => [each.accountId, each]));
  const change = randomIdentifier(within.random);
  for (const person of people.values()) {
    if (person.accountId === actorId) continue;
    await sendMail(within, {
      template: "organizations/contact-changed",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        role,
        organizationName: organization.name,
        organizationHandle: organization.handle,
        newContactName: contact.name,
        newContactUserId: contact.userId,
        previousContactName: previous?.name ?? null,
        changedBy: within.actor.kind === "person" ? within.actor.name : null,
        changedAt: contact.since.toISOString(),
        url: `${within.settings.baseUrl}${linkToMyOrganization(organization.handle)}`,
      },
      deduplication: `organizations/contact-changed/${change}/${person.accountId}`,
      subject: { type: "organization", id: organization.id },
    });
  }
}

/** The voting code and every notice go to this address: whoever changed it in another's name would get them. The old address is told by accounts. */
export async function tellOfNewAddress(
  within: ContextWithin,
  person: { readonly accountId: string; readonly name: string; readonly userId: string },
): Promise<void> {
  const change = randomIdentifier(within.random);
  for (const { organization } of await listOrganizationsOfContact(within, person.accountId, "membership")) {
    const contacts = await listContactsOf(within, [organization.id]);
    const others = new Map(contacts.map((each) => [each.accountId, each]));
    others.delete(person.accountId);
    for (const other of others.values()) {
      await sendMail(within, {
        template: "organizations/contact-address-changed",
        to: { address: other.email, name: other.name, language: other.language },
        properties: {
          organizationName: organization.name,
          organizationHandle: organization.handle,
          contactName: person.name,
          contactUserId: person.userId,
          changedAt: within.clock.now().toISOString(),
          url: `${within.settings.baseUrl}${linkToMyOrganization(organization.handle)}`,
        },
        deduplication: `organizations/contact-address-changed/${change}/${organization.id}/${other.accountId}`,
        subject: { type: "organization", id: organization.id },
      });
    }
  }
}
