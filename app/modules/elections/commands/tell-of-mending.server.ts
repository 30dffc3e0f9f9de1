// Tells of a mended address: the one from which mails are taken away, everybody who acts for the organisation, and who keeps the list of codes.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { defaultLanguage, inLanguage, isLanguage } from "#app/platform/language/languages.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { linkToElection, linkToVoterHelp } from "../links.ts";

export interface MendingToTell {
  /** As it was before. */
  readonly entry: {
    readonly organizationId: string | null;
    readonly organizationHandle: string;
    readonly organizationName: string;
    readonly class: string;
    readonly contactName: string;
    readonly contactEmail: string;
    readonly mendedEmail: string | null;
    readonly contactLanguage: string;
  };
  readonly election: { readonly id: string; readonly title: unknown; readonly credentialAuthorityId: string | null };
  readonly proposalId: string;
  readonly reason: string;
}

interface Reader {
  readonly name: string;
  readonly language: Language;
  readonly isKeeper: boolean;
}

/** Why the old address too: if it does receive mail after all, its reader can object. */
export async function tellOfMending(within: ContextWithin, told: MendingToTell): Promise<void> {
  const { entry, election, proposalId, reason } = told;
  const contacts = entry.organizationId === null ? [] : await listContactsOf(within, [entry.organizationId]);
  const keeper = election.credentialAuthorityId ?? "";
  const accounts = await listAccounts(within, [...contacts.map(({ accountId }) => accountId), keeper]);
  const readers = new Map<string, Reader>();
  const language = isLanguage(entry.contactLanguage) ? entry.contactLanguage : defaultLanguage;
  readers.set(postalAddressOf(entry).toLowerCase(), { name: entry.contactName, language, isKeeper: false });
  for (const account of accounts) {
    const { accountId, email, name } = account;
    readers.set(email.toLowerCase(), { name, language: account.language, isKeeper: accountId === keeper });
  }
  for (const [address, { isKeeper, ...reader }] of readers) {
    const path = isKeeper ? linkToVoterHelp(election.id) : linkToElection(election.id);
    await sendMail(within, {
      template: "elections/address-mended",
      to: { address, ...reader },
      properties: {
        organizationName: `${voterNameOf(entry)} (${entry.organizationHandle})`,
        electionTitle: inLanguage(election.title as Trilingual, reader.language),
        ...{ reason, isKeeper },
        link: `${within.settings.baseUrl}${path}`,
      },
      deduplication: `address-mended:${proposalId}:${address}`,
      subject: { type: "election", id: election.id },
    });
  }
}
