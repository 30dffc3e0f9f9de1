// Whether reverse resolution works where a range would be given on. Asked before the transaction: name servers may take seconds.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { isReverseDelegated } from "#app/modules/reverse-dns/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { needsReverse } from "../domain/range.ts";
import { findBlock } from "./block.server.ts";

/** True where the range does not need it; otherwise what the name servers of its zone say now. */
export async function asksReverse(context: Context, block: Prefix, range: Prefix): Promise<boolean> {
  if (!needsReverse(range)) return true;
  // Why first: strangers make no name server answer.
  if ((await findBlock(context, block)) === undefined) return false;
  return isReverseDelegated(context, range);
}
