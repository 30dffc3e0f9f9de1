// What a mail server sends back of a mail that it could not deliver. Source: RFC 3464: only the fields of the message and of each recipient
// are asked for, the returned headers are optional.

export interface ReturnedMail {
  readonly recipient: string;
  /** Where the report goes: the mail's own return path. */
  readonly to?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  /** Of the mail that came back, where the server returns its headers. */
  readonly messageId?: string | undefined;
}

export function aReturnReport({ recipient, to, status = "5.1.1", diagnostic, messageId }: ReturnedMail): string {
  const domain = recipient.split("@")[1] ?? "";
  return [
    `From: MAILER-DAEMON@${domain}`,
    ...(to === undefined ? [] : [`To: ${to}`]),
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    "",
    "--b1",
    "Content-Type: message/delivery-status",
    "",
    `Reporting-MTA: dns; mail.${domain}`,
    "",
    `Final-Recipient: rfc822; ${recipient}`,
    "Action: failed",
    `Status: ${status}`,
    ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
    "",
    ...(messageId === undefined
      ? []
      : ["--b1", "Content-Type: text/rfc822-headers", "", `Message-ID: ${messageId}`, ""]),
    "--b1--",
    "",
  ].join("\r\n");
}
