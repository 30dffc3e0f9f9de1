// What an act would leave, and what WHOIS and RDAP would say then: the act is carried out in a transaction that is always taken back,
// so that the preview cannot promise what the act itself would refuse.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { err, ok } from "#app/lib/result/index.ts";
import { previewDirectory } from "#app/modules/directory/index.server.ts";
import type { DirectoryPreview } from "#app/modules/directory/index.server.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { PlacedNetwork } from "../domain/act.ts";
import { asPlaced } from "../domain/act.ts";
import type { ZoneLine } from "../queries/reverse.server.ts";
import { listZonesOf } from "../queries/reverse.server.ts";
import type { DoneAct } from "./carry-out.server.ts";

export interface Preview {
  readonly act: DoneAct;
  /** The holder after it; of a return the one who held it. */
  readonly recipient: string;
  /** What is said of the network before, and after; undefined where there is none. */
  readonly before: DirectoryPreview | undefined;
  readonly after: DirectoryPreview | undefined;
  /** The reverse zones of its addresses, as they stand after it. */
  readonly zones: readonly ZoneLine[];
}

/** The preview, or the refusal that the act would meet. */
export async function previewAct<Why extends Refusal>(
  context: Context,
  act: (within: ContextWithin) => Promise<Result<DoneAct, Why>>,
): Promise<Result<Preview, Why>> {
  const outcome = await inTransaction(context, async (within) => {
    const done = await act(within);
    if (!done.ok) return err({ said: undefined, why: done.error });
    return err({ said: await describe(within, done.value), why: undefined });
  });
  const { said, why } = outcome.error;
  if (said === undefined) return err(why);
  return ok({ ...said, before: await say(context, said.act.before) });
}

async function describe(within: ContextWithin, act: DoneAct): Promise<Omit<Preview, "before">> {
  const shown = act.after ?? act.before;
  if (shown === undefined) throw new Error("an act without a network");
  const { name, handle } = await getOrganization(within, shown.organizationId);
  const zones = await listZonesOf(within, shown.prefix);
  return { act, recipient: `${name} (${handle})`, after: await say(within, act.after), zones };
}

async function say(context: ReadingContext, network: PlacedNetwork | undefined): Promise<DirectoryPreview | undefined> {
  if (network === undefined) return undefined;
  const [said] = await previewDirectory(context, { networks: [asPlaced(network)] });
  if (said === undefined) throw new Error(`no preview of ${formatPrefix(network.prefix)}`);
  return said;
}
