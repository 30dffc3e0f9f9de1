// Front door (server): mail in the reader's language, sealed until it leaves, sent once.
export { queueSealedMail, queueSealedMails, sendMail } from "./commands/queue-mail.server.ts";
export type { MailSubject, MailToSend, SealedMail } from "./commands/queue-mail.server.ts";
export { sealForMailRoom } from "./domain/seal.ts";
export type { SealedProperties } from "./domain/seal.ts";
export { mailRoomRecipient } from "./queries/mail-room-recipient.server.ts";
export { registerMailRoomRecipient } from "./commands/register-mail-room.server.ts";
