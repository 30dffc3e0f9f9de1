// The three points of contact of every organisation, and who may change them.
// Source: MiLACNIC questions and answers, "How can I manage the points of contact for my organization?"

/** Administrative (owner of the organisation's record), billing, membership (votes for the organisation). */
export const contactRoles = ["administrative", "billing", "membership"] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Whether a word names one of the three. */
export function isContactRole(word: unknown): word is ContactRole {
  return contactRoles.some((role) => role === word);
}

/** The administrative contact edits the organisation and its contacts; the others read. */
export function mayEditOrganization(rolesOfPerson: readonly ContactRole[]): boolean {
  return rolesOfPerson.includes("administrative");
}
