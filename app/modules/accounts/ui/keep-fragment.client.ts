// The voting link carries the code behind the "#", which survives the way to the sign-in page only here in the browser.
// It is kept for this tab and taken out of the address, so that it is not in sight, in the history or in a screenshot.

const place = "plenaria.voting-code";

/** Keeps "#code=…" of the address in this tab's storage and removes it from the address bar. */
export function keepFragment(): void {
  if (!new URLSearchParams(location.hash.replace(/^#/, "")).has("code")) return;
  try {
    sessionStorage.setItem(place, location.hash);
  } catch {
    // Why nothing is lost: where storage is switched off the address keeps the code.
    return;
  }
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
}
