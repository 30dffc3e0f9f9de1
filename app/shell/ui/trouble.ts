// Which kind of error page fits what went wrong.
import { isRouteErrorResponse } from "@remix-run/react";
import { useContext } from "react";
import { IncidentContext } from "./incident.ts";

export type Trouble = "notFound" | "forbidden" | "offline" | "refused" | "failed";

/** The trouble of this page; undefined when there is none. */
export function useTrouble(error: unknown): Trouble | undefined {
  const incident = useContext(IncidentContext);
  // Why null too: that is what Remix answers outside an error page.
  if (error === undefined || error === null) return undefined;
  return incident(error)?.isForbidden ? "forbidden" : troubleOf(error);
}

function troubleOf(error: unknown): Trouble {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return "notFound";
    if (error.status === 401 || error.status === 403) return "forbidden";
    return error.status < 500 ? "refused" : "failed";
  }
  return isBrokenConnection(error) ? "offline" : "failed";
}

/** Browsers say it in different words, all of them in a TypeError. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}
