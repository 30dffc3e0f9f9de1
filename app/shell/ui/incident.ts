// What an error page is told about the failure: a number to name it by, and whether it was a matter of permission.
import { createContext } from "react";

export interface Incident {
  readonly number: string;
  readonly isForbidden: boolean;
}

/** How an error page learns of the incident: on the server from the request, in the browser from where the server left it. */
export const IncidentContext = createContext<(error: unknown) => Incident | undefined>(() => undefined);

/** The cookie in which an answer to a script leaves it: "7QK2-M0XF" or "7QK2-M0XF.forbidden". It lives for half a minute. */
export const incidentCookieName = "incident";

export function writeIncident({ number, isForbidden }: Incident): string {
  return isForbidden ? `${number}.forbidden` : number;
}

export function readIncident(text: string | null | undefined): Incident | undefined {
  const match = /^([0-9A-Z]{4}-[0-9A-Z]{4})(\.forbidden)?$/.exec(text ?? "");
  return match?.[1] === undefined ? undefined : { number: match[1], isForbidden: match[2] !== undefined };
}
