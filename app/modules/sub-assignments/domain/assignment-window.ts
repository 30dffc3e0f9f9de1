// Up to which size a provider assigns freely. Source: policy manual §2.3, whose wording contradicts itself: less than 16 × /24 freely, and
// /23 and shorter after consulting the registry. What both readings agree on is said, and nothing is refused (decision 0025).
import type { Prefix } from "#app/lib/ip-addresses/index.ts";

/** 16 × /24. */
const shortestFree = 20;

/** Whether the registry is to be consulted before: IPv4 /20 and shorter. */
export function isBeyondWindow({ family, length }: Pick<Prefix, "family" | "length">): boolean {
  return family === "ipv4" && length <= shortestFree;
}
