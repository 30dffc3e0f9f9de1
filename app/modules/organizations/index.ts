// Front door for the browser: types and pure functions.
export { contactRoles, isContactRole } from "./domain/contact-roles.ts";
export type { ContactRole } from "./domain/contact-roles.ts";
export { isHandle } from "./domain/handle.ts";
export type { ActedFor, Contact, Organization, OrganizationLine } from "./domain/organization.ts";
export * from "./links.ts";
export { NamesAttribution } from "./ui/names-attribution.tsx";
export { ContactTable } from "./ui/contact-table.tsx";
export type { ShownContact } from "./ui/contact-table.tsx";
export { searchable } from "./domain/search-text.ts";
export { fieldOfPerson, PersonChoice } from "./ui/person-choice.tsx";
export type { PersonChoiceProps } from "./ui/person-choice.tsx";
