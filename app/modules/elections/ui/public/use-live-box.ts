// Watches the box while the page is in sight: every five seconds, until the reader pauses it.
import { useEffect, useState } from "react";
import type { BoxPage } from "../../queries/ballot-box.server.ts";
import type { Turnout } from "../../queries/turnout.server.ts";
import { linkToBallotBoxLines } from "../../links.ts";

const betweenLooksMs = 5000;

export interface BoxState {
  readonly box: BoxPage;
  readonly turnout: Turnout;
}

/** The newest known state of one page of the box. */
export function useLiveBox(electionId: string, first: BoxState, isWatching: boolean): BoxState {
  const [seen, setSeen] = useState({ from: first, state: first });
  // Why: another page of the box, or the page loaded anew, begins with what the server just said.
  if (seen.from !== first) setSeen({ from: first, state: first });
  const { page } = first.box;
  useEffect(() => {
    if (!isWatching) return;
    const look = async () => {
      if (document.hidden) return;
      const state = await readLines(linkToBallotBoxLines(electionId, page));
      if (state !== undefined) setSeen((last) => ({ ...last, state }));
    };
    const timer = setInterval(() => void look(), betweenLooksMs);
    return () => clearInterval(timer);
  }, [electionId, page, isWatching]);
  return seen.state;
}

async function readLines(address: string): Promise<BoxState | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as BoxState) : undefined;
  } catch {
    // Why silent: the next look will tell; what is on the page stays true.
    return undefined;
  }
}
