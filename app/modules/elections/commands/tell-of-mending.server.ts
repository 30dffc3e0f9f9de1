// Tells of a mended address: the one from which mails are taken away, everybody who acts for the organisation, and who keeps the list of codes.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { addressKey, sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { linkToElection, linkToVoterHelp } from "../links.ts";
import type { EntryWithContact, ReaderOfEntry } from "../queries/readers-of-entry.server.ts";
import { findReadersOfEntry } from "../queries/readers-of-entry.server.ts";

export interface MendingToTell {
  /** As it was before. */
  readonly entry: EntryWithContact & {
    readonly organizationHandle: string;
    readonly organizationName: string;
    readonly class: string;
  };
  readonly election: { readonly id: string; readonly title: unknown; readonly credentialAuthorityId: string | null };
  readonly proposalId: string;
  readonly reason: string;
}

interface Reader extends ReaderOfEntry {
  readonly isKeeper: boolean;
}

/** Why the old address too: if it does receive mail after all, its reader can object. */
export async function tellOfMending(within: ContextWithin, told: MendingToTell): Promise<void> {
  const { entry, election, proposalId, reason } = told;
  const readers = new Map<string, Reader>();
  for (const [key, reader] of await findReadersOfEntry(within, entry)) readers.set(key, { ...reader, isKeeper: false });
  for (const { email: address, name, language } of await listAccounts(within, [election.credentialAuthorityId ?? ""]))
    readers.set(addressKey(address), { address, name, language, isKeeper: true });
  for (const [key, { isKeeper, ...reader }] of readers) {
    const path = isKeeper ? linkToVoterHelp(election.id) : linkToElection(election.id);
    await sendMail(within, {
      template: "elections/address-mended",
      to: reader,
      properties: {
        organizationName: `${voterNameOf(entry)} (${entry.organizationHandle})`,
        electionTitle: inLanguage(election.title as Trilingual, reader.language),
        ...{ reason, isKeeper },
        link: `${within.settings.baseUrl}${path}`,
      },
      deduplication: `address-mended:${proposalId}:${key}`,
      subject: { type: "election", id: election.id },
    });
  }
}
