// How a tie was decided: a lot drawn in public or a runoff. One member of the commission enters it, another approves it.
import { candidateKey } from "#app/lib/audit-bundle/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { gatherEvidence } from "../queries/evidence.server.ts";
import { assembleEvidenceWithin } from "./assemble-evidence.server.ts";
import { recordTieInput } from "./record-tie.input.ts";

export const recordTie: ApprovableAct = {
  kind: "certificates:record-tie",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload }) {
    const { contest, order, method } = recordTieInput.parse(payload);
    const evidence = await gatherEvidence(context, subjectId);
    const standing = (evidence?.documents["candidates.json"].candidates ?? []).filter((one) => one.contest === contest);
    const names = order.map((position) => standing.find((one) => one.position === position)?.name ?? String(position));
    return [{ field: method, before: null, after: names.join(" > ") }];
  },
  async carryOut(within, { subjectId: electionId, payload, proposedBy }) {
    const { contest, method, order, decidedOn, account } = recordTieInput.parse(payload);
    const approver = within.actor.kind === "person" ? within.actor.name : within.actor.kind;
    await recordAudit(within, {
      action: "certificates:tie-decided",
      subjectType: "election",
      subjectId: electionId,
      details: { contest, method, order, decidedOn, account },
    });
    const evidence = await gatherEvidence(within, electionId);
    if (evidence === undefined) return refuse("NO_RESULT");
    const open = evidence.documents["count.json"].contests.find(({ position }) => position === contest)?.ties ?? [];
    const keys = order.map(candidateKey).sort().join();
    // Why so strict: a lot among others than those who are tied decides nothing, and would stand in the bundle unexplained.
    const isThisTie = open.some(({ candidates, rule }) => rule === method && [...candidates].sort().join() === keys);
    if (!isThisTie) return refuse("NO_SUCH_TIE");
    const proposer = await getAccount(within, proposedBy);
    await within.database.tieDecision.create({
      data: {
        id: randomIdentifier(within.random),
        electionId,
        contestPosition: contest,
        method,
        order,
        decidedOn,
        account,
        enteredBy: proposer.name,
        approvedBy: approver,
        recordedAt: within.clock.now(),
      },
    });
    const assembled = await assembleEvidenceWithin(within, electionId);
    return assembled.ok ? ok(undefined) : assembled;
  },
};
