// What still stands between the interim result and the official one. Nothing skips: every obstacle has a code, and the pages show all.
// Each with a key is heard: conform, dissent, or absent for a reason that two people entered. Source: domain.md §2.4 (interim, audit and claims, official); requirements.md §8.6 R3.
import type { Refusal } from "#app/lib/result/index.ts";

export const obstacles = [
  "NO_RESULT",
  "CLAIMS_WINDOW_NOT_OVER",
  "CLAIMS_UNDECIDED",
  "UPHELD_CLAIM_OPEN",
  "TIE_OPEN",
  "EVIDENCE_OUTDATED",
  "CONFORMITY_NOT_ENOUGH",
  "COMMISSIONERS_SILENT",
  "STAGE_NOT_REACHED",
  "ALREADY_OFFICIAL",
] as const;

export type Obstacle = (typeof obstacles)[number];

export interface CertificateFacts {
  readonly hasResult: boolean;
  readonly isClaimsWindowOver: boolean;
  readonly undecidedClaims: number;
  /** Upheld, and nobody said what followed. */
  readonly unsettledClaims: number;
  readonly openTies: number;
  /** The evidence says what is true now. */
  readonly isEvidenceCurrent: boolean;
  readonly conforming: number;
  readonly needed: number;
  /** Who holds a key, and neither signed nor dissented nor is recorded as absent; by name. */
  readonly silent: readonly string[];
  /** Whether the calendar has come to the official result. */
  readonly isStageReached: boolean;
  readonly isOfficial: boolean;
}

/** What stands before the commissioners' signatures, the first to be removed first. */
export function obstaclesToSigning(facts: CertificateFacts): Obstacle[] {
  const found: [Obstacle, boolean][] = [
    ["NO_RESULT", !facts.hasResult],
    ["CLAIMS_WINDOW_NOT_OVER", !facts.isClaimsWindowOver],
    ["CLAIMS_UNDECIDED", facts.undecidedClaims > 0],
    ["UPHELD_CLAIM_OPEN", facts.unsettledClaims > 0],
    ["TIE_OPEN", facts.openTies > 0],
    ["EVIDENCE_OUTDATED", !facts.isEvidenceCurrent],
    ["ALREADY_OFFICIAL", facts.isOfficial],
  ];
  return found.filter(([, stands]) => stands).map(([code]) => code);
}

/** What stands before the proclamation: all of the above, the word of each who holds a key, enough conformities, and the calendar. */
export function obstaclesToProclaiming(facts: CertificateFacts): Obstacle[] {
  const found = new Set<Obstacle>(obstaclesToSigning(facts));
  if (facts.conforming < facts.needed) found.add("CONFORMITY_NOT_ENOUGH");
  if (facts.silent.length > 0) found.add("COMMISSIONERS_SILENT");
  if (!facts.isStageReached) found.add("STAGE_NOT_REACHED");
  return obstacles.filter((code) => found.has(code));
}

/** The first obstacle as a refusal: it says who is missing. */
export function firstRefusal(found: readonly Obstacle[], { silent }: CertificateFacts): Refusal<Obstacle> | undefined {
  const [code] = found;
  if (code === undefined) return undefined;
  return code === "COMMISSIONERS_SILENT" ? { code, details: { names: silent.join(", ") } } : { code };
}
