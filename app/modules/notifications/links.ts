// The addresses of the demonstration's mailbox.

export function linkToMailbox(person?: string): string {
  return person === undefined
    ? "/demonstration/mailbox"
    : `/demonstration/mailbox?person=${encodeURIComponent(person)}`;
}

export function linkToKeptMail(mailId: string): string {
  return `/demonstration/mailbox/${mailId}`;
}

export function linkToKeptMessage(mailId: string): string {
  return `/demonstration/mailbox/${mailId}/message.eml`;
}
