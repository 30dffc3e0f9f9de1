// Sends what the browser made to the server and says how it went. Why a plain request and no form: the page must keep what it
// holds (an unlocked key, ten thousand codes) whatever the answer is.
import type { Refusal } from "#app/lib/result/index.ts";
import { linkToCommissionMessages } from "../../links.ts";
import type { CeremonyMessage } from "../../domain/ceremony-message.ts";

export type PublishOutcome =
  | { readonly kind: "published" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** The proof of who sits here is older than a quarter of an hour, or the session is over. */
  | { readonly kind: "proof-needed" }
  | { readonly kind: "unreachable" };

export async function publishMessage(electionId: string, message: CeremonyMessage): Promise<PublishOutcome> {
  try {
    const response = await fetch(linkToCommissionMessages(electionId), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
      // Why: a door that sends the browser elsewhere must not make it leave what it holds.
      redirect: "manual",
    });
    if (response.type === "opaqueredirect") return { kind: "proof-needed" };
    if (!response.ok) return { kind: "unreachable" };
    const answer = (await response.json()) as { readonly ok: boolean; readonly error?: Refusal };
    return answer.ok || answer.error === undefined ? { kind: "published" } : { kind: "refused", refusal: answer.error };
  } catch {
    return { kind: "unreachable" };
  }
}
