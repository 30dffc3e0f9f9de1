// Gives every failed request a short number that stands in the log and on the page, so that a person on the phone can name it.
import type { AppLoadContext } from "@remix-run/node";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { Incident } from "./ui/incident.ts";

const noted = new WeakMap<AppLoadContext, Incident>();

/** Remembers what went wrong in this request, logs it, and returns its incident. */
export function noteIncident(error: unknown, request: Request, context: AppLoadContext): void {
  const incident: Incident = { number: incidentNumber(context.cspNonce), isForbidden: error instanceof NotPermitted };
  noted.set(context, incident);
  const about = { error, incident: incident.number, method: request.method, path: new URL(request.url).pathname };
  if (incident.isForbidden) context.ground.log.warn(about, "somebody asked for what they may not have");
  else context.ground.log.error(about, "a request failed");
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
