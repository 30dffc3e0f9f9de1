// Front door (server): organisations and the people who act for them.
export { createOrganization, createOrganizationWithin } from "./commands/create-organization.server.ts";
export type { CreateOrganizationInput } from "./commands/create-organization.server.ts";
export { editOrganization } from "./commands/edit-organization.server.ts";
export { numberHolder } from "./commands/number-holder.server.ts";
export { rememberAttribution } from "./commands/remember-attribution.server.ts";
export { setContact, setContactWithin } from "./commands/set-contact.server.ts";
export { tellOfNewAddress } from "./commands/tell-contacts.server.ts";
export type { SetContactInput, SetContactRefusal } from "./commands/set-contact.server.ts";
export { registerHoldersInBulk, updateHoldersInBulk } from "./commands/register-holders.server.ts";
export type { HolderFacts, NewHolder } from "./commands/register-holders.server.ts";
export { findEarlierContacts, listContactTerms } from "./queries/contact-history.server.ts";
export type { ContactTerm } from "./queries/contact-history.server.ts";
export { listContactsOf, listOrganizationsOfContact, rolesOfPersonIn } from "./queries/contacts.server.ts";
export { findOrganizations, readAllOrganizations } from "./queries/find-organizations.server.ts";
export type { FoundOrganizations } from "./queries/find-organizations.server.ts";
export { attributionOf, namesAttribution } from "./queries/names-attribution.server.ts";
export {
  countOrganizations,
  findOrganizationByHandle,
  getOrganization,
  listOrganizationLines,
} from "./queries/get-organization.server.ts";
export { permissions as organizationPermissions } from "./module.ts";
export { searchable } from "./domain/search-text.ts";
export { listOrganizationCards } from "./queries/organization-cards.server.ts";
export type { OrganizationCard } from "./queries/organization-cards.server.ts";
export { maskedEmail } from "./domain/person-query.ts";
export { searchPeople } from "./queries/find-people.server.ts";
export type { FoundPeople, FoundPerson } from "./queries/find-people.server.ts";
