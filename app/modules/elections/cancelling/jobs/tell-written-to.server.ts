// Queues one mail to everybody who had been written to, some at a time. Safe to kill at any instant and to run twice at once: whom it told is in
// the rows of the mails, and the mark that all were is set in the transaction that finds nobody left.
import { createHash } from "node:crypto";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { MailSubject } from "#app/modules/notifications/index.server.ts";
import { addressKey, listWrittenTo, sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";

const mailsPerTransaction = 100;

export interface Telling {
  readonly electionId: string;
  readonly template: string;
  readonly subjects: readonly MailSubject[];
  /** Whoever got one of these knows of it; whoever got any mail, where nothing is said. */
  readonly knownBy?: readonly string[];
  /** The keys of its mails begin so. */
  readonly keys: string;
  readonly propertiesIn: (language: Language) => Readonly<Record<string, Json>>;
  /** Writes down, in the log too, that everybody was told. */
  readonly finish: (within: ContextWithin) => Promise<void>;
}

/** Gives how many were told now. */
export async function tellWrittenTo(context: Context, telling: Telling): Promise<number> {
  const { electionId, template, subjects, knownBy: templates, keys, propertiesIn, finish } = telling;
  const outcome = await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const wish = { subjects, toldUnder: keys, ...(templates === undefined ? {} : { templates }) };
    const next = (await listWrittenTo(within, wish)).slice(0, mailsPerTransaction);
    const names = await namesOnRoll(within, electionId);
    for (const { address, language } of next)
      await sendMail(within, {
        template,
        to: { address, name: names.get(addressKey(address)) ?? "", language },
        properties: propertiesIn(language),
        deduplication: `${keys}${createHash("sha256").update(addressKey(address)).digest("hex")}`,
        subject: { type: "election", id: electionId },
      });
    if (next.length < mailsPerTransaction) await finish(within);
    return ok(next.length);
  });
  return outcome.value;
}

async function namesOnRoll(within: ContextWithin, electionId: string): Promise<ReadonlyMap<string, string>> {
  const entries = await within.database.rollEntry.findMany({
    where: { electionId, contactEmail: { not: "" } },
    select: { contactEmail: true, contactName: true },
  });
  return new Map(entries.map(({ contactEmail, contactName }) => [addressKey(contactEmail), contactName]));
}
