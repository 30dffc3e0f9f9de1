// The voting code that the link of a mail brought, behind the "#" that no browser sends to a server.
// It is kept for this tab only, so that it survives signing in, and removed when it has been used. Whoever votes for several
// organisations opens several links: the booth's other open tabs hear of each code, so that one of them has all.

const place = "plenaria.voting-code";

export interface BroughtCode {
  readonly code: string;
  /** The roll entry that the link names, if any. */
  readonly rollEntryId: string | null;
  /** Of a link that needs no account. */
  readonly secondCode: string | null;
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

/** What the tabs of one booth tell each other. It stays in this browser, among pages of this site. */
type CodeMessage = { readonly say: "who-has-codes" } | { readonly say: "code"; readonly code: string };

export interface CodeExchange {
  /** Tells the other tabs of a code. */
  readonly tell: (code: string) => void;
  readonly close: () => void;
}

/** Joins the tabs in which the same account has this election's booth open: hears of their codes, and answers with `ownCodes` when another tab asks. */
export function exchangeCodes(
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
  { onCode, ownCodes }: { readonly onCode: (code: string) => void; readonly ownCodes: () => readonly string[] },
): CodeExchange {
  if (typeof BroadcastChannel === "undefined") return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`${place}.${electionId}.${accountId}`);
  const post = (message: CodeMessage) => channel.postMessage(message);
  const tell = (code: string) => post({ say: "code", code });
  channel.addEventListener("message", ({ data: message }: MessageEvent<CodeMessage>) => {
    if (message.say === "code") onCode(message.code);
    else ownCodes().forEach(tell);
  });
  post({ say: "who-has-codes" });
  return { tell, close: () => channel.close() };
}

function readFragment(fragment: string): BroughtCode | undefined {
  const words = new URLSearchParams(fragment.replace(/^#/, ""));
  const code = words.get("code");
  return code === null || code === ""
    ? undefined
    : { code, rollEntryId: words.get("entry"), secondCode: words.get("second") };
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
