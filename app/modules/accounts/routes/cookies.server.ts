// The cookies of signing in: the session, the browser that is known, and the first step that waits for the second.
import { createCookie } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { HalfSignedIn } from "../commands/sign-in.server.ts";
import { deviceName } from "../domain/device-name.ts";
import { deviceCookieSeconds, secondFactorWaitMs, sessionLifeMs } from "../domain/durations.ts";
import { deriveKey } from "../domain/tokens.ts";
import type { Visit } from "../domain/visit.ts";

const deviceSchema = z.object({ id: z.string(), accounts: z.array(z.string()) });
const ticketSchema = z.object({ accountId: z.string(), at: z.number(), passwordMark: z.string() });

/** A browser remembers at most so many people. */
const peopleOfDevice = 10;

/** Where the request comes from. */
export async function visitOf({ ground, clientAddress }: AppLoadContext, request: Request): Promise<Visit> {
  const cookies = request.headers.get("Cookie");
  const device = deviceSchema.safeParse(await deviceCookie(ground).parse(cookies));
  const previousToken = await tokenOf(ground, request);
  return {
    address: clientAddress,
    device: deviceName(request.headers.get("User-Agent") ?? ""),
    knownAccountIds: device.success ? device.data.accounts : [],
    ...(device.success ? { deviceId: device.data.id } : {}),
    ...(previousToken === undefined ? {} : { previousToken }),
  };
}

/** The session's token that the browser carries. */
export async function tokenOf(ground: Ground, request: Request): Promise<string | undefined> {
  const token: unknown = await sessionCookie(isSecure(ground)).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : undefined;
}

/** Keeps the token in the browser for as long as the session may live. */
export function keepToken(ground: Ground, token: string): Promise<string> {
  return sessionCookie(isSecure(ground)).serialize(token, { maxAge: sessionLifeMs / 1000 });
}

/** Takes the token out of the browser. */
export function dropToken(ground: Ground): Promise<string> {
  return sessionCookie(isSecure(ground)).serialize("", { maxAge: 0 });
}

/** Everything the browser keeps after signing in. */
export async function signedInHeaders(
  ground: Ground,
  visit: Visit,
  accountId: string,
  token: string,
): Promise<Headers> {
  const accounts = [accountId, ...visit.knownAccountIds.filter((each) => each !== accountId)].slice(0, peopleOfDevice);
  const device = { id: visit.deviceId ?? randomIdentifier(ground.random), accounts };
  const headers = new Headers();
  headers.append("Set-Cookie", await keepToken(ground, token));
  headers.append("Set-Cookie", await deviceCookie(ground).serialize(device));
  headers.append("Set-Cookie", await ticketCookie(ground).serialize("", { maxAge: 0 }));
  return headers;
}

/** Keeps the first step until the second. */
export function keepTicket(ground: Ground, ticket: HalfSignedIn): Promise<string> {
  return ticketCookie(ground).serialize(ticket);
}

/** The first step that this browser has taken. */
export async function ticketOf(ground: Ground, request: Request): Promise<HalfSignedIn | undefined> {
  const ticket = ticketSchema.safeParse(await ticketCookie(ground).parse(request.headers.get("Cookie")));
  return ticket.success ? ticket.data : undefined;
}

// Security: signed, so that nobody can call a browser of theirs a known one, or a first step taken.
function deviceCookie(ground: Ground) {
  return createCookie(nameOf(ground, "device"), {
    ...attributes(ground),
    maxAge: deviceCookieSeconds,
    secrets: [deriveKey(ground.settings.secret, "device-cookie").toString("hex")],
  });
}

function ticketCookie(ground: Ground) {
  return createCookie(nameOf(ground, "sign-in"), {
    ...attributes(ground),
    maxAge: secondFactorWaitMs / 1000,
    secrets: [deriveKey(ground.settings.secret, "sign-in-cookie").toString("hex")],
  });
}

function attributes(ground: Ground) {
  return { path: "/", sameSite: "lax" as const, httpOnly: true, secure: isSecure(ground) };
}

function nameOf(ground: Ground, name: string): string {
  return isSecure(ground) ? `__Host-${name}` : name;
}

function isSecure(ground: Ground): boolean {
  return ground.settings.baseUrl.startsWith("https://");
}
