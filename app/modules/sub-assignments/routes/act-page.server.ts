// What the pages of an act have in common: the prefix in the address, the preview that is shown first, and the act itself after it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { DirectoryPreview } from "#app/modules/directory/index.server.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import type { DoneAct } from "../commands/carry-out.server.ts";
import type { Preview } from "../commands/preview-act.server.ts";
import { markOf } from "../domain/act.ts";
import { actsOfPerson, recipientsOfPerson } from "../domain/act-allowances.ts";
import { isBeyondWindow } from "../domain/assignment-window.ts";
import { isLate } from "../domain/registration-deadline.ts";
import { linkToSubAssignments } from "../links.ts";
import { findBlock } from "../queries/block.server.ts";
import type { ZoneLine } from "../queries/reverse.server.ts";
import { findSubAssignment } from "../queries/sub-assignment.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** "198.18.0.0-22" of the address; 404 where it is no prefix. */
function prefixOf(args: Args): Prefix {
  const prefix = parsePrefix((args.params["prefix"] ?? "").replace(/-(\d+)$/, "/$1"));
  if (prefix === undefined) throw new Response(null, { status: 404 });
  return prefix;
}

export async function openBlock(args: Args): Promise<{ context: PersonContext; block: Network }> {
  const context = await openDoor(args);
  const block = await findBlock(context, prefixOf(args));
  if (block === undefined) throw new Response(null, { status: 404 });
  return { context, block };
}

export interface OpenedSubAssignment {
  readonly context: PersonContext;
  readonly block: Network;
  readonly network: Network;
  /** The list of the block. */
  readonly back: string;
}

export async function openSubAssignment(args: Args): Promise<OpenedSubAssignment> {
  const context = await openDoor(args);
  const found = await findSubAssignment(context, prefixOf(args));
  if (found === undefined) throw new Response(null, { status: 404 });
  return { context, ...found, back: linkToSubAssignments(formatPrefix(found.block.prefix)) };
}

/** A network and its block as the page of an act shows them. */
export async function showSubAssignment({ context, block, network, back }: OpenedSubAssignment) {
  const { name, handle } = await getOrganization(context, network.organizationId);
  return {
    ...{ back, block: formatPrefix(block.prefix), prefix: formatPrefix(network.prefix), seen: markOf(network) },
    ...{ customer: `${name} (${handle})`, today: utcDay(context.clock.now()), name: network.name },
  };
}

/** What is shown before an act. */
export interface ShownPreview {
  readonly prefix: string;
  readonly kind: DoneAct["kind"];
  readonly recipient: string;
  readonly daysTaken: number;
  readonly isLate: boolean;
  /** The registry is to be consulted about a range so large. */
  readonly isBeyondWindow: boolean;
  readonly before: Said | null;
  readonly after: Said | null;
  readonly zones: readonly ZoneLine[];
}

export interface Said {
  readonly prefix: string;
  readonly whois: string;
  readonly rdap: string;
}

export interface ActAnswer {
  readonly refusal: Refusal | undefined;
  readonly problems: readonly { readonly field: string; readonly key: string }[] | undefined;
  readonly preview: ShownPreview | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** With "confirm" the act is carried out and the list is shown; with "edit" the form again; else the preview. */
export async function answerAct(
  context: PersonContext,
  fields: Readonly<Record<string, string>>,
  back: string,
  act: {
    readonly preview: () => Promise<Result<Preview, Refusal>>;
    readonly carryOut: () => Promise<Result<DoneAct, Refusal>>;
  },
) {
  if (fields["step"] === "edit") return answer({ fields }, 200);
  const waitSeconds = await waitBefore(context, fields);
  if (waitSeconds !== undefined) {
    return answer({ fields, refusal: { code: "TOO_MANY_ACTS", details: { seconds: waitSeconds } } }, 422);
  }
  if (fields["step"] === "confirm") {
    const done = await act.carryOut();
    if (done.ok) throw redirect(`${back}?done=${done.value.kind}&act=${done.value.actId}`);
    return answer({ fields, refusal: done.error }, 422);
  }
  const preview = await act.preview();
  if (!preview.ok) return answer({ fields, refusal: preview.error }, 422);
  return answer({ fields, preview: showPreview(preview.value) }, 200);
}

/**
 * How long the person must wait who has done very much; undefined where she need not.
 *
 * Security: previews too hold up everybody who writes, and each recipient entered anew is a mail to whomever.
 */
async function waitBefore(
  context: PersonContext,
  { step, who }: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const isNewRecipient = step === "confirm" && who === "new";
  for (const allowance of isNewRecipient ? [actsOfPerson, recipientsOfPerson] : [actsOfPerson]) {
    const admission = await admitAttempt(context, allowance, context.actor.accountId);
    if (!admission.isAdmitted) return admission.retryAfterSeconds;
  }
  return undefined;
}

export function answer(given: Partial<ActAnswer> & Pick<ActAnswer, "fields">, status: number) {
  const nothing = { refusal: undefined, problems: undefined, preview: undefined };
  const whole: ActAnswer = { ...nothing, ...given };
  return data(whole, { status });
}

function showPreview({ act, recipient, before, after, zones }: Preview): ShownPreview {
  const { prefix, kind, daysTaken } = act;
  const range = act.after?.prefix;
  return {
    ...{ prefix, kind, recipient, daysTaken, before: show(before), after: show(after), zones },
    isLate: range !== undefined && isLate(range, daysTaken),
    isBeyondWindow: range !== undefined && isBeyondWindow(range),
  };
}

function show(said: DirectoryPreview | undefined): Said | null {
  if (said === undefined) return null;
  return { prefix: said.prefix, whois: said.whois, rdap: JSON.stringify(said.rdap, null, 2) };
}
