// The mails that leave by themselves when their moment has come, in the order in which a voter gets them.

export const ownMails = ["contact-question", "roll-entry", "voting-code", "voting-code-by-link", "receipt"] as const;
export type OwnMail = (typeof ownMails)[number];

export function isOwnMail(word: unknown): word is OwnMail {
  return ownMails.some((mail) => mail === word);
}
