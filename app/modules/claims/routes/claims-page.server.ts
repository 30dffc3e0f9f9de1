// What the pages of claims ask first: the election, which claims are taken now, and how many days the commission has left.
import { findElection } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ClaimKind } from "../domain/claim-kinds.ts";
import { claimKinds } from "../domain/claim-kinds.ts";
import { findClaimWindow } from "../queries/claim-window.server.ts";

/** The election with what its heading shows; answers 404 by itself when there is none. */
export async function electionOfClaims(context: Context, electionId = "") {
  const election = await findElection(context, electionId);
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, isTest, phase, reached, hasCall } = election;
  return { id, title, isTest, phase, reached, hasCall };
}

export interface KindNow {
  readonly kind: ClaimKind;
  readonly state: "early" | "open" | "over";
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

/** For each kind, whether it is taken now, from when and until when. */
export async function kindsNow(context: Context, electionId: string): Promise<KindNow[]> {
  const found: KindNow[] = [];
  for (const kind of claimKinds) {
    const { state = "over", window } = (await findClaimWindow(context, electionId, kind)) ?? {};
    found.push({ kind, state, opensAt: window?.opensAt ?? null, closesAt: window?.closesAt ?? null });
  }
  return found;
}

/** Whole days from now until the instant; negative when it has passed. */
export function daysUntil(context: Context, instant: string | null): number | null {
  if (instant === null) return null;
  return Math.floor((Date.parse(instant) - context.clock.now().getTime()) / 86_400_000);
}
