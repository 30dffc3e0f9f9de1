// Watches the log while the page is in sight: every five seconds, until the reader pauses it.
import { useEffect, useState } from "react";
import type { KnownNames, ShownEntry } from "#app/modules/audit-log/index.ts";

const betweenLooksMs = 5000;

export interface LogState {
  readonly entries: readonly ShownEntry[];
  readonly names: KnownNames;
}

/** The entries of the page with those that were written since, newest first. */
export function useLiveLog<First extends LogState>(
  first: First,
  search: URLSearchParams,
  isWatching: boolean,
): LogState {
  const [seen, setSeen] = useState<{ from: First; state: LogState }>({ from: first, state: first });
  // Why: another filter, or the page loaded anew, begins with what the server just said.
  if (seen.from !== first) setSeen({ from: first, state: first });
  const newest = seen.state.entries[0]?.sequence ?? 0;
  const filters = search.toString();
  useEffect(() => {
    if (!isWatching) return;
    const look = async () => {
      const grown = document.hidden ? undefined : await readLines(`/commission/log/lines?${filters}&after=${newest}`);
      if (grown === undefined || grown.entries.length === 0) return;
      setSeen(({ from, state }) => ({ from, state: joined(state, grown) }));
    };
    const timer = setInterval(() => void look(), betweenLooksMs);
    return () => clearInterval(timer);
  }, [filters, newest, isWatching]);
  return seen.state;
}

function joined(state: LogState, grown: LogState): LogState {
  const newest = state.entries[0]?.sequence ?? 0;
  return {
    entries: [...grown.entries.filter(({ sequence }) => sequence > newest), ...state.entries],
    names: { ...state.names, ...grown.names },
  };
}

async function readLines(address: string): Promise<LogState | undefined> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok && !response.redirected ? ((await response.json()) as LogState) : undefined;
  } catch {
    // Why silent: the next look will tell; what is on the page stays true.
    return undefined;
  }
}
