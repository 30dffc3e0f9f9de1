// Front door (server): mail in the reader's language, sealed until it leaves, sent once.
export { importBounces } from "./commands/import-bounces.server.ts";
export type { ImportedBounces, MailThatReturned } from "./commands/import-bounces.server.ts";
export { markUndeliverable, trustAddress } from "./commands/mark-undeliverable.server.ts";
export { queueSealedMail, queueSealedMails, sendMail } from "./commands/queue-mail.server.ts";
export type { MailSubject, MailToSend, SealedMail } from "./commands/queue-mail.server.ts";
export { stopMails } from "./commands/stop-mails.server.ts";
export { registerMailRoom } from "./commands/register-mail-room.server.ts";
export { sendAgain } from "./commands/send-again.server.ts";
export type { SendAgainRefusal } from "./commands/send-again.server.ts";
export { fateOf } from "./domain/delivery-rules.ts";
export type { Fate } from "./domain/delivery-rules.ts";
export { returnPathOf } from "./domain/return-path.ts";
export { sealForMailRoom } from "./domain/seal.ts";
export type { SealedProperties } from "./domain/seal.ts";
export { deliverMails } from "./jobs/deliver-mails.server.ts";
export type {
  AddressedLetter,
  Completion,
  Departure,
  Letter,
  MailRoom,
  MailToComplete,
} from "./jobs/deliver-mails.server.ts";
export { keepMail } from "./queries/demonstration-mailbox.server.ts";
export { isMailRoomRegistered, mailRoomRecipient } from "./queries/mail-room-recipient.server.ts";
export {
  countConfidentialInTrouble,
  countMails,
  countMailsUnder,
  listMailProofs,
  listMailsInTrouble,
  mailStates,
} from "./queries/outgoing-mails.server.ts";
export type { MailInTrouble, MailProof, MailState } from "./queries/outgoing-mails.server.ts";
export { listWrittenTo } from "./queries/written-to.server.ts";
export type { WrittenTo } from "./queries/written-to.server.ts";
export { findUndeliverable } from "./queries/undeliverable-addresses.server.ts";
export type { UndeliverableAddress } from "./queries/undeliverable-addresses.server.ts";
export { addressKey } from "./domain/address-key.ts";
export { eraseOldMails } from "./commands/erase-old-mails.server.ts";
export { previewLetter } from "./queries/letter-preview.server.ts";
