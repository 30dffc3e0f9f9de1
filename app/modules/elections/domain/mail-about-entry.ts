// What the mail room says in every mail to who votes for an entry of the roll: taken from the roll alone, whatever was sealed.
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { voterNameOf } from "./voter-name.ts";

export interface MailedEntry {
  readonly class: string;
  readonly organizationName: string;
  readonly contactName: string;
  readonly votes: number;
}

export function mailAboutEntry(
  entry: MailedEntry,
  { title, isTest }: { readonly title: Trilingual; readonly isTest: boolean },
  language: Language,
) {
  return {
    toName: entry.contactName,
    isTest,
    organizationName: voterNameOf(entry),
    electionTitle: inLanguage(title, language),
    votes: entry.votes,
  };
}
