// Tells the people concerned that a network or an AS number has another contact, so that no takeover stays unseen.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Account } from "#app/modules/accounts/index.server.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { linkToMyResources, linkToNetwork } from "../links.ts";
import { findNetwork } from "../queries/networks.server.ts";

export interface NewResourceContact {
  /** As people write it: "198.18.0.0/22", "AS64496". */
  readonly resource: string;
  readonly role: "technical" | "routing" | "abuse";
  readonly link: string;
  readonly organization: { readonly name: string; readonly handle: string };
  readonly previous: Account | undefined;
  readonly chosen: Account | undefined;
  /** The holder's administrative contact. */
  readonly administrative: Account | undefined;
}

/** Who was it, who is it now, and the holder's administrative contact; but not whoever did it. */
export async function tellOfResourceContact(within: ContextWithin, news: NewResourceContact): Promise<void> {
  const { actor } = within;
  const { resource, role, link, organization, previous, chosen, administrative } = news;
  const concerned = [previous, chosen, administrative].filter((person) => person !== undefined);
  const people = new Map(concerned.map((person) => [person.accountId, person]));
  if (actor.kind === "person") people.delete(actor.accountId);
  const change = randomIdentifier(within.random);
  for (const person of people.values()) {
    // Why another page for who was it: the page of the resource is no longer hers.
    const mayOpen = [chosen, administrative].some((each) => each?.accountId === person.accountId);
    await sendMail(within, {
      template: "resources/contact-changed",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        ...{ resource, role },
        organizationName: organization.name,
        organizationHandle: organization.handle,
        newContact: chosen === undefined ? null : `${chosen.name} (${chosen.userId})`,
        previousContact: previous === undefined ? null : `${previous.name} (${previous.userId})`,
        changedBy: actor.kind === "person" ? actor.name : null,
        changedAt: within.clock.now().toISOString(),
        url: `${within.settings.baseUrl}${mayOpen ? link : linkToMyResources()}`,
      },
      deduplication: `resources/contact-changed/${change}/${person.accountId}`,
      subject: { type: "resource", id: resource },
    });
  }
}

/** Tells the people whom a network names that has just been registered for a customer. */
export async function tellOfNamedContacts(within: ContextWithin, prefix: Prefix): Promise<void> {
  const network = await findNetwork(within, { prefix });
  if (network === undefined) throw new Error(`${formatPrefix(prefix)} has not been registered`);
  const { id, organizationId, technicalContactId, abuseContactId } = network;
  const { name, handle } = await getOrganization(within, organizationId);
  for (const [role, accountId] of [["technical", technicalContactId] as const, ["abuse", abuseContactId] as const]) {
    if (accountId === null) continue;
    await tellOfResourceContact(within, {
      ...{ role, resource: formatPrefix(prefix), link: linkToNetwork(id), organization: { name, handle } },
      ...{ previous: undefined, chosen: await getAccount(within, accountId), administrative: undefined },
    });
  }
}
