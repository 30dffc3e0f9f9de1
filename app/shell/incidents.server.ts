// Gives every failed request a short number that stands in the log and on the page, so that a person on the phone can name it.
import type { AppLoadContext } from "@remix-run/node";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { Incident } from "./ui/incident.ts";

/** What the address names, by the names of the route. */
type AddressParts = Readonly<Record<string, string | undefined>>;

const noted = new WeakMap<AppLoadContext, Incident>();

/** Remembers what went wrong in this request, logs it, and returns its incident. */
export function noteIncident(
  error: unknown,
  request: Request,
  context: AppLoadContext,
  params: AddressParts = {},
): void {
  const incident: Incident = { number: incidentNumber(context.cspNonce), isForbidden: error instanceof NotPermitted };
  noted.set(context, incident);
  const about = { error, incident: incident.number, method: request.method, page: pageOf(request, params) };
  if (incident.isForbidden) context.ground.log.warn(about, "somebody asked for what they may not have");
  else context.ground.log.error(about, "a request failed");
}

/**
 * The address with what it names left out: "/reset-password/:token".
 *
 * Security: an address may carry the token that replaces a password, also one that was mistyped and is no page of ours.
 */
function pageOf(request: Request, params: AddressParts): string {
  const path = new URL(request.url).pathname.replace(/\.data$/, "");
  return path
    .split("/")
    .map((part) => withoutValue(part, params))
    .join("/");
}

function withoutValue(part: string, params: AddressParts): string {
  const [name] =
    Object.entries(params).find(([, value]) => value !== undefined && encodeURIComponent(value) === part) ?? [];
  if (name !== undefined) return `:${name}`;
  return /^[a-z.-]{0,24}$/.test(part) ? part : "…";
}

/** What went wrong in this request, if anything did. */
export function incidentOf(context: AppLoadContext): Incident | undefined {
  return noted.get(context);
}

// Crockford's letters: none that is mistaken for another when read aloud.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Made from the request's own random nonce: eight letters in two groups. */
function incidentNumber(nonce: string): string {
  const bytes = Buffer.from(nonce, "base64").subarray(0, 8);
  const word = [...bytes].map((byte) => letters[byte % 32]).join("");
  return `${word.slice(0, 4)}-${word.slice(4)}`;
}
