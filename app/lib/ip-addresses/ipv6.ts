// IPv6 addresses: text and the 128-bit number as a bigint. Source: RFC 4291 §2.2, RFC 5952 §4.
import { parseIpv4 } from "./ipv4.ts";

/** The address as a number, or undefined. */
export function parseIpv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? "", halves.length === 1);
  const tail = groupsOf(halves[1] ?? "", true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  return BigInt(`0x${groups.map((group) => group.toString(16).padStart(4, "0")).join("")}`);
}

// An IPv4 address may stand for the last two groups.
function groupsOf(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const ipv4 = mayEndInIpv4 && index === parts.length - 1 && part.includes(".") ? parseIpv4(part) : undefined;
    if (ipv4 !== undefined) groups.push(Math.floor(ipv4 / 65_536), ipv4 % 65_536);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** The recommended text: small letters, no leading zeros, the longest run of zero groups as "::". */
export function formatIpv6(address: bigint): string {
  const digits = address.toString(16).padStart(32, "0");
  const groups = Array.from({ length: 8 }, (_, index) => Number.parseInt(digits.slice(4 * index, 4 * index + 4), 16));
  const run = longestZeroRun(groups);
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  if (run.length < 2) return text(groups);
  return `${text(groups.slice(0, run.start))}::${text(groups.slice(run.start + run.length))}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= groups.length; index += 1) {
    if (groups[index] === 0) continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return best;
}
