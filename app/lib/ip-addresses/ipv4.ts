// IPv4 addresses: four numbers with dots and a number below 2^32.

const octet = "(0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
const pattern = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`);

/** The address as a number, or undefined. Octets with leading zeros are refused: some programs read them as octal. */
export function parseIpv4(text: string): number | undefined {
  if (!pattern.test(text)) return undefined;
  return text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** "10.0.0.1" for 167772161. */
export function formatIpv4(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
