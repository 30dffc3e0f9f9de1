// Which addresses do not receive mail, and why.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { addressKey } from "../domain/address-key.ts";

export interface UndeliverableAddress {
  readonly address: string;
  readonly since: string;
  readonly reason: string;
  readonly source: "refused" | "returned";
}

/** Those of these addresses that do not receive mail, by the address in small letters. */
export async function findUndeliverable(
  context: ReadingContext,
  addresses: readonly string[],
): Promise<Map<string, UndeliverableAddress>> {
  const wanted = new Set(addresses.map(addressKey));
  // Why all of them: bad addresses are few, and a roll has thousands.
  const rows = await context.database.undeliverableAddress.findMany({ orderBy: { address: "asc" } });
  return new Map(
    rows
      .filter(({ address }) => wanted.has(address))
      .map(({ address, since, reason, source }) => [
        address,
        { address, reason, since: since.toISOString(), source: source === "returned" ? "returned" : "refused" },
      ]),
  );
}
