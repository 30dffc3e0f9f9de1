// Takes the token of a mailed link from behind the "#", and out of the address: it shall not stay in sight, in the history or in a screenshot.
import { useEffect, useState } from "react";
import { tokenIn } from "../domain/mailed-token.ts";

/** Null until the page is awake, and where the address has none. Only this page's memory keeps it. */
export function useMailedToken(): string | null {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const take = () => {
      if (!location.hash.startsWith("#token=")) return;
      setToken(tokenIn(location.hash));
      history.replaceState(history.state, "", `${location.pathname}${location.search}`);
    };
    take();
    // Why: another link opened in the same tab only changes what stands behind the "#".
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
}
