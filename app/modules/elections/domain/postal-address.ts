// Where the mails of a roll entry go: as the roll fixed it, until two people mend an address that does not receive mail.

export interface PostalFacts {
  readonly contactEmail: string;
  readonly mendedEmail: string | null;
}

export function postalAddressOf({ contactEmail, mendedEmail }: PostalFacts): string {
  return mendedEmail ?? contactEmail;
}

export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
