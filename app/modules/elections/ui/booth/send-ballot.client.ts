// Carries a ballot to the server. It never navigates, so whatever happens on the way the choices stay on the page.
import type { BoothChannel, BoothEntry, LinkKeys } from "./booth-election.ts";
import type { CastAnswer, SendOutcome } from "./cast-answer.ts";
import type { SealedBallot } from "./worker-messages.ts";

const longestWaitMs = 60_000;

/** Sends a ballot; sending the same one again is harmless. */
export async function sendBallot(
  { ballotsAddress }: BoothChannel,
  rollEntryId: string,
  sealed: SealedBallot,
  keys: LinkKeys | undefined,
): Promise<SendOutcome> {
  const { ballot, bindingKey } = sealed;
  try {
    const response = await postJson(ballotsAddress, { rollEntryId, ballot, bindingKey, ...keys });
    if (response.type === "opaqueredirect") return { outcome: "signed-out" };
    if (response.status >= 500) return { outcome: "no-answer" };
    return trustOnlyOwnTracker((await response.json()) as CastAnswer, sealed);
  } catch {
    // Why no detail: offline, cut off or too slow, the voter's next step is the same.
    return { outcome: "no-answer" };
  }
}

/** Asks which roll entry the codes of a mail belong to, by the keys that were made from them. */
export async function findEntryOfCode(
  address: string,
  keys: LinkKeys,
): Promise<{ readonly entry: BoothEntry | null; readonly code?: string }> {
  const response = await postJson(address, keys);
  return (await response.json()) as { entry: BoothEntry | null; code?: string };
}

/** Says that a ballot is about to be opened, so that nobody casts it. Behind a link the keys show whose booth this is. */
export async function spoilBallot(address: string, tracker: string, keys: LinkKeys | undefined): Promise<void> {
  const response = await postJson(address, { tracker, ...keys });
  if (!response.ok) throw new Error(`the ballot could not be spoiled: ${response.status}`);
}

function postJson(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    redirect: "manual",
    signal: AbortSignal.timeout(longestWaitMs),
  });
}

// Security: an answer that names another tracker is about another ballot.
function trustOnlyOwnTracker(answer: CastAnswer, sealed: SealedBallot): SendOutcome {
  return answer.outcome === "accepted" && answer.tracker !== sealed.tracker ? { outcome: "no-answer" } : answer;
}
