// What a roll entry is called where its own voter, or the desks, read it.

/** The organisation's name; of a person the name, because the public roll has only a number for her. */
export function voterNameOf(entry: {
  readonly class: string;
  readonly organizationName: string;
  readonly contactName: string;
}): string {
  return entry.class === "individual" ? entry.contactName : entry.organizationName;
}
