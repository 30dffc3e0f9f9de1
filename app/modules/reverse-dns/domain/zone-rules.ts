// Which zones a holder may have delegated. Source: policy manual chapters 5 and 6: blocks of /16 or shorter by zones of /16, from /17 to /24
// by zones of /24, longer ones not at all (RFC 2317 serves there); IPv6 only the whole block, on boundaries of four bits.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, prefixHolds, prefixSize } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { zoneNameOf } from "./zone-name.ts";

export interface ReverseZone {
  readonly name: string;
  readonly prefix: Prefix;
}

export type ZoneRefusal = Refusal<
  "BLOCK_TOO_SMALL" | "RANGE_OUTSIDE_BLOCK" | "RANGE_SMALLER_THAN_ZONE" | "RANGE_NOT_WHOLE_BLOCK"
>;

/** The length of the zones by which a block is delegated, or undefined where it is too small. */
export function zoneLengthOf({ family, length }: Pick<Prefix, "family" | "length">): number | undefined {
  // Why at least 16: no registry gives out more, and a wider zone would be the registry's own.
  if (family === "ipv6") return Math.max(16, Math.ceil(length / 4) * 4);
  if (length <= 16) return 16;
  return length <= 24 ? 24 : undefined;
}

/** The zones that delegate `range`, which is a part of the `block` that the registry gave out, or all of it. */
export function zonesOf(block: Prefix, range: Prefix): Result<ReverseZone[], ZoneRefusal> {
  const length = zoneLengthOf(block);
  if (length === undefined) return refuse("BLOCK_TOO_SMALL", { block: formatPrefix(block) });
  if (!prefixHolds(block, range)) return refuse("RANGE_OUTSIDE_BLOCK", { block: formatPrefix(block) });
  if (block.family === "ipv6" && range.length !== block.length)
    return refuse("RANGE_NOT_WHOLE_BLOCK", { block: formatPrefix(block) });
  if (range.length > length) return refuse("RANGE_SMALLER_THAN_ZONE", { length });
  return ok(partsOf(range, length).map((prefix) => ({ prefix, name: zoneNameOf(prefix) })));
}

/** The zones that must be delegated before addresses of this prefix can be resolved: one around it, or all inside it. */
export function zonesAround(block: Prefix, prefix: Prefix): ReverseZone[] {
  const length = zoneLengthOf(block);
  if (length === undefined || !prefixHolds(block, prefix)) return [];
  const size = prefixSize({ family: prefix.family, length });
  const whole = prefix.length <= length ? prefix : { ...prefix, start: prefix.start - (prefix.start % size), length };
  return partsOf(whole, length).map((part) => ({ prefix: part, name: zoneNameOf(part) }));
}

function partsOf(range: Prefix, length: number): Prefix[] {
  const size = prefixSize({ family: range.family, length });
  return Array.from({ length: 2 ** (length - range.length) }, (_, place) => {
    return { family: range.family, start: range.start + BigInt(place) * size, length };
  });
}
