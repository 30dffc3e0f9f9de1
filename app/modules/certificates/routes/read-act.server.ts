// What the forms about ties and absences ask for, looked at before anybody is asked to approve it: what would be refused is not proposed.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { readUtcInput } from "#app/lib/instants/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { announceDrawInput } from "../commands/announce-draw.input.ts";
import { announceDraw, requireAnnounceable } from "../commands/announce-draw.server.ts";
import { recordAbsenceInput } from "../commands/record-absence.input.ts";
import { recordAbsence, requireSilent } from "../commands/record-absence.server.ts";
import { recordDrawInput } from "../commands/record-draw.input.ts";
import { recordDraw, requireDrawn } from "../commands/record-draw.server.ts";
import { recordTieInput } from "../commands/record-tie.input.ts";
import { recordTie, requireDecided } from "../commands/record-tie.server.ts";

export interface ActToPropose {
  readonly act: ApprovableAct;
  readonly wish: { readonly payload: Json; readonly reason: string };
}

type Form = Readonly<Record<string, unknown>>;
type Answer = Result<ActToPropose, Refusal>;

/** Undefined where the intent asks for something else. */
export async function readAct(
  context: Context,
  electionId: string,
  intent: string,
  form: Form,
): Promise<Answer | undefined> {
  if (intent === "tie") return readDecided(context, electionId, form);
  if (intent === "announce") return readAnnouncement(context, electionId, form);
  if (intent === "absence") return readAbsence(context, electionId, form);
  return intent === "value" ? readValue(context, electionId, form) : undefined;
}

async function readAbsence(context: Context, electionId: string, form: Form): Promise<Answer> {
  const absence = recordAbsenceInput.safeParse(form);
  if (!absence.success) return refuse("ABSENCE_INCOMPLETE");
  const possible = await requireSilent(context, electionId, absence.data);
  if (!possible.ok) return possible;
  return ok({ act: recordAbsence, wish: { payload: { ...absence.data }, reason: absence.data.reasons } });
}

async function readDecided(context: Context, electionId: string, form: Form): Promise<Answer> {
  const tie = recordTieInput.safeParse({ ...form, order: positionsIn(form["order"]) });
  if (!tie.success) return refuse("TIE_INCOMPLETE");
  const possible = await requireDecided(context, electionId, tie.data, context.clock.now());
  if (!possible.ok) return possible;
  return ok({ act: recordTie, wish: { payload: { ...tie.data }, reason: tie.data.account } });
}

async function readAnnouncement(context: Context, electionId: string, form: Form): Promise<Answer> {
  const draw = announceDrawInput.safeParse({
    ...form,
    candidates: positionsIn(form["candidates"]),
    form: { kind: form["formKind"], length: form["formLength"] },
    availableAt: readUtcInput(textOf(form["availableAt"]))?.toISOString(),
  });
  if (!draw.success) return refuse("DRAW_INCOMPLETE");
  const possible = await requireAnnounceable(context, electionId, draw.data, context.clock.now());
  if (!possible.ok) return possible;
  return ok({ act: announceDraw, wish: { payload: { ...draw.data }, reason: draw.data.source } });
}

async function readValue(context: Context, electionId: string, form: Form): Promise<Answer> {
  const drawn = recordDrawInput.safeParse({ ...form, candidates: positionsIn(form["candidates"]) });
  if (!drawn.success) return refuse("DRAW_VALUE_MISSING");
  const possible = await requireDrawn(context, electionId, drawn.data, context.clock.now());
  if (!possible.ok) return possible;
  return ok({ act: recordDraw, wish: { payload: { ...drawn.data }, reason: drawn.data.account } });
}

function positionsIn(value: unknown): number[] {
  return textOf(value).split(",").map(Number);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
