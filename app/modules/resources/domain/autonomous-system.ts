// An AS number of the register: who holds it, and who answers for it. Its routing contact stands where a network has a technical one.

export interface AutonomousSystemFields {
  readonly organizationId: string;
  readonly status: "allocated" | "assigned";
  /** Accounts; null: the holder's administrative contact. */
  readonly routingContactId: string | null;
  readonly abuseContactId: string | null;
}

export interface AutonomousSystem extends AutonomousSystemFields {
  readonly id: string;
  readonly asn: number;
  readonly registry: string;
  /** YYYY-MM-DD; "" where the register does not say. */
  readonly registeredOn: string;
  readonly changedAt: Date;
  readonly version: number;
}

interface AutonomousSystemRow extends Omit<AutonomousSystem, "asn" | "status"> {
  readonly asn: bigint;
  readonly status: string;
}

/** A row of the database as an AS number. */
export function asAutonomousSystem(row: AutonomousSystemRow): AutonomousSystem {
  return { ...row, asn: Number(row.asn), status: row.status === "assigned" ? "assigned" : "allocated" };
}

/** "AS28000". */
export function writeAsn(asn: number): string {
  return `AS${asn}`;
}

/** 28000 for "AS28000", "as28000" and "28000"; undefined for anything else. RFC 5396 (asplain). */
export function parseAsn(text: string): number | undefined {
  const match = /^(?:AS)?(0|[1-9][0-9]{0,9})$/i.exec(text);
  const number = Number(match?.[1]);
  return match !== null && number < 2 ** 32 ? number : undefined;
}
