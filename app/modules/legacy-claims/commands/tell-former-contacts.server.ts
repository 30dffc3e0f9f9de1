// Tells everybody who was a contact of the entity or of its resources that another person is now: no takeover stays unseen.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { linkToMyOrganizations } from "#app/modules/organizations/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";

export interface NewContactNews {
  readonly organization: { readonly id: string; readonly name: string; readonly handle: string };
  readonly resources: readonly string[];
  readonly claimId: string;
  readonly formerContactIds: readonly string[];
}

export async function tellOfNewContact(
  within: ContextWithin,
  { organization, resources, claimId, formerContactIds }: NewContactNews,
): Promise<void> {
  const { actor } = within;
  if (actor.kind !== "person") return;
  for (const person of await listAccounts(within, formerContactIds)) {
    if (person.accountId === actor.accountId) continue;
    await sendMail(within, {
      template: "legacy-claims/contact-changed",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        ...{ organizationName: organization.name, ownerId: organization.handle },
        ...{ newContactName: actor.name, newContactUserId: actor.userId },
        resources: resources.slice(0, 20),
        furtherResources: Math.max(0, resources.length - 20),
        changedAt: within.clock.now().toISOString(),
        url: `${within.settings.baseUrl}${linkToMyOrganizations()}`,
      },
      deduplication: `legacy-claims/contact-changed/${claimId}/${person.accountId}`,
      subject: { type: "organization", id: organization.id },
    });
  }
}
