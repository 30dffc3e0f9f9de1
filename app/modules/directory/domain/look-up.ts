// An answer of the directory as a page shows it: texts and days, nothing that needs counting.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Answer } from "./find-answer.ts";
import type { PublicContact, PublicOrganization } from "./public-view.ts";
import type { ReverseRange } from "./reverse-zones.ts";

export interface ShownContact {
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ContactRole[];
}

export type ContactRole = "administrative" | "technical" | "routing" | "abuse";

export interface ShownHolder {
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  /** Street, postal code and city in lines. */
  readonly place: readonly string[];
  readonly phone: string;
}

/** Addresses with the same name servers. */
export interface ShownReverse {
  readonly prefix: string;
  readonly servers: readonly {
    readonly host: string;
    readonly isAnswering: boolean;
    readonly isPublished: boolean;
    /** YYYY-MM-DD. */
    readonly askedOn: string;
  }[];
}

export interface LookUp {
  readonly kind: Answer["kind"];
  /** What was found, as people write it: a prefix, "AS64496", a handle. */
  readonly title: string;
  readonly status?: string | undefined;
  readonly name?: string | undefined;
  readonly isResidential: boolean;
  readonly originAsn?: number | undefined;
  readonly parent?: string | undefined;
  /** Days, YYYY-MM-DD. */
  readonly registeredOn?: string | undefined;
  readonly changedOn?: string | undefined;
  readonly holder?: ShownHolder | undefined;
  readonly contacts: readonly ShownContact[];
  readonly reverse: readonly ShownReverse[];
  /** What RDAP calls it: "ip/200.3.12.0/22". */
  readonly rdapPath: string;
}

export function showAnswer(answer: Answer): LookUp {
  switch (answer.kind) {
    case "network": {
      const { network } = answer;
      const { parent, originAsn, name, technical } = network;
      const prefix = formatPrefix(network.prefix);
      return {
        ...{ kind: "network", title: prefix, rdapPath: `ip/${prefix}`, status: network.status },
        ...(name === "" ? {} : { name }),
        ...(originAsn === null ? {} : { originAsn }),
        ...(parent === undefined ? {} : { parent: formatPrefix(parent) }),
        ...registrationOf(network, [["technical", technical]]),
        isResidential: network.isResidential,
        reverse: network.reverse.map(showReverse),
      };
    }
    case "system": {
      const { asn, status, routing } = answer.system;
      return {
        ...{ kind: "system", title: `AS${asn}`, rdapPath: `autnum/${asn}`, status, isResidential: false },
        ...registrationOf(answer.system, [["routing", routing]]),
        reverse: [],
      };
    }
    case "organization": {
      const { organization } = answer;
      return {
        ...{ kind: "organization", title: organization.handle, rdapPath: `entity/${organization.handle}` },
        ...{ isResidential: false, holder: holderOf(organization), reverse: [] },
        contacts: contactsOf([["administrative", organization.administrative]]),
      };
    }
    case "contact": {
      const { handle } = answer.contact;
      const contacts = [{ ...answer.contact, roles: [] }];
      return {
        kind: "contact",
        title: handle,
        rdapPath: `entity/${handle}`,
        isResidential: false,
        contacts,
        reverse: [],
      };
    }
  }
}

function showReverse({ prefix, zones: [zone] }: ReverseRange): ShownReverse {
  const servers = (zone?.servers ?? []).map(({ host, status, isPublished, statusOn }) => ({
    ...{ host, isPublished, isAnswering: status === "AA", askedOn: statusOn.toISOString().slice(0, 10) },
  }));
  return { prefix: formatPrefix(prefix), servers };
}

interface Registration {
  readonly holder: PublicOrganization | undefined;
  readonly abuse: PublicContact | undefined;
  readonly registeredOn: string;
  readonly changedAt: Date;
}

type Named = readonly (readonly [ContactRole, PublicContact | undefined])[];

function registrationOf({ holder, abuse, registeredOn, changedAt }: Registration, own: Named) {
  return {
    ...(registeredOn === "" ? {} : { registeredOn }),
    changedOn: changedAt.toISOString().slice(0, 10),
    ...(holder === undefined ? {} : { holder: holderOf(holder) }),
    contacts: contactsOf([["administrative", holder?.administrative], ...own, ["abuse", abuse]]),
  };
}

function holderOf({ handle, name, country, street, postalCode, city, phone }: PublicOrganization): ShownHolder {
  const place = [street, [postalCode, city].filter((part) => part !== "").join(" ")].filter((part) => part !== "");
  return { handle, name, country, phone, place };
}

/** Each person once, with everything that she answers for. */
function contactsOf(named: Named): ShownContact[] {
  const people = new Map<string, { handle: string; name: string; email: string; roles: ContactRole[] }>();
  for (const [role, contact] of named) {
    if (contact === undefined) continue;
    const { handle, name, email } = contact;
    const known = people.get(handle);
    if (known === undefined) people.set(handle, { handle, name, email, roles: [role] });
    else known.roles.push(role);
  }
  return [...people.values()];
}
