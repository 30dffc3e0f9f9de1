// The voting code that the link of the mail brought, behind the "#" that no browser sends to a server.
// It is kept for this tab only, so that it survives signing in, and removed when it has been used.

const place = "plenaria.voting-code";

export interface BroughtCode {
  readonly code: string;
  /** The roll entry that the link names, if any. */
  readonly rollEntryId: string | null;
}

/** Takes the code out of the address, so that it does not stay in sight or in the history. */
export function takeCodeFromAddress(): BroughtCode | undefined {
  const brought = readFragment(location.hash);
  if (brought === undefined) return undefined;
  keep(location.hash);
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
  return brought;
}

/** The code that this tab brought or kept while its reader signed in. */
export function findBroughtCode(): BroughtCode | undefined {
  return takeCodeFromAddress() ?? readFragment(kept() ?? "");
}

/** Forgets the code: it has been used, or it is not of use here. */
export function forgetBroughtCode(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Why: where storage is switched off nothing was kept.
  }
}

function readFragment(fragment: string): BroughtCode | undefined {
  const words = new URLSearchParams(fragment.replace(/^#/, ""));
  const code = words.get("code");
  return code === null || code === "" ? undefined : { code, rollEntryId: words.get("entry") };
}

function keep(fragment: string): void {
  try {
    sessionStorage.setItem(place, fragment);
  } catch {
    // Why: where storage is switched off the code lives as long as the page.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch {
    return null;
  }
}
