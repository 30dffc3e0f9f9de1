// Whether what decides the seats is still what two people sealed: the contests and candidates of every sealed box against the log.
import { seatGroundFault } from "#app/lib/audit-bundle/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { seatGroundOf } from "../domain/seat-ground.ts";
import { listContests } from "./contests.server.ts";

export interface SeatGroundCheck {
  readonly electionId: string;
  readonly title: Trilingual;
  /** Seats, rules, who stays, terms and candidates are those of the seal; who withdrew since stands in the log. */
  readonly isAsSealed: boolean;
}

/** Also after the result: whoever assembles evidence or proclaims later stands on the same ground. */
export async function checkSeatGrounds(context: Context): Promise<SeatGroundCheck[]> {
  const elections = await context.database.election.findMany({
    where: { sealedAt: { not: null } },
    select: { id: true, title: true },
  });
  const checks: SeatGroundCheck[] = [];
  for (const { id, title } of elections) {
    const ground = seatGroundOf(await listContests(context, id));
    const acts = [
      ...(await listAuditEntries(context, { subjectId: id, action: "elections:box-sealed" })),
      ...(await listAuditEntries(context, { subjectId: id, action: "elections:candidate-withdrawn", limit: 1000 })),
    ];
    checks.push({
      electionId: id,
      title: title as Trilingual,
      isAsSealed: seatGroundFault(ground, acts) === undefined,
    });
  }
  return checks;
}
