// What became of mails: counted for one subject, and those in trouble with their reasons.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { erasedAddress, sealedAddressOnly } from "../domain/delivery-rules.ts";
import type { MailSubject } from "../commands/queue-mail.server.ts";

export const mailStates = ["waiting", "sending", "sent", "failed", "unknown", "bounced", "stopped"] as const;
export type MailState = (typeof mailStates)[number];

export interface MailInTrouble {
  readonly id: string;
  readonly template: string;
  readonly toAddress: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly reason: string;
}

/** How many mails about the subject (of one template, if given) are in which state. */
export async function countMails(
  context: ReadingContext,
  subject: MailSubject,
  template?: string,
): Promise<Record<MailState, number>> {
  const rows = await context.database.outgoingMail.groupBy({
    by: ["state"],
    where: { subjectType: subject.type, subjectId: subject.id, ...(template === undefined ? {} : { template }) },
    _count: { _all: true },
  });
  const counts: Record<MailState, number> = {
    ...{ waiting: 0, sending: 0, sent: 0, failed: 0, unknown: 0, bounced: 0 },
    stopped: 0,
  };
  for (const row of rows) counts[row.state as MailState] = row._count._all;
  return counts;
}

/** How many mails were queued since then whose deduplication begins so, besides one. */
export function countMailsUnder(
  context: ReadingContext,
  { prefix, but, since }: { readonly prefix: string; readonly but: string; readonly since: Date },
): Promise<number> {
  return context.database.outgoingMail.count({
    where: { deduplication: { startsWith: prefix, not: but }, createdAt: { gt: since } },
  });
}

const inTrouble = {
  OR: [{ state: { in: ["failed", "unknown", "bounced"] } }, { state: "waiting", attempts: { gt: 0 } }],
};

/** How many confidential mails are in trouble. Privacy: they are counted and never shown one by one. */
export function countConfidentialInTrouble(context: ReadingContext): Promise<number> {
  return context.database.outgoingMail.count({ where: { ...inTrouble, toAddress: sealedAddressOnly } });
}

/** Mails that failed or may not have left, and those that are being tried again, newest first; without the confidential ones. */
export async function listMailsInTrouble(
  context: ReadingContext,
  { subject, limit = 100 }: { readonly subject?: MailSubject; readonly limit?: number } = {},
): Promise<MailInTrouble[]> {
  const rows = await context.database.outgoingMail.findMany({
    where: {
      ...inTrouble,
      // Nobody can do anything about a mail whose address is erased.
      toAddress: { notIn: [sealedAddressOnly, erasedAddress] },
      ...(subject === undefined ? {} : { subjectType: subject.type, subjectId: subject.id }),
    },
    orderBy: { createdAt: "desc" },
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    toAddress: row.toAddress,
    state: row.state as MailState,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    reason: row.lastError ?? "",
  }));
}

/** One mail about a subject, for the proof of sending. */
export interface MailProof {
  readonly deduplication: string;
  readonly toAddress: string;
  readonly language: string;
  readonly state: MailState;
  readonly queuedAt: string;
  readonly sentAt: string | null;
  /** What the mail server answered, or why it did not take the mail. */
  readonly answer: string;
  readonly messageId: string | null;
}

/** Every mail about the subject with what the mail server said, in the order of the addresses. Confidential mails are not among them. */
export async function listMailProofs(context: ReadingContext, subject: MailSubject): Promise<MailProof[]> {
  const rows = await context.database.outgoingMail.findMany({
    where: { subjectType: subject.type, subjectId: subject.id, toAddress: { not: sealedAddressOnly } },
    orderBy: [{ toAddress: "asc" }, { deduplication: "asc" }],
  });
  return rows.map((row) => ({
    deduplication: row.deduplication,
    toAddress: row.toAddress,
    language: row.language,
    state: row.state as MailState,
    queuedAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    answer: row.lastError ?? row.smtpAnswer ?? "",
    messageId: row.messageId,
  }));
}
