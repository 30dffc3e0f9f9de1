// The ties that the evidence leaves open, the draws that are announced for them, and who is tied.
import type { DrawDocument } from "#app/lib/audit-bundle/index.ts";
import { candidateKey, drawOfTie } from "#app/lib/audit-bundle/index.ts";
import type { OpenTie } from "#app/lib/seat-count/index.ts";
import type { Evidence } from "./evidence.server.ts";

interface TiedGroup {
  readonly contest: number;
  /** Candidates' positions, in whatever order. */
  readonly order: readonly number[];
}

/** The open tie of exactly these candidates. */
export function findOpenTie(
  { documents }: Evidence,
  { contest, order }: TiedGroup,
  rule: OpenTie["rule"],
): OpenTie | undefined {
  const open = documents["count.json"].contests.find(({ position }) => position === contest)?.ties ?? [];
  const keys = order.map(candidateKey).sort().join();
  return open.find((tie) => tie.rule === rule && [...tie.candidates].sort().join() === keys);
}

/** The draw that is announced for these candidates and this result. */
export function findDraw({ documents }: Evidence, group: TiedGroup, result: string | null): DrawDocument | undefined {
  const draw = drawOfTie({ ...group }, documents["decisions.json"].draws);
  return draw?.result === result ? draw : undefined;
}

/** Their names, in the order in which they are given. */
export function namesOf({ documents }: Evidence, { contest, order }: TiedGroup): string[] {
  const standing = documents["candidates.json"].candidates.filter((one) => one.contest === contest);
  return order.map((place) => standing.find(({ position }) => position === place)?.name ?? String(place));
}
