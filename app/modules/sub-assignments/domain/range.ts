// Which range of a block may be given on. Source: policy manual §2.3 (sub-assignments): what must be registered, what needs reverse
// resolution, never the whole block, and nothing out of a block that its holder got for its own network.
import type { IpFamily, Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { NetworkStatus } from "#app/modules/resources/index.ts";

/** The longest prefix that is registered for a customer: one IPv4 address, one IPv6 network. */
const longest = { ipv4: 32, ipv6: 64 } as const;
/** From this length on registering is left to the holder: /30 and /49. */
const longestObligatory = { ipv4: 29, ipv6: 48 } as const;
/** IPv4 parts of a /24 share its zone. */
const zoneLength = 24;

export type RangeRefusal = Refusal<
  | "BLOCK_FOR_OWN_USE"
  | "RANGE_OUTSIDE_BLOCK"
  | "RANGE_IS_WHOLE_BLOCK"
  | "RANGE_TOO_SMALL"
  | "RANGE_TAKEN"
  | "REVERSE_NOT_DELEGATED"
>;

export interface WishedRange {
  readonly block: Prefix;
  readonly blockStatus: NetworkStatus;
  readonly range: Prefix;
  /** The networks directly in the block, without the one that is being moved. */
  readonly taken: readonly Prefix[];
  /** Whether the name servers of the block answer for its reverse zones; asked only where the range needs it. */
  readonly isReverseDelegated: boolean;
}

/** Whether the range may be given on. */
export function decideRange(wish: WishedRange): Result<Prefix, RangeRefusal> {
  const { block, range, taken } = wish;
  const words = { range: formatPrefix(range), block: formatPrefix(block) };
  if (!mayBeSubAssigned(wish.blockStatus)) return refuse("BLOCK_FOR_OWN_USE", words);
  if (!prefixHolds(block, range)) return refuse("RANGE_OUTSIDE_BLOCK", words);
  if (range.length === block.length) return refuse("RANGE_IS_WHOLE_BLOCK", words);
  if (range.length > longest[range.family]) return refuse("RANGE_TOO_SMALL", { longest: longest[range.family] });
  if (needsReverse(range) && !wish.isReverseDelegated) return refuse("REVERSE_NOT_DELEGATED", words);
  if (taken.some((each) => prefixHolds(each, range) || prefixHolds(range, each))) return refuse("RANGE_TAKEN", words);
  return ok(range);
}

/** A block that its holder got to use itself is not given on. */
export const distributable: readonly NetworkStatus[] = ["allocated", "reallocated"];

export function mayBeSubAssigned(status: NetworkStatus): boolean {
  return distributable.includes(status);
}

/**
 * Longer than /24: the zone that its customers share is the holder's, so it must work before parts of it are given on.
 * IPv6 never: the registry delegates the whole block and nothing of it (policy manual 5), so no zone is shared there.
 */
export function needsReverse({ family, length }: Pick<Prefix, "family" | "length">): boolean {
  return family === "ipv4" && length > zoneLength;
}

/** Eight IPv4 addresses or more, an IPv6 /48 or more. */
export function mustBeRegistered({ family, length }: Pick<Prefix, "family" | "length">): boolean {
  return length <= longestObligatory[family];
}

/** The lengths in which parts of the block may be given on. */
export function lengthsOf({ family, length }: { readonly family: IpFamily; readonly length: number }): number[] {
  return Array.from({ length: Math.max(0, longest[family] - length) }, (_, index) => length + 1 + index);
}
