// Carries a ballot to the server. It never navigates, so whatever happens on the way the choices stay on the page.
import type { BoothChannel, BoothEntry } from "./booth-election.ts";
import type { CastAnswer, SendOutcome } from "./cast-answer.ts";
import type { SealedBallot } from "./worker-messages.ts";

const longestWaitMs = 60_000;

/** Sends a ballot; sending the same one again is harmless. */
export async function sendBallot(
  { kind, ballotsAddress }: BoothChannel,
  rollEntryId: string,
  sealed: SealedBallot,
): Promise<SendOutcome> {
  const { ballot, bindingKey, accessKey } = sealed;
  // Why only there: where the voter has signed in nothing else needs to be shown.
  const proof = kind === "link" ? { accessKey } : {};
  try {
    const response = await fetch(ballotsAddress, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ rollEntryId, ballot, bindingKey, ...proof }),
      redirect: "manual",
      signal: AbortSignal.timeout(longestWaitMs),
    });
    if (response.type === "opaqueredirect") return { outcome: "signed-out" };
    if (response.status >= 500) return { outcome: "no-answer" };
    return trustOnlyOwnTracker((await response.json()) as CastAnswer, sealed);
  } catch {
    // Why no detail: offline, cut off or too slow, the voter's next step is the same.
    return { outcome: "no-answer" };
  }
}

/** Asks which roll entry a voting code belongs to, by the access key that was made from it. Undefined: nobody's, or no answer. */
export async function findEntryOfCode(address: string, accessKey: string): Promise<BoothEntry | undefined> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ accessKey }),
    redirect: "manual",
    signal: AbortSignal.timeout(longestWaitMs),
  });
  return response.ok ? ((await response.json()) as { entry: BoothEntry }).entry : undefined;
}

// Security: an answer that names another tracker is about another ballot.
function trustOnlyOwnTracker(answer: CastAnswer, sealed: SealedBallot): SendOutcome {
  return answer.outcome === "accepted" && answer.tracker !== sealed.tracker ? { outcome: "no-answer" } : answer;
}
