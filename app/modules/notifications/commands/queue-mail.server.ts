// Puts a mail on its way: sealed here (or already in a browser), sent by the mail room.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { isConfidentialMail, sealedAddressOnly, startOfUtcDay, urgencyOf } from "../domain/delivery-rules.ts";
import { returnTokenOf } from "../domain/return-path.ts";
import { sealForMailRoom } from "../domain/seal.ts";
import { mailRoomRecipient } from "../queries/mail-room-recipient.server.ts";

/** What a mail is about, so that the page of that thing can show what became of its mails. */
export interface MailSubject {
  readonly type: string;
  readonly id: string;
}

export interface MailToSend {
  /** The name in emails/catalogue.ts: "accounts/password-reset". */
  readonly template: string;
  readonly to: { readonly address: string; readonly name: string; readonly language: Language };
  readonly properties: Readonly<Record<string, Json>>;
  /** The same key means the same mail, which is sent once. A confidential mail does not keep it: the act queues it once. */
  readonly deduplication: string;
  readonly subject?: MailSubject;
  /** The row must not tell who gets it, of which act, or at what time of day; it goes when the mail has gone. */
  readonly isConfidential?: boolean;
}

export interface SealedMail {
  readonly template: string;
  readonly to: { readonly address: string };
  readonly language: Language;
  /** From `sealForMailRoom`; must contain the same address as `toAddress`. */
  readonly sealed: string;
  readonly deduplication: string;
  readonly subject?: MailSubject;
}

/** Queues a mail in the transaction of the act that it tells of. False: a mail with this key was queued before. */
export async function sendMail(within: ContextWithin, mail: MailToSend): Promise<boolean> {
  const sealed = await sealForMailRoom(await mailRoomRecipient(within), {
    ...mail.properties,
    toAddress: mail.to.address,
    toName: mail.to.name,
  });
  const { template, to, deduplication, subject } = mail;
  return queueSealedMail(within, {
    template,
    to: { address: mail.isConfidential === true ? sealedAddressOnly : to.address },
    language: to.language,
    sealed,
    deduplication,
    ...(subject === undefined ? {} : { subject }),
  });
}

/** Queues a mail that was sealed elsewhere, for example in the browser of a commission member. */
export async function queueSealedMail(within: ContextWithin, mail: SealedMail): Promise<boolean> {
  return (await queueSealedMails(within, [mail])) === 1;
}

const rowsPerStatement = 500;

/** The same for thousands at once; gives how many were new. */
export async function queueSealedMails(within: ContextWithin, mails: readonly SealedMail[]): Promise<number> {
  const known = await knownKeys(within, mails);
  const rows = mails
    .filter((mail) => !known.has(mail.deduplication))
    .map((mail) => ({
      ...tracesOf(within, mail),
      template: mail.template,
      urgency: urgencyOf(mail.template),
      language: mail.language,
      toAddress: mail.to.address,
      subjectType: mail.subject?.type ?? null,
      subjectId: mail.subject?.id ?? null,
      sealed: mail.sealed,
    }));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await within.database.outgoingMail.createMany({ data: rows.slice(start, start + rowsPerStatement) });
  }
  return rows.length;
}

/**
 * Privacy: the key of a receipt is made from a tracker that anybody reads in the box, and an instant finds a ballot too;
 * beside a sealed address neither may stand. A random key is enough, because the transaction of the act queues once.
 */
function tracesOf(within: ContextWithin, mail: SealedMail) {
  const now = within.clock.now();
  const isConfidential = isConfidentialMail({ toAddress: mail.to.address });
  const at = isConfidential ? startOfUtcDay(now) : now;
  const deduplication = isConfidential ? `confidential/${randomIdentifier(within.random)}` : mail.deduplication;
  const returnToken = isConfidential ? null : returnTokenOf(within.random(16));
  return { createdAt: at, nextAttemptAt: at, deduplication, returnToken };
}

// Why asked first: a refused insert would spoil the caller's whole transaction on PostgreSQL.
async function knownKeys(within: ContextWithin, mails: readonly SealedMail[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < mails.length; start += rowsPerStatement) {
    const keys = mails.slice(start, start + rowsPerStatement).map((mail) => mail.deduplication);
    const rows = await within.database.outgoingMail.findMany({
      where: { deduplication: { in: keys } },
      select: { deduplication: true },
    });
    for (const row of rows) known.add(row.deduplication);
  }
  return known;
}
