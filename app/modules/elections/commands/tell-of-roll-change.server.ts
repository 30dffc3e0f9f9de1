// Tells the people of an organisation that its entry on the roll was changed after the freeze, and what it says now.
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { linkToRollChanges } from "../links.ts";
import type { LockedElection } from "./lock-election.server.ts";
import type { RollChangePlan } from "./plan-roll-change.server.ts";

/** All present contacts of the organisation, and whoever voted for it before and votes now. */
export async function tellOfRollChange(
  within: ContextWithin,
  election: LockedElection,
  plan: RollChangePlan,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<void> {
  const { entry, kind, contactAccountIds } = plan;
  const present = entry.organizationId === null ? [] : await listContactsOf(within, [entry.organizationId]);
  const accountIds = new Set([...contactAccountIds, ...present.map(({ accountId }) => accountId)]);
  for (const accountId of accountIds) {
    const person = await getAccount(within, accountId);
    await sendMail(within, {
      template: "elections/roll-changed",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        electionTitle: inLanguage(election.title as Trilingual, person.language),
        organizationName: entry.organizationName,
        organizationHandle: entry.organizationHandle,
        kind,
        votes: entry.votes,
        contactName: entry.contactName,
        reason,
        url: `${within.settings.baseUrl}${linkToRollChanges(election.id)}`,
      },
      deduplication: `elections/roll-changed/${election.id}/${version}/${accountId}`,
      subject: { type: "election", id: election.id },
    });
  }
}
