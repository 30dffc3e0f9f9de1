// What the pages of a call open with: the door, the call, or a page that does not exist.
import type { LoaderFunctionArgs, ActionFunctionArgs } from "@remix-run/node";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor, openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { isCallPublic } from "#app/modules/elections/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { permissions } from "../module.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { Call } from "../queries/call.server.ts";
import { findCall } from "../queries/call.server.ts";
import { findCandidacy } from "../queries/candidacies.server.ts";

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** The call for everybody. */
export async function openPublicCall(args: RouteArgs): Promise<{ readonly context: Context; readonly call: Call }> {
  const context = await openVisitorDoor(args);
  return { context, call: await publicCall(context, args.params["electionId"]) };
}

/** The call for somebody who is signed in. */
export async function openMyCall(args: RouteArgs): Promise<{ readonly context: PersonContext; readonly call: Call }> {
  const context = await openDoor(args);
  return { context, call: await publicCall(context, args.params["electionId"]) };
}

/** The call for the commission and auditors, drafts included. Only the commission decides there, with a proof given just now. */
export async function openCommissionCall(
  args: RouteArgs,
  wish: { readonly steppedUp?: boolean } = {},
): Promise<{ readonly context: PersonContext; readonly call: Call }> {
  const roles = permissions[wish.steppedUp === true ? "candidacies:decide" : "candidacies:read-all"].slice();
  const context = await openDoor(args, { roles, steppedUp: wish.steppedUp ?? false });
  const call = await findCall(context, args.params["electionId"] ?? "");
  if (call === undefined) throw new Response(null, { status: 404 });
  return { context, call };
}

/** One candidacy of such a call. */
export async function openCommissionCandidacy(args: RouteArgs, wish: { readonly steppedUp?: boolean } = {}) {
  const { context, call } = await openCommissionCall(args, wish);
  const candidacy = await findCandidacy(context, args.params["candidacyId"] ?? "");
  if (candidacy === undefined || candidacy.electionId !== call.election.id) throw new Response(null, { status: 404 });
  return { context, call, candidacy };
}

async function publicCall(context: ReadingContext, electionId: string | undefined): Promise<Call> {
  const call = await findCall(context, electionId ?? "");
  const isPublic =
    call !== undefined && (call.election.reached !== "draft" || (await isCallPublic(context, call.election)));
  if (!isPublic) throw new Response(null, { status: 404 });
  return call;
}

export interface OwnCandidacy {
  readonly context: PersonContext;
  readonly candidacy: Candidacy;
  /** The candidate, or who nominated. */
  readonly isCandidate: boolean;
}

/** A candidacy for its candidate; for its nominator too where the page says so. Others find no page. */
export async function openOwnCandidacy(
  args: RouteArgs,
  wish: { readonly withNominator?: boolean; readonly steppedUp?: boolean } = {},
): Promise<OwnCandidacy> {
  const context = await openDoor(args, { steppedUp: wish.steppedUp ?? false });
  const candidacy = await findCandidacy(context, args.params["candidacyId"] ?? "");
  const isCandidate = candidacy?.accountId === context.actor.accountId;
  const isNominator = candidacy?.nominatorAccountId === context.actor.accountId;
  if (candidacy === undefined || !(isCandidate || (wish.withNominator === true && isNominator)))
    throw new Response(null, { status: 404 });
  return { context, candidacy, isCandidate };
}

/** What the frame of an election's public pages shows. */
export function headingOf({ id, title, isTest, phase, reached, hasCall }: ElectionView) {
  return { id, title, isTest, phase, reached, hasCall };
}

/** The organisations for which the person is the membership contact. */
export async function organizationsOf(context: PersonContext) {
  const acted = await listOrganizationsOfContact(context, context.actor.accountId, "membership");
  return acted.map(({ organization: { id, name, handle } }) => ({ id, name, handle }));
}
