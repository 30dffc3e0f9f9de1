// The election's time in the browser: the server's clock carried on by the browser's, and how long is left.
import { useEffect, useState } from "react";
import { systemClock } from "#app/platform/clock.ts";

/** From here on the voter is warned that the close is near. Source: WCAG 2.2 §2.2.1; CM/Rec(2017)5 no. 12. */
export const nearCloseMs = 20 * 60_000;

const minuteMs = 60_000;

/** The server's present in milliseconds, once the page is awake; `serverNow` is what the server said last. */
export function useElectionClock(serverNow: string): number {
  const said = new Date(serverNow).getTime();
  const [now, setNow] = useState(said);
  useEffect(() => {
    // Why an offset: the voter's own clock may be wrong, the server's decides.
    const offset = said - systemClock.now().getTime();
    const tick = () => setNow(systemClock.now().getTime() + offset);
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [said]);
  return now;
}

/** A length of time in its two largest units. */
export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Splits a length of time. */
export function timeLeft(milliseconds: number): TimeLeft {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** The key of the sentence that says it: the nearer the close, the finer. */
export function timeLeftKey({ days, hours, minutes }: TimeLeft): "days" | "hours" | "minutes" | "seconds" {
  if (days > 0) return "days";
  if (hours > 0) return "hours";
  return minutes > 0 ? "minutes" : "seconds";
}

/** Which warning is spoken: at 20, 10, 5 and 1 minutes, not every second. Undefined while the close is far. */
export function warningMinutes(milliseconds: number): number | undefined {
  return [1, 5, 10, 20].find((minutes) => milliseconds > 0 && milliseconds <= minutes * minuteMs);
}
