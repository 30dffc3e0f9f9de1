// The public value of an announced draw is recorded by two after it exists; the order follows from it by computation, and nobody enters it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { drawOrder, isOfForm } from "#app/lib/seat-count/index.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { gatherEvidence } from "../queries/evidence.server.ts";
import { findDraw, findOpenTie, namesOf } from "../queries/open-ties.server.ts";
import { keepTieDecision } from "./keep-tie-decision.server.ts";
import type { RecordDrawInput } from "./record-draw.input.ts";
import { recordDrawInput } from "./record-draw.input.ts";

export type RecordDrawRefusal = Refusal<
  "NO_RESULT" | "NO_SUCH_TIE" | "DRAW_NOT_ANNOUNCED" | "DRAW_VALUE_NOT_YET" | "DRAW_VALUE_MALFORMED"
>;

interface Drawn {
  readonly order: number[];
  readonly names: string;
  readonly decidedOn: string;
}

/** What the value gives at this moment. */
export async function requireDrawn(
  context: ReadingContext,
  electionId: string,
  { contest, candidates, value }: RecordDrawInput,
  now: Date,
): Promise<Result<Drawn, RecordDrawRefusal>> {
  const evidence = await gatherEvidence(context, electionId);
  const election = await findElection(context, electionId);
  if (evidence === undefined || election === undefined) return refuse("NO_RESULT");
  const group = { contest, order: candidates };
  if (findOpenTie(evidence, group, "lot") === undefined) return refuse("NO_SUCH_TIE");
  const draw = findDraw(evidence, group, election.lastEventHash);
  if (draw === undefined) return refuse("DRAW_NOT_ANNOUNCED");
  if (now.toISOString() < draw.availableAt) return refuse("DRAW_VALUE_NOT_YET");
  if (!isOfForm(value, draw.form)) return refuse("DRAW_VALUE_MALFORMED");
  const order = drawOrder({ ...draw, value }, draw.candidates);
  return ok({
    order,
    names: namesOf(evidence, { contest, order }).join(" > "),
    decidedOn: draw.availableAt.slice(0, 10),
  });
}

export const recordDraw: ApprovableAct = {
  kind: "certificates:record-draw",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload }) {
    const input = recordDrawInput.parse(payload);
    const drawn = await requireDrawn(context, subjectId, input, context.clock.now());
    return [
      { field: "value", before: null, after: input.value },
      { field: "lot", before: null, after: drawn.ok ? drawn.value.names : null },
    ];
  },
  async carryOut(within, { subjectId: electionId, payload, proposedBy }) {
    const input = recordDrawInput.parse(payload);
    const { contest, value, account } = input;
    const recordedAt = within.clock.now();
    const drawn = await requireDrawn(within, electionId, input, recordedAt);
    if (!drawn.ok) return drawn;
    const { order, decidedOn } = drawn.value;
    const decision = { contest, method: "lot", order, decidedOn, account, value, runoff: null } as const;
    return keepTieDecision(within, { electionId, decision, proposedBy, recordedAt });
  },
};
