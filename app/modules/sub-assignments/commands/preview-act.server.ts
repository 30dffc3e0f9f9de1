// What an act would leave, and what WHOIS and RDAP would say then: the act is carried out in a transaction that is always taken back,
// so that the preview cannot promise what the act itself would refuse.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { err, ok } from "#app/lib/result/index.ts";
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import { previewDirectory } from "#app/modules/directory/index.server.ts";
import type { DirectoryPreview } from "#app/modules/directory/index.server.ts";
import { listOrganizationCards, maskedEmail } from "#app/modules/organizations/index.server.ts";
import { listOpenlyNamed } from "#app/modules/resources/index.server.ts";
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
  const { named, ...shown } = said;
  const after = said.after === undefined ? undefined : await veil(context, said.after, named);
  return ok({ ...shown, after, before: await say(context, said.act.before) });
}

/**
 * The preview without the addresses of people who are not public yet. Asked after the act was taken back, so that it makes nobody public.
 *
 * Privacy: a preview leaves no trace, and whoever types a user ID must not read whose address it is.
 */
async function veil(context: Context, said: DirectoryPreview, named: readonly string[]): Promise<DirectoryPreview> {
  const { actor } = context;
  const open = await listOpenlyNamed(context, named);
  const hidden = named.filter((id) => !open.has(id) && !(actor.kind === "person" && actor.accountId === id));
  const emails = (await listContactCards(context, hidden)).map(({ email }) => email);
  let [whois, rdap] = [said.whois, JSON.stringify(said.rdap)];
  // Why the longest first: a shorter one may be the end of a longer one, of which its beginning would stay.
  for (const email of emails.sort((left, right) => right.length - left.length)) {
    whois = whois.replaceAll(email, maskedEmail(email));
    rdap = rdap.replaceAll(email, maskedEmail(email));
  }
  return { ...said, whois, rdap: JSON.parse(rdap) as DirectoryPreview["rdap"] };
}

type Described = Omit<Preview, "before"> & {
  /** The accounts of everybody whom the network and its holder name. */
  readonly named: readonly string[];
};

async function describe(within: ContextWithin, act: DoneAct): Promise<Described> {
  const shown = act.after ?? act.before;
  if (shown === undefined) throw new Error("an act without a network");
  const [holder] = await listOrganizationCards(within, [shown.organizationId]);
  if (holder === undefined) throw new Error("an act without a holder");
  const { name, handle, administrativeContactId } = holder;
  const named = [shown.technicalContactId, shown.abuseContactId, administrativeContactId].filter((id) => id !== null);
  const zones = await listZonesOf(within, shown.prefix);
  return { act, named, recipient: `${name} (${handle})`, after: await say(within, act.after), zones };
}

async function say(context: ReadingContext, network: PlacedNetwork | undefined): Promise<DirectoryPreview | undefined> {
  if (network === undefined) return undefined;
  const [said] = await previewDirectory(context, { networks: [asPlaced(network)] });
  if (said === undefined) throw new Error(`no preview of ${formatPrefix(network.prefix)}`);
  return said;
}
