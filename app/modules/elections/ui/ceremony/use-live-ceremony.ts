// The ceremony as it stands, asked again every few seconds while somebody looks at the page.
// Why not Remix's revalidation: that would open the page's door again, which asks for a fresh proof in the middle of the work.
import { useCallback, useEffect, useState } from "react";
import { linkToCeremony } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";

const everyMs = 4_000;

export function useLiveCeremony(initial: CommissionView): {
  readonly view: CommissionView;
  readonly refresh: () => Promise<void>;
} {
  const [view, setView] = useState(initial);
  const electionId = initial.election.id;
  const refresh = useCallback(async () => {
    const newer = await fetchView(electionId);
    if (newer !== undefined) setView(newer);
  }, [electionId]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [refresh]);
  // Why: on the way from one election to another the page stays and what it knew is of the other one.
  return { view: view.election.id === electionId ? view : initial, refresh };
}

async function fetchView(electionId: string): Promise<CommissionView | undefined> {
  try {
    const response = await fetch(linkToCeremony(electionId), { redirect: "manual" });
    return response.ok ? ((await response.json()) as CommissionView) : undefined;
  } catch {
    // Without a connection the page shows what it knew; the next round asks again.
    return undefined;
  }
}
