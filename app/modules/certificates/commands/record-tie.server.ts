// How a tie was decided without a public value: by hand before witnesses, which nobody can repeat and every page says so, or by another
// election, which this one names. One member of the commission enters it, another approves it.
import type { RunoffDocument } from "#app/lib/audit-bundle/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isOrderOfRunoff } from "../domain/runoff-order.ts";
import { findCertificate } from "../queries/certificate.server.ts";
import { gatherEvidence } from "../queries/evidence.server.ts";
import { findOpenTie, namesOf } from "../queries/open-ties.server.ts";
import { keepTieDecision } from "./keep-tie-decision.server.ts";
import type { RecordTieInput } from "./record-tie.input.ts";
import { recordTieInput } from "./record-tie.input.ts";

export type RecordTieRefusal = Refusal<
  "NO_RESULT" | "NO_SUCH_TIE" | "TIE_OUT_OF_TIME" | "RUNOFF_NOT_OFFICIAL" | "RUNOFF_DIFFERS"
>;

/** Whether the tie can be recorded as entered; answers the election that decided it, and null for a lot. */
export async function requireDecided(
  context: ReadingContext,
  electionId: string,
  tie: RecordTieInput,
  now: Date,
): Promise<Result<RunoffDocument | null, RecordTieRefusal>> {
  const evidence = await gatherEvidence(context, electionId);
  if (evidence === undefined) return refuse("NO_RESULT");
  // Why so strict: a lot among others than those who are tied decides nothing, and would stand in the bundle unexplained.
  if (findOpenTie(evidence, tie, tie.method) === undefined) return refuse("NO_SUCH_TIE");
  const { closedAt } = evidence.documents["election.json"];
  const isInTime = closedAt.slice(0, 10) <= tie.decidedOn && tie.decidedOn <= now.toISOString().slice(0, 10);
  if (!isInTime) return refuse("TIE_OUT_OF_TIME");
  if (tie.method === "lot") return ok(null);
  const runoff = await findElection(context, tie.runoffElectionId);
  const certificate = await findCertificate(context, tie.runoffElectionId);
  if (runoff === undefined || runoff.id === electionId || certificate?.stage !== "official")
    return refuse("RUNOFF_NOT_OFFICIAL");
  const names = namesOf(evidence, tie);
  if ((runoff.closedAt ?? "") < closedAt || !isOrderOfRunoff(names, certificate)) return refuse("RUNOFF_DIFFERS");
  const { fingerprint } = certificate;
  return ok({ electionId: runoff.id, fingerprint, result: runoff.lastEventHash ?? "" });
}

export const recordTie: ApprovableAct = {
  kind: "certificates:record-tie",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload }) {
    const tie = recordTieInput.parse(payload);
    const evidence = await gatherEvidence(context, subjectId);
    const order = {
      field: tie.method,
      before: null,
      after: evidence === undefined ? "" : namesOf(evidence, tie).join(" > "),
    };
    if (tie.method === "lot") return [order, { field: "repeatable", before: null, after: false }];
    const runoff = await findElection(context, tie.runoffElectionId);
    return [order, { field: "runoffElection", before: null, after: runoff === undefined ? null : { ...runoff.title } }];
  },
  async carryOut(within, { subjectId: electionId, payload, proposedBy }) {
    const tie = recordTieInput.parse(payload);
    const recordedAt = within.clock.now();
    const runoff = await requireDecided(within, electionId, tie, recordedAt);
    if (!runoff.ok) return runoff;
    const { contest, method, order, decidedOn, account } = tie;
    const decision = { contest, method, order, decidedOn, account, value: null, runoff: runoff.value };
    return keepTieDecision(within, { electionId, decision, proposedBy, recordedAt });
  },
};
