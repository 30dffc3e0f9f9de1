// Front door (server): mail in the reader's language, sealed until it leaves, sent once.
export { queueSealedMail, queueSealedMails, sendMail } from "./commands/queue-mail.server.ts";
export type { MailSubject, MailToSend, SealedMail } from "./commands/queue-mail.server.ts";
export { registerMailRoom } from "./commands/register-mail-room.server.ts";
export { sendAgain } from "./commands/send-again.server.ts";
export type { SendAgainRefusal } from "./commands/send-again.server.ts";
export { fateOf } from "./domain/delivery-rules.ts";
export type { Fate } from "./domain/delivery-rules.ts";
export { sealForMailRoom } from "./domain/seal.ts";
export type { SealedProperties } from "./domain/seal.ts";
export { deliverMails } from "./jobs/deliver-mails.server.ts";
export type { AddressedLetter, Letter, MailRoom } from "./jobs/deliver-mails.server.ts";
export { keepMail } from "./queries/demonstration-mailbox.server.ts";
export { isMailRoomRegistered, mailRoomRecipient } from "./queries/mail-room-recipient.server.ts";
export {
  countConfidentialInTrouble,
  countMails,
  listMailsInTrouble,
  mailStates,
} from "./queries/outgoing-mails.server.ts";
export type { MailInTrouble, MailState } from "./queries/outgoing-mails.server.ts";
