// Tells the people of the old and of the new holder, and of the customers whose networks end with it, what staff have decided about a block
// or AS numbers: nobody loses or gets one unseen.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import type { DelegationStatus } from "../domain/delegation.ts";
import type { Network } from "../domain/network.ts";
import { linkToMyResources } from "../links.ts";

export interface DelegationNews {
  /** As people write them: "198.18.0.0/22, AS64496". */
  readonly resources: string;
  readonly before: { readonly organizationId: string };
  /** Null: nobody holds it any more. */
  readonly after: { readonly organizationId: string } | null;
  readonly status: DelegationStatus;
  /** The networks and AS numbers that change or end, as they were, for their holders and the people whom they named. */
  readonly networks: readonly Network[];
  readonly systems: readonly AutonomousSystem[];
}

/** The administrative contacts of all who hold something of it, before or after, and whom the resources named. */
export async function tellOfDelegation(within: ContextWithin, news: DelegationNews): Promise<void> {
  const { resources, before, after, status, networks, systems } = news;
  const holders = [before, ...(after === null ? [] : [after]), ...networks].map(({ organizationId }) => organizationId);
  const cards = new Map((await listOrganizationCards(within, [...new Set(holders)])).map((card) => [card.id, card]));
  const named = [
    ...[...cards.values()].map(({ administrativeContactId }) => administrativeContactId),
    ...networks.flatMap(({ technicalContactId, abuseContactId }) => [technicalContactId, abuseContactId]),
    ...systems.flatMap(({ routingContactId, abuseContactId }) => [routingContactId, abuseContactId]),
  ].filter((id) => id !== null);
  const nameOf = (organizationId: string) => {
    const { name = "", handle = "" } = cards.get(organizationId) ?? {};
    return `${name} (${handle})`;
  };
  const change = randomIdentifier(within.random);
  for (const { accountId, email, name, language } of await listAccounts(within, named)) {
    await sendMail(within, {
      template: "resources/holder-changed",
      to: { address: email, name, language },
      properties: {
        ...{ resources, holderBefore: nameOf(before.organizationId), status },
        holderAfter: after === null ? null : nameOf(after.organizationId),
        changedAt: within.clock.now().toISOString(),
        url: `${within.settings.baseUrl}${linkToMyResources()}`,
      },
      deduplication: `resources/holder-changed/${change}/${accountId}`,
      subject: { type: "resource", id: resources },
    });
  }
}
