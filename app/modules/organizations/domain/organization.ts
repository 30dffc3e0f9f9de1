// An organisation and its contacts, as other modules and pages see them.
import type { Language } from "#app/platform/language/languages.ts";
import type { ContactRole } from "./contact-roles.ts";

/** An organisation as lists show it. */
export interface OrganizationLine {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** ISO 3166 code of two letters. */
  readonly country: string;
  /** The registry that knows this holder, "lacnic"; null where none does. */
  readonly registry: string | null;
  /** The registry's number of this holder; null for organisations that the register does not know. */
  readonly opaqueId: string | null;
  /** Whether the name is invented. */
  readonly isDemonstration: boolean;
}

/** Everything that we keep about an organisation itself. */
export interface Organization extends OrganizationLine {
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly createdAt: Date;
}

/** A person in one of the three roles of one organisation. */
export interface Contact {
  readonly organizationId: string;
  readonly role: ContactRole;
  readonly since: Date;
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** An organisation and the roles in which somebody acts for it. */
export interface ActedFor {
  readonly organization: OrganizationLine;
  readonly roles: readonly ContactRole[];
}
