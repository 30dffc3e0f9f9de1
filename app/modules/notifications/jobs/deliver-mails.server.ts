// The mail room's work: takes waiting mails, opens, renders and sends each once, and writes down what became of it.
import type { Ground } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import {
  abandonedAfterMs,
  isConfidentialMail,
  nextAttemptAt,
  nextFullHour,
  sealedAddressOnly,
} from "../domain/delivery-rules.ts";
import { markUndeliverable } from "../commands/mark-undeliverable.server.ts";
import type { Fate } from "../domain/delivery-rules.ts";
import type { SealedProperties } from "../domain/seal.ts";
import { openSeal } from "../domain/seal.ts";

/** A rendered mail. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface AddressedLetter extends Letter {
  readonly mailId: string;
  readonly to: { readonly address: string; readonly name: string };
  /** The same for the same mail, however often it is tried. */
  readonly messageId: string;
  /** Stands in the return path; null of a confidential mail, whose row must not be found by what comes back. */
  readonly returnToken: string | null;
}

/** It left; the answer is the mail server's own, "" where none was asked. */
export interface Departure {
  readonly kind: "left";
  readonly answer: string;
}

/** A mail of which not everything was sealed: its template's module adds what only the mail room may know, or says why it stays. */
export interface MailToComplete {
  readonly deduplication: string;
  readonly subjectId: string | null;
  readonly language: Language;
  readonly properties: SealedProperties;
}

export type Completion =
  { readonly kind: "complete"; readonly properties: SealedProperties } | Extract<Fate, { readonly kind: "failed" }>;

/** What the mail room works with. */
export interface MailRoom {
  readonly ground: Ground;
  readonly identity: string;
  /** Throws when there is no such template, or the properties do not fit it. */
  readonly render: (template: string, language: Language, properties: SealedProperties) => Promise<Letter>;
  /** By the template's name. Called at each attempt, before the mail is written. */
  readonly completions?: Readonly<Record<string, (mail: MailToComplete) => Promise<Completion>>>;
  readonly send: (letter: AddressedLetter) => Promise<Fate | Departure>;
  readonly messageIdOf: (key: string) => string;
}

const mailsAtOnce = 40;
const sendersAtOnce = 4;

/** Sends what waits. Gives how many mails were taken: zero means that the room may rest. */
export async function deliverMails(room: MailRoom): Promise<number> {
  await reportAbandoned(room);
  const waiting = await room.ground.database.outgoingMail.findMany({
    where: { state: "waiting", nextAttemptAt: { lte: room.ground.clock.now() } },
    orderBy: [{ urgency: "asc" }, { nextAttemptAt: "asc" }],
    take: mailsAtOnce,
    select: { id: true },
  });
  let taken = 0;
  const queue = waiting.values();
  const sender = async (): Promise<void> => {
    for (const { id } of queue) if (await deliverOne(room, id)) taken += 1;
  };
  await Promise.all(Array.from({ length: sendersAtOnce }, sender));
  return taken;
}

/** False: another mail room was quicker. */
async function deliverOne(room: MailRoom, id: string): Promise<boolean> {
  const { database, clock } = room.ground;
  // Why the state is part of the question: of two mail rooms that ask at once, one changes a row and the other none.
  const { count } = await database.outgoingMail.updateMany({
    where: { id, state: "waiting" },
    data: { state: "sending", claimedAt: clock.now(), attempts: { increment: 1 } },
  });
  if (count === 0) return false;
  const mail = await database.outgoingMail.findUniqueOrThrow({ where: { id } });
  const fate = await sendMailOnce(room, mail);
  await writeDown(room, mail, fate);
  return true;
}

interface Mail {
  readonly id: string;
  readonly template: string;
  readonly language: string;
  readonly toAddress: string;
  readonly deduplication: string;
  readonly subjectId: string | null;
  readonly sealed: string | null;
  readonly returnToken: string | null;
  readonly attempts: number;
}

