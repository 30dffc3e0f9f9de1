// Who has been written to about something, so that whoever was told of it can be told that it is over.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { MailSubject } from "../commands/queue-mail.server.ts";
import { addressKey } from "../domain/address-key.ts";

export interface WrittenTo {
  readonly address: string;
  /** Of the last mail. */
  readonly language: Language;
}

export interface WrittenToWish {
  readonly subjects: readonly MailSubject[];
  /** Only mails of these templates; of all, where nothing is said. */
  readonly templates?: readonly string[];
  /** The beginning of the keys of the mails that tell it: whoever has one is left out. */
  readonly toldUnder: string;
}

/** What has left, or may have: of a mail that came back nobody was told. */
const left = ["sent", "sending", "unknown"];

/** One for each address, in their order. Privacy: confidential mails, whose addresses no row knows, and erased ones are not among them. */
export async function listWrittenTo(context: ReadingContext, wish: WrittenToWish): Promise<WrittenTo[]> {
  const { subjects, templates, toldUnder } = wish;
  const told = await context.database.outgoingMail.findMany({
    where: { deduplication: { startsWith: toldUnder } },
    select: { toAddress: true },
  });
  const known = new Set(told.map(({ toAddress }) => addressKey(toAddress)));
  const found = new Map<string, WrittenTo>();
  for (const { type: subjectType, id: subjectId } of subjects) {
    const mails = await context.database.outgoingMail.findMany({
      where: {
        ...{ subjectType, subjectId, state: { in: left }, toAddress: { contains: "@" } },
        ...(templates === undefined ? {} : { template: { in: [...templates] } }),
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { toAddress: true, language: true },
    });
    for (const { toAddress: address, language } of mails)
      if (!known.has(addressKey(address)))
        found.set(addressKey(address), { address, language: isLanguage(language) ? language : defaultLanguage });
  }
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, written]) => written);
}
