// Somebody who holds a key neither signs nor dissents: two others say why, so that a result waits for nobody's silence and passes over nobody.
// It holds for one evidence, and whoever signs after all is heard. Source: decision 0012; CM/Rec(2017)5 no. 41.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { leastTimeToSignMs, signingOpenSince } from "../domain/time-to-sign.ts";
import type { Obstacle } from "../domain/obstacles.ts";
import { obstaclesToSigning } from "../domain/obstacles.ts";
import { certificateFacts, findCertificate } from "../queries/certificate.server.ts";
import { refreshBundleHash } from "./assemble-evidence.server.ts";
import type { RecordAbsenceInput } from "./record-absence.input.ts";
import { recordAbsenceInput } from "./record-absence.input.ts";

export type RecordAbsenceRefusal = Refusal<Obstacle | "EVIDENCE_CHANGED" | "NOT_SILENT" | "ABSENCE_TOO_EARLY">;

/** Answers the name of who is absent. Only who could have signed by now can be. */
export async function requireSilent(
  context: ReadingContext,
  electionId: string,
  { trustee, evidence }: RecordAbsenceInput,
): Promise<Result<{ name: string }, RecordAbsenceRefusal>> {
  const [obstacle] = obstaclesToSigning(await certificateFacts(context, electionId));
  if (obstacle !== undefined) return refuse(obstacle);
  const certificate = await findCertificate(context, electionId);
  if (certificate?.evidenceHash !== evidence) return refuse("EVIDENCE_CHANGED");
  const { statements, absences, seats } = certificate;
  const seat = seats.find(({ index }) => index === trustee);
  const isHeard = [...statements, ...absences].some((one) => one.trustee === trustee);
  if (seat === undefined || isHeard) return refuse("NOT_SILENT");
  const absentFrom = new Date(signingOpenSince(certificate).getTime() + leastTimeToSignMs);
  if (context.clock.now() < absentFrom) return refuse("ABSENCE_TOO_EARLY", { hours: leastTimeToSignMs / 3_600_000 });
  return ok({ name: seat.name });
}

export const recordAbsence: ApprovableAct = {
  kind: "certificates:record-absence",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload }) {
    const { trustee, evidence, reasons } = recordAbsenceInput.parse(payload);
    const seats = (await findCertificate(context, subjectId))?.seats ?? [];
    return [
      { field: "absent", before: null, after: seats.find(({ index }) => index === trustee)?.name ?? trustee },
      { field: "reasons", before: null, after: reasons },
      { field: "evidence", before: null, after: evidence },
    ];
  },
  async carryOut(within, { subjectId: electionId, payload, proposedBy }) {
    const input = recordAbsenceInput.parse(payload);
    const { trustee, evidence, reasons } = input;
    const silent = await requireSilent(within, electionId, input);
    if (!silent.ok) return silent;
    const { name } = silent.value;
    const enteredBy = (await getAccount(within, proposedBy)).name;
    const recordedAt = within.clock.now();
    await recordAudit(within, {
      action: "certificates:absence-recorded",
      subjectType: "election",
      subjectId: electionId,
      details: { evidence, trustee, name, reasons, enteredBy, recordedAt: recordedAt.toISOString() },
    });
    const approvedBy = within.actor.kind === "person" ? within.actor.name : within.actor.kind;
    await within.database.conformityAbsence.create({
      data: {
        ...{ electionId, evidenceHash: evidence, trusteeIndex: trustee },
        ...{ name, reasons, enteredBy, approvedBy, recordedAt },
      },
    });
    await refreshBundleHash(within, electionId);
    return ok(undefined);
  },
};
