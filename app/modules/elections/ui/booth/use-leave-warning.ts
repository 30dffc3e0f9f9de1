// Keeps choices that have not been cast from being lost by a stray click, by "back" or by closing the tab.
import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";

export interface LeaveWarning {
  /** Somebody is about to leave inside the site and must be asked. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** Warns while `isUnsent`. The browser itself asks when the tab is closed or another site is opened. */
export function useLeaveWarning(isUnsent: boolean): LeaveWarning {
  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsent]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsent && currentLocation.pathname !== nextLocation.pathname,
  );
  return {
    isAsking: blocker.state === "blocked",
    stay: () => blocker.reset?.(),
    leave: () => blocker.proceed?.(),
  };
}
