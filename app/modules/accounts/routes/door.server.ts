// The doors: the first line of every route says who may enter, and learns who did.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { ok } from "#app/lib/result/index.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Person, PersonContext } from "../domain/person.ts";
import type { Viewer } from "../index.ts";
import { linkToChangePassword, linkToRequiredSecondFactor, linkToSignIn, linkToStepUp } from "../links.ts";
import type { SignedIn } from "../queries/session.server.ts";
import { findSession } from "../queries/session.server.ts";

export interface DoorWish {
  /** One of these roles is needed; absent: anybody who is signed in. */
  readonly roles?: readonly Role[];
  /** A fresh proof of who sits before the browser is needed; "to-cast": one that may be an hour old. */
  readonly steppedUp?: boolean | "to-cast";
  /** Lets people in who must still replace a one-off password; only the page that replaces it wishes so. */
  readonly beforePasswordChange?: boolean;
}

const rolesWithSecondFactor: readonly Role[] = ["administrator", "staff", "commission"];

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** The person who is signed in, for the frame of the page; null for visitors. */
export async function findViewer(ground: Ground, request: Request): Promise<Viewer | null> {
  const session = await findSession(ground, request);
  if (session === undefined) return null;
  const { accountId, userId, name, language, roles } = session;
  return { accountId, userId, name, language, roles };
}

/** Lets a signed-in person in, or sends the browser where it must go first. */
export async function openDoor(args: RouteArgs, wish: DoorWish = {}): Promise<PersonContext> {
  return (await openSessionDoor(args, wish)).context;
}

/** The same, and which session it is: for the pages of the account itself. */
export async function openSessionDoor(
  { request, context }: RouteArgs,
  wish: DoorWish = {},
): Promise<{ readonly context: PersonContext; readonly session: SignedIn }> {
  const session = await findSession(context.ground, request);
  const here = pathOf(request);
  if (session === undefined) throw redirect(linkToSignIn(here));
  if (session.mustChangePassword && wish.beforePasswordChange !== true) throw redirect(linkToChangePassword(here));
  const door: PersonContext = { ...context.ground, actor: personOf(session) };
  if (wish.roles !== undefined && !wish.roles.some((role) => session.roles.includes(role))) {
    await recordRefusal(door, here, wish.roles);
    throw new Response(null, { status: 403 });
  }
  if (lacksSecondFactor(context.ground, session, wish)) throw redirect(linkToRequiredSecondFactor(here));
  const isProved = wish.steppedUp === "to-cast" ? session.isProvedToCast : session.isSteppedUp;
  if ((wish.steppedUp ?? false) !== false && !isProved) throw redirect(linkToStepUp(here));
  return { context: door, session };
}

/** Security: what only a role may do, and only after a fresh proof, needs more than a password where people are real. */
function lacksSecondFactor(ground: Ground, session: SignedIn, wish: DoorWish): boolean {
  const isSensitive =
    wish.steppedUp === true && (wish.roles ?? []).some((role) => rolesWithSecondFactor.includes(role));
  return ground.settings.mode === "production" && isSensitive && !session.hasSecondFactor;
}

/** Lets everybody in: the actor is the person who is signed in, otherwise a visitor. */
export async function openVisitorDoor({ request, context }: RouteArgs): Promise<Context> {
  const session = await findSession(context.ground, request);
  return withActor(context.ground, session === undefined ? { kind: "visitor" } : personOf(session));
}

function personOf({ accountId, userId, name, roles }: SignedIn): Person {
  return { kind: "person", accountId, userId, name, roles };
}

/** The page that was asked for, as a browser would ask for it again. */
function pathOf(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_data");
  url.searchParams.delete("_routes");
  url.searchParams.delete("index");
  return `${url.pathname.replace(/\.data$/, "")}${url.search}`;
}

/** Source: ASVS 5.0 §16.3.2: failed authorisation is logged. */
async function recordRefusal(door: PersonContext, path: string, roles: readonly Role[]): Promise<void> {
  await inTransaction(door, async (within) => {
    await recordAudit(within, {
      action: "accounts:door-refused",
      subjectType: "account",
      subjectId: door.actor.accountId,
      details: { path: path.split("?")[0] ?? path, rolesNeeded: [...roles] },
    });
    return ok(undefined);
  });
}
