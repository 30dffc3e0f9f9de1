// Asks the server every minute, and whenever the page comes back into sight, how the election stands and whether the session lives.
import { useEffect, useState } from "react";
import type { BoothPulse } from "./cast-answer.ts";

const betweenPulsesMs = 60_000;

export interface Pulse extends BoothPulse {
  readonly isSignedIn: boolean;
}

/** The newest pulse; begins with what the page was loaded with. Asking also keeps the session from ending under a slow voter. */
export function usePulse(address: string, first: BoothPulse): Pulse {
  const [pulse, setPulse] = useState<Pulse>({ ...first, isSignedIn: true });
  useEffect(() => {
    const feel = async () => {
      if (document.hidden) return;
      const felt = await feelPulse(address);
      if (felt !== undefined) setPulse((last) => ({ ...last, ...felt }));
    };
    const timer = setInterval(() => void feel(), betweenPulsesMs);
    const onReturn = () => void feel();
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [address]);
  return pulse;
}

/** How the election stands now; undefined while nobody answers. */
export async function feelPulse(address: string): Promise<Partial<Pulse> | undefined> {
  try {
    const response = await fetch(address, { redirect: "manual", headers: { Accept: "application/json" } });
    if (response.type === "opaqueredirect") return { isSignedIn: false };
    if (!response.ok) return undefined;
    return { ...((await response.json()) as BoothPulse), isSignedIn: true };
  } catch {
    // Why silent: being offline for a while harms nothing; the next pulse will tell.
    return undefined;
  }
}