async function sendMailOnce(room: MailRoom, mail: Mail): Promise<Fate | Departure> {
  let properties: SealedProperties;
  try {
    properties = await openSeal(room.identity, mail.sealed ?? "");
  } catch {
    return { kind: "failed", reason: "CANNOT_OPEN: it was sealed for another mail room" };
  }
  // Security: whoever can write in the database cannot have somebody else's code sent to an address of their own.
  if (!isConfidentialMail(mail) && properties.toAddress !== mail.toAddress) {
    return { kind: "failed", reason: "MISADDRESSED: the address outside is not the one that was sealed inside" };
  }
  const completion = await completed(room, mail, properties);
  if (completion.kind !== "complete") return completion;
  let letter: Letter;
  try {
    letter = await room.render(mail.template, languageOf(mail), completion.properties);
  } catch (error) {
    // Privacy: an error may repeat what it stumbled over.
    const about = { template: mail.template, mail: mail.id, ...(isConfidentialMail(mail) ? {} : { error }) };
    room.ground.log.error(about, "a mail could not be rendered");
    return { kind: "failed", reason: `CANNOT_RENDER: ${mail.template}` };
  }
  const to = { address: properties.toAddress, name: completion.properties.toName ?? "" };
  const { id: mailId, returnToken } = mail;
  return room.send({ ...letter, mailId, to, returnToken, messageId: messageIdOf(room, mail) });
}

async function completed(room: MailRoom, mail: Mail, properties: SealedProperties): Promise<Completion | Fate> {
  const complete = room.completions?.[mail.template];
  if (complete === undefined) return { kind: "complete", properties };
  const { deduplication, subjectId } = mail;
  try {
    return await complete({ deduplication, subjectId, language: languageOf(mail), properties });
  } catch (error) {
    // Why again: nothing has left. Privacy: the error may repeat what it stumbled over.
    const name = error instanceof Error ? error.name : "";
    room.ground.log.error({ template: mail.template, mail: mail.id, name }, "a mail could not be completed");
    return { kind: "again", reason: `CANNOT_COMPLETE: ${mail.template}` };
  }
}

function languageOf(mail: Mail): Language {
  return isLanguage(mail.language) ? mail.language : defaultLanguage;
}

/** Security: of something random, so that nobody who was not on the mail's way can write a report about it. */
function messageIdOf(room: MailRoom, mail: Mail): string {
  return room.messageIdOf(mail.returnToken ?? mail.id);
}

async function writeDown(room: MailRoom, mail: Mail, fate: Fate | Departure): Promise<void> {
  const { database, clock, log } = room.ground;
  const where = { id: mail.id };
  if (fate.kind === "left" && isConfidentialMail(mail)) {
    // Privacy: a confidential mail leaves no trace of when it went.
    await database.outgoingMail.delete({ where });
    return;
  }
  if (fate.kind === "left") {
    const proof = { smtpAnswer: fate.answer.slice(0, 300), messageId: messageIdOf(room, mail) };
    await database.outgoingMail.update({
      where,
      data: { state: "sent", sentAt: clock.now(), sealed: null, claimedAt: null, lastError: null, ...proof },
    });
    return;
  }
  // Privacy: a mail server's words may repeat the address, which the row of a confidential mail must not have.
  const isConfidential = isConfidentialMail(mail);
  const reason = isConfidential ? `CONFIDENTIAL: ${fate.kind}` : fate.reason;
  const next = fate.kind === "again" ? nextTimeFor(mail, clock.now()) : undefined;
  const state = next === undefined ? (fate.kind === "unknown" ? "unknown" : "failed") : "waiting";
  await database.outgoingMail.update({
    where,
    data: {
      state,
      lastError: reason,
      claimedAt: null,
      ...(next === undefined ? {} : { nextAttemptAt: next }),
      // Privacy: what will not be tried again is only counted.
      ...(isConfidential && next === undefined ? { sealed: null } : {}),
    },
  });
  // Privacy: the refusal of a confidential mail must not tell, by its address, who voted.
  if (fate.kind === "failed" && fate.isAddressRefused === true && !isConfidential)
    await markUndeliverable(room.ground, { address: mail.toAddress, reason, source: "refused" });
  log.warn({ mail: mail.id, template: mail.template, state, reason }, "a mail did not leave");
}

function nextTimeFor(mail: Mail, now: Date): Date | undefined {
  const next = nextAttemptAt(now, mail.attempts);
  return next !== undefined && isConfidentialMail(mail) ? nextFullHour(next) : next;
}

/** A mail room died while it was sending: nobody knows whether these left, so people decide. */
async function reportAbandoned({ ground }: MailRoom): Promise<void> {
  const before = new Date(ground.clock.now().getTime() - abandonedAfterMs);
  const abandoned = { state: "sending", claimedAt: { lt: before } };
  await ground.database.outgoingMail.updateMany({
    where: { ...abandoned, toAddress: sealedAddressOnly },
    data: { sealed: null },
  });
  const { count } = await ground.database.outgoingMail.updateMany({
    where: abandoned,
    data: { state: "unknown", claimedAt: null, lastError: "ABANDONED: the mail room stopped while it was sending" },
  });
  if (count > 0) ground.log.warn({ count }, "mails were left half sent by a mail room that stopped");
}
