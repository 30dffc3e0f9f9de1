// Tells the people of an organisation that its entry on the roll was changed after the freeze, and what it says now.
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { defaultLanguage, inLanguage, isLanguage } from "#app/platform/language/languages.ts";
import { voterNameOf } from "../domain/voter-name.ts";
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
  const people = await Promise.all([...accountIds].map((accountId) => getAccount(within, accountId)));
  const known = new Set(people.map(({ email }) => email.toLowerCase()));
  const byLink = {
    accountId: `${election.id}/${entry.organizationHandle}`,
    ...{ email: entry.contactEmail, name: entry.contactName },
    language: isLanguage(entry.contactLanguage) ? entry.contactLanguage : defaultLanguage,
  };
  // Why: whoever votes by link has perhaps no account, and is told as everybody else.
  const isToldByAddress = entry.rollChannel === "link" && !known.has(byLink.email.toLowerCase()) && byLink.email !== "";
  for (const person of isToldByAddress ? [...people, byLink] : people) {
    await sendMail(within, {
      template: "elections/roll-changed",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        electionTitle: inLanguage(election.title as Trilingual, person.language),
        organizationName: voterNameOf(entry),
        organizationHandle: entry.organizationHandle,
        kind,
        votes: entry.votes,
        contactName: entry.contactName,
        reason,
        url: `${within.settings.baseUrl}${linkToRollChanges(election.id)}`,
      },
      deduplication: `elections/roll-changed/${election.id}/${version}/${person.accountId}`,
      subject: { type: "election", id: election.id },
    });
  }
}
