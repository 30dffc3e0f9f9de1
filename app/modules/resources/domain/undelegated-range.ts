// A range of the registry's pools that nobody holds: available to be given, or reserved.
import type { Family } from "./holding.ts";

export interface UndelegatedRange {
  readonly family: Family;
  /** As in Holding. */
  readonly start: string;
  /** IPv4 addresses, IPv6 prefix length, or AS numbers. */
  readonly value: number;
  /** YYYY-MM-DD; "" where the file does not say. */
  readonly date: string;
  readonly status: "available" | "reserved";
}
