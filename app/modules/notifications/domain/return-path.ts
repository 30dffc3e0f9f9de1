// The address to which a mail server returns one mail (a variable envelope return path): bounces+TOKEN@example.org. Which mail came back is
// then known even where the report carries nothing of it. Source: RFC 5321 §3.6.3 and §4.4; RFC 5233 (what stands behind a plus).

const token = /^[0-9a-f]{32}$/;

/** A token out of 16 random bytes: it says nothing of the mail or of its reader. */
export function returnTokenOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `bounces@example.org` and a token: the return path of one mail; without a token the address alone. */
export function returnPathOf(bounceAddress: string, returnToken: string | null): string {
  if (returnToken === null) return bounceAddress;
  const at = bounceAddress.lastIndexOf("@");
  return `${bounceAddress.slice(0, at)}+${returnToken}${bounceAddress.slice(at)}`;
}

/** The token in an address, however the mail servers on its way wrote it; undefined when there is none. */
export function tokenIn(address: string): string | undefined {
  const found = /\+([^@+]+)@/.exec(address)?.[1]?.toLowerCase();
  return found !== undefined && token.test(found) ? found : undefined;
}
