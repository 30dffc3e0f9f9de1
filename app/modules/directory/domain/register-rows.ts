// What the directory keeps of organisations and people: no more than it may need to answer the public.
import type { AutonomousSystem, Network } from "#app/modules/resources/index.ts";
import type { ReverseZone } from "./reverse-zones.ts";

export interface OrganizationCard {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly createdAt: Date;
  readonly administrativeContactId: string | null;
}

export interface ContactCard {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  /** False: the account is closed. */
  readonly isActive: boolean;
}

/** Everything at one moment of the audit log. */
export interface RegisterRows {
  readonly networks: readonly Network[];
  readonly systems: readonly AutonomousSystem[];
  readonly organizations: readonly OrganizationCard[];
  readonly contacts: readonly ContactCard[];
  readonly zones: readonly ReverseZone[];
}
