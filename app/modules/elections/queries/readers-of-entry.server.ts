// Who is told of what happens to an entry of the roll: where its mails go now, and everybody who acts for the organisation today, so that
// whoever did not ask for it can object at once. One mail for each address, however it is written.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { addressKey } from "#app/modules/notifications/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import { postalAddressOf } from "../domain/postal-address.ts";

export interface EntryWithContact {
  readonly organizationId: string | null;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly mendedEmail: string | null;
  readonly contactLanguage: string;
}

export interface ReaderOfEntry {
  readonly address: string;
  readonly name: string;
  readonly language: Language;
}

/** By what makes their addresses the same; the voter's own is among them as the roll has her. */
export async function findReadersOfEntry(
  context: ReadingContext,
  entry: EntryWithContact,
): Promise<Map<string, ReaderOfEntry>> {
  const contacts = entry.organizationId === null ? [] : await listContactsOf(context, [entry.organizationId]);
  const accounts = await listAccounts(
    context,
    contacts.map(({ accountId }) => accountId),
  );
  const readers = new Map<string, ReaderOfEntry>();
  for (const { email: address, name, language } of accounts)
    readers.set(addressKey(address), { address, name, language });
  const language = isLanguage(entry.contactLanguage) ? entry.contactLanguage : defaultLanguage;
  const address = postalAddressOf(entry);
  readers.set(addressKey(address), { address, name: entry.contactName, language });
  return readers;
}
