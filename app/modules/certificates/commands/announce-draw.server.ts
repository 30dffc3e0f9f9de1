// A draw of lots is announced by two before the value exists that decides it, so that nobody can choose the value, and everybody can
// repeat the draw from the bundle. Source: decision record on draws; CM/Rec(2017)5 nos. 17, 30 and 41.
import { leastDrawNoticeMs } from "#app/lib/audit-bundle/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { gatherEvidence } from "../queries/evidence.server.ts";
import { findDraw, findOpenTie, namesOf } from "../queries/open-ties.server.ts";
import type { AnnounceDrawInput } from "./announce-draw.input.ts";
import { announceDrawInput } from "./announce-draw.input.ts";
import { assembleEvidenceWithin } from "./assemble-evidence.server.ts";

export type AnnounceDrawRefusal = Refusal<"NO_RESULT" | "NO_SUCH_TIE" | "DRAW_TOO_SOON" | "DRAW_VALUE_KNOWN">;

/** Whether it can be announced at this moment; answers the result whose tie it is. */
export async function requireAnnounceable(
  context: ReadingContext,
  electionId: string,
  { contest, candidates, availableAt }: AnnounceDrawInput,
  now: Date,
): Promise<Result<{ result: string }, AnnounceDrawRefusal>> {
  const evidence = await gatherEvidence(context, electionId);
  const election = await findElection(context, electionId);
  const result = election?.lastEventHash ?? null;
  if (evidence === undefined || result === null) return refuse("NO_RESULT");
  const group = { contest, order: candidates };
  if (findOpenTie(evidence, group, "lot") === undefined) return refuse("NO_SUCH_TIE");
  if (Date.parse(availableAt) - now.getTime() < leastDrawNoticeMs) return refuse("DRAW_TOO_SOON");
  const known = findDraw(evidence, group, result);
  // Why: whoever has seen the first value could want another.
  if (known !== undefined && known.availableAt <= now.toISOString()) return refuse("DRAW_VALUE_KNOWN");
  return ok({ result });
}

export const announceDraw: ApprovableAct = {
  kind: "certificates:announce-draw",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload }) {
    const { contest, candidates, source, form, availableAt } = announceDrawInput.parse(payload);
    const evidence = await gatherEvidence(context, subjectId);
    const group = { contest, order: candidates };
    const election = await findElection(context, subjectId);
    const known = evidence && findDraw(evidence, group, election?.lastEventHash ?? null);
    return [
      { field: "tied", before: null, after: evidence === undefined ? "" : namesOf(evidence, group).join(", ") },
      { field: "source", before: known?.source ?? null, after: source },
      { field: "form", before: null, after: form.kind },
      { field: "length", before: null, after: form.length },
      { field: "availableAt", before: known?.availableAt ?? null, after: availableAt },
    ];
  },
  async carryOut(within, { subjectId: electionId, payload, proposedBy }) {
    const input = announceDrawInput.parse(payload);
    const { contest, source, form, availableAt } = input;
    const candidates = [...input.candidates].sort((left, right) => left - right);
    const announcedAt = within.clock.now();
    const possible = await requireAnnounceable(within, electionId, input, announcedAt);
    if (!possible.ok) return possible;
    const { result } = possible.value;
    await recordAudit(within, {
      action: "certificates:draw-announced",
      subjectType: "election",
      subjectId: electionId,
      details: { contest, candidates, result, source, form, availableAt, announcedAt: announcedAt.toISOString() },
    });
    const proposer = await getAccount(within, proposedBy);
    await within.database.drawAnnouncement.create({
      data: {
        id: randomIdentifier(within.random),
        ...{ electionId, contestPosition: contest, candidates, result, source, announcedAt },
        ...{ formKind: form.kind, formLength: form.length, availableAt: new Date(availableAt) },
        proposedBy: proposer.name,
        approvedBy: within.actor.kind === "person" ? within.actor.name : within.actor.kind,
      },
    });
    const assembled = await assembleEvidenceWithin(within, electionId);
    return assembled.ok ? ok(undefined) : assembled;
  },
};
