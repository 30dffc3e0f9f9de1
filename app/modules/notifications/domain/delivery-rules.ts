// When a refused mail is tried again, and what became of one whose sending ended without an answer.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Waits between attempts: quick at first, for the server that was restarting; two days in all. */
const waitsInMinutes = [1, 3, 10, 30, 60, 120, 240, 480, 720, 1200];

/** A mail that a mail room took and did not finish within this long: nobody knows whether it left. */
export const abandonedAfterMs = 10 * minute;

/** The time of the next attempt after so many; undefined: it has been tried often enough. */
export function nextAttemptAt(now: Date, attempts: number): Date | undefined {
  const wait = waitsInMinutes[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait * minute);
}

/** Mails for which somebody waits at the screen: to sign in, to be let in again, to see that the vote arrived. */
const awaitedMails = /^(accounts\/|elections\/ballot-received$)/;

/**
 * Which of the waiting mails leave first: 0 before 1 before 2, so that nobody's sign-in stands behind eleven thousand reminders.
 * Privacy: by the template alone, which the row says anyway.
 */
export function urgencyOf(template: string): 0 | 1 | 2 {
  if (awaitedMails.test(template)) return 0;
  return template.startsWith("campaigns/") ? 2 : 1;
}

/** What a mail server's answer means for the mail. */
export type Fate =
  /** It certainly did not leave, and may be tried again. */
  | { readonly kind: "again"; readonly reason: string }
  /** It certainly did not leave, and never will as it is. */
  | { readonly kind: "failed"; readonly reason: string; readonly isAddressRefused?: boolean }
  /** It may have left: sending it again could send it twice, so people decide. */
  | { readonly kind: "unknown"; readonly reason: string };

interface SmtpError {
  readonly responseCode?: number;
  readonly command?: string;
  readonly message?: string;
}

/**
 * Reads the error of an SMTP conversation. Source: RFC 5321 §4.2.1: 4xx is transient, 5xx permanent.
 *
 * Why `wasHandedOver`: a connection that breaks after the text went out says nothing of whether it was accepted.
 */
export function fateOf(error: unknown, wasHandedOver: boolean): Fate {
  const { responseCode, command, message = String(error) } = error as SmtpError;
  const reason = message.replace(/\s+/g, " ").slice(0, 300);
  // Why by the command: what is refused to "RCPT TO" is the address; what is refused to "DATA" may be our words.
  if (responseCode !== undefined && responseCode >= 500)
    return { kind: "failed", reason, isAddressRefused: command === "RCPT TO" };
  if (responseCode !== undefined) return { kind: "again", reason };
  return wasHandedOver ? { kind: "unknown", reason } : { kind: "again", reason };
}

/** Stands in the place of the address of a confidential mail: only what is sealed says to whom it goes. */
export const sealedAddressOnly = "";

/** Stands where an address was. Not empty: an empty one is a confidential mail's. */
export const erasedAddress = "-";

/** Whether only what is sealed says to whom the mail goes. Its row then carries no key of an act and no time of day. */
export function isConfidentialMail(mail: { readonly toAddress: string }): boolean {
  return mail.toAddress === sealedAddressOnly;
}

/** The beginning of the UTC day: all that the row of a confidential mail says of when it was queued. */
export function startOfUtcDay(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / day) * day);
}

/** The next full hour: a confidential mail waits longer, so that the row does not tell the minute of its first attempt. */
export function nextFullHour(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / hour) * hour);
}
