// Organisations and people as entities of RDAP, with their cards.
// Source: RFC 9083 §5.1; RFC 7095 (jCard); RFC 8605 (the country's code in an address).
import type { PublicContact, PublicOrganization } from "../public-view.ts";
import { lasting } from "./json-text.ts";
import type { RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { eventsOf, linkOf } from "./rdap-object.ts";

export type EntityRole = "registrant" | "administrative" | "technical" | "abuse";

/** Whether an answer may carry e-mail addresses: a search must not, or it is a harvest. */
export type EmailWish = "with-email" | "without-email";

export function writeOrganization(
  surroundings: RdapSurroundings,
  organization: PublicOrganization,
  roles: readonly EntityRole[],
): RdapObject {
  const { handle, name, street, city, postalCode, country, phone, createdAt } = organization;
  return {
    ...entityOf(surroundings, handle, roles, createdAt),
    vcardArray: cardOf([
      ["fn", {}, "text", name],
      ["kind", {}, "text", "org"],
      ["adr", { cc: country }, "text", ["", "", street, city, "", postalCode, ""]],
      ...(phone === "" ? [] : [["tel", { type: ["voice"] }, "text", phone]]),
    ]),
  };
}

export function writeContact(
  surroundings: RdapSurroundings,
  contact: PublicContact,
  roles: readonly EntityRole[],
  wish: EmailWish = "with-email",
): RdapObject {
  const { handle, name, email, createdAt } = contact;
  return {
    ...entityOf(surroundings, handle, roles, createdAt),
    vcardArray: cardOf([
      ["fn", {}, "text", name],
      ["kind", {}, "text", "individual"],
      ...(wish === "with-email" ? [["email", {}, "text", email]] : []),
    ]),
  };
}

type Contacts = readonly (readonly [EntityRole, PublicContact | undefined])[];

interface Written {
  readonly base: string;
  readonly contacts: Contacts;
  readonly entities: RdapObject[];
}

const written = { "with-email": new WeakMap<object, Written>(), "without-email": new WeakMap<object, Written>() };

/** The holder and the contacts of a registration; written once for all that the holder has with the same contacts. */
export function writeEntities(
  surroundings: RdapSurroundings,
  holder: PublicOrganization | undefined,
  contacts: Contacts,
  wish: EmailWish,
): RdapObject[] {
  if (holder === undefined) return entitiesOf(surroundings, holder, contacts, wish);
  const { base } = surroundings;
  const known = written[wish].get(holder);
  if (known?.base === base && areSame(known.contacts, contacts)) return known.entities;
  const entities = lasting(entitiesOf(surroundings, holder, contacts, wish));
  written[wish].set(holder, { base, contacts, entities });
  return entities;
}

function areSame(left: Contacts, right: Contacts): boolean {
  return (
    left.length === right.length &&
    left.every(([role, contact], place) => {
      const other = right[place];
      return other?.[0] === role && other[1] === contact;
    })
  );
}

/** One person with several roles stands once. */
function entitiesOf(
  surroundings: RdapSurroundings,
  holder: PublicOrganization | undefined,
  contacts: Contacts,
  wish: EmailWish,
): RdapObject[] {
  const people = new Map<string, { contact: PublicContact; roles: EntityRole[] }>();
  for (const [role, contact] of contacts) {
    if (contact === undefined) continue;
    const known = people.get(contact.handle);
    if (known === undefined) people.set(contact.handle, { contact, roles: [role] });
    else known.roles.push(role);
  }
  return [
    ...(holder === undefined ? [] : [writeOrganization(surroundings, holder, ["registrant"])]),
    ...[...people.values()].map(({ contact, roles }) => writeContact(surroundings, contact, roles, wish)),
  ];
}

function entityOf(
  { base }: RdapSurroundings,
  handle: string,
  roles: readonly EntityRole[],
  createdAt: Date,
): RdapObject {
  const self = `${base}/entity/${handle}`;
  return {
    objectClassName: "entity",
    handle,
    ...(roles.length === 0 ? {} : { roles }),
    links: [linkOf(self, "self", self)],
    events: eventsOf(createdAt.toISOString().slice(0, 10), undefined),
  };
}

function cardOf(properties: readonly (readonly unknown[])[]): readonly unknown[] {
  return ["vcard", [["version", {}, "text", "4.0"], ...properties]];
}
