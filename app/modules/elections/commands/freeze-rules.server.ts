// What a contest keeps of its body for ever: the rules of the day on which it is created, and who stays when the elected begin.
// Why: a later version of the rules changes no past election, and neither does a later change of office holders.
import { findBodyRules, listStaying } from "#app/modules/bodies/index.server.ts";
import { termsBeginOn } from "#app/modules/bodies/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { utcDay } from "#app/lib/instants/index.ts";

export interface FrozenRules {
  readonly rules: object;
  readonly staying: readonly object[];
  /** The first day of the terms that this contest gives. */
  readonly termsBeginOn: string;
}

/** Undefined for a question, and for a body without rules. */
export async function freezeBodyRules(
  within: ContextWithin,
  contest: { readonly bodyKey: string; readonly termsBeginOn?: string | undefined },
  closesAt: Date,
): Promise<FrozenRules | undefined> {
  const { bodyKey } = contest;
  const version = await findBodyRules(within, bodyKey, utcDay(within.clock.now()));
  if (version === undefined) return undefined;
  const begin = contest.termsBeginOn ?? termsBeginOn(version.document, closesAt);
  const termsBegin = contest.termsBeginOn === undefined ? version.document.termsBegin : "on-its-day";
  const staying = await listStaying(within, { bodyKey, begin, termsBegin });
  return { rules: version.document, staying, termsBeginOn: begin };
}
