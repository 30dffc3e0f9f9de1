// Tells everybody whom a change of a mandate concerns, except who made it: the organisation's contacts, who gave it, who got it.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import type { MandateFacts } from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { linkToMyMandates } from "../links.ts";

export interface ToldDelegation {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly grantedBy: string;
  readonly delegateId: string;
  readonly delegateName: string;
  readonly delegateUserId: string;
}

export async function tellContacts(
  within: ContextWithin,
  facts: MandateFacts,
  delegation: ToldDelegation,
  change: "offered" | "accepted" | "declined" | "revoked",
): Promise<void> {
  const actorId = within.actor.kind === "person" ? within.actor.accountId : "";
  const contacts = await listContactsOf(within, [delegation.organizationId]);
  const concerned = [...contacts.map(({ accountId }) => accountId), delegation.grantedBy, delegation.delegateId];
  const mail = randomIdentifier(within.random);
  for (const person of await listAccounts(within, concerned)) {
    if (person.accountId === actorId) continue;
    await sendMail(within, {
      template: "mandates/delegation-changed",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        change,
        organizationName: delegation.organizationName,
        organizationHandle: delegation.organizationHandle,
        delegateName: delegation.delegateName,
        delegateUserId: delegation.delegateUserId,
        electionTitle: inLanguage(facts.title, person.language),
        changedBy: within.actor.kind === "person" ? within.actor.name : "",
        isDelegate: person.accountId === delegation.delegateId,
        url: `${within.settings.baseUrl}${linkToMyMandates()}`,
      },
      deduplication: `mandates/delegation-changed/${mail}/${person.accountId}`,
      subject: { type: "organization", id: delegation.organizationId },
    });
  }
}
