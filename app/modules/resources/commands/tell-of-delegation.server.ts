// Tells the people of the old and of the new holder what staff have decided about a block or AS numbers: nobody loses or gets one unseen.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { DelegationStatus } from "../domain/delegation.ts";
import { linkToMyResources } from "../links.ts";
import type { DelegatedParts } from "../queries/delegation.server.ts";

export interface DelegationNews {
  /** As people write them: "198.18.0.0/22, AS64496". */
  readonly resources: string;
  readonly before: { readonly organizationId: string };
  /** Null: nobody holds it any more. */
  readonly after: { readonly organizationId: string } | null;
  readonly status: DelegationStatus;
  /** The networks and AS numbers as they were, for the people whom they named. */
  readonly parts: Pick<DelegatedParts, "direct" | "systems">;
}

/** The administrative contacts of both, and whom the resources named. */
export async function tellOfDelegation(within: ContextWithin, news: DelegationNews): Promise<void> {
  const { resources, before, after, status, parts } = news;
  const holders = [before.organizationId, ...(after === null ? [] : [after.organizationId])];
  const cards = new Map((await listOrganizationCards(within, [...new Set(holders)])).map((card) => [card.id, card]));
  const named = [
    ...[...cards.values()].map(({ administrativeContactId }) => administrativeContactId),
    ...parts.direct.flatMap(({ technicalContactId, abuseContactId }) => [technicalContactId, abuseContactId]),
    ...parts.systems.flatMap(({ routingContactId, abuseContactId }) => [routingContactId, abuseContactId]),
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
