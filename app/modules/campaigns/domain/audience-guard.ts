// Whether an audience may be asked for and counted. Privacy: "two of three in Belize have not voted" tells who has.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { guardBreakdown } from "#app/modules/elections/index.ts";
import type { Audience } from "./campaign-kinds.ts";

/** Below so many entries a country or a language is a small class. Source: ballot protocol §14. */
export const smallestClass = 10;

export interface AudienceCounts {
  readonly audience: Audience;
  /** Narrowed by country or language. */
  readonly isNarrowed: boolean;
  /** Entries that fit the country and the language, voted or not. */
  readonly entries: number;
  /** Those of them that the mail would reach. */
  readonly reached: number;
  /** The rest of the roll: known, because the whole roll's turnout is public, and so it must be as safe as the chosen class. */
  readonly others: { readonly entries: number; readonly reached: number };
}

/** Narrowed audiences of who has not voted need a class in which nobody is recognised; the whole roll's turnout is public anyway. */
export function guardAudience(
  counts: AudienceCounts,
): Result<undefined, Refusal<"AUDIENCE_EMPTY" | "AUDIENCE_TELLS_WHO_VOTED">> {
  const { audience, isNarrowed, entries, reached, others } = counts;
  if (audience === "not-voted" && isNarrowed) {
    const voted = entries - reached;
    const guarded = guardBreakdown([
      { key: "chosen", entitled: entries, voted },
      { key: "others", entitled: others.entries, voted: others.entries - others.reached },
    ]);
    const areBothSafe = guarded.isShown && guarded.breakdown.others === null;
    if (!areBothSafe || entries < smallestClass || reached < 2 || voted < 2)
      return refuse("AUDIENCE_TELLS_WHO_VOTED", { least: smallestClass });
  }
  return reached === 0 ? refuse("AUDIENCE_EMPTY") : ok(undefined);
}
