// Adds a body beside the built-in ones: an advisory council, a group of representatives. One administrator proposes it, another person approves:
// its name stands on ballots and public pages, and its key never changes. Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two).
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ApprovableAct, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { languages } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { findBody } from "../queries/bodies.server.ts";

const name = z.string().trim().min(2, "problems.nameMissing").max(120, "problems.tooLong");
const names = z.object({ es: name, en: name, pt: name });

export const addBodyInput = z.object({
  key: z
    .string()
    .max(40, "problems.tooLong")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "problems.keyMalformed"),
  names,
  reason: z.string().trim().min(1, "problems.reasonMissing").max(1_000, "problems.tooLong"),
});

const newBody = z.object({ names });

export const addBodyAct: ApprovableAct = {
  kind: "bodies:add-body",
  mayPropose: permissions["bodies:add"],
  mayApprove: permissions["bodies:approve"],
  async describe(_context, { subjectId, payload }) {
    const said = newBody.parse(payload).names;
    return [
      { field: "bodyKey", before: null, after: subjectId },
      ...languages.map((language) => ({ field: `names.${language}`, before: null, after: said[language] })),
    ];
  },
  async carryOut(within, { subjectId: key, payload, proposalId }) {
    const body = newBody.parse(payload);
    const details = { names: body.names, proposalId };
    await recordAudit(within, { action: "bodies:added", subjectType: "body", subjectId: key, details });
    const free = await requireFreeKey(within, key);
    if (!free.ok) return free;
    const createdBy = within.actor.kind === "person" ? within.actor.userId : within.actor.kind;
    await within.database.body.create({ data: { ...body, key, createdAt: within.clock.now(), createdBy } });
    return ok({ key });
  },
};

export type ProposeBodyRefusal = Refusal<"BODY_KEY_TAKEN"> | ProposeActRefusal;

/** Proposes; there is no such body yet. */
export function proposeBody(
  context: Context,
  input: z.input<typeof addBodyInput>,
): Promise<Result<{ proposalId: string }, ProposeBodyRefusal>> {
  requirePermission(context.actor, permissions, "bodies:add");
  const { key, names: said, reason } = addBodyInput.parse(input);
  return inTransaction<Result<{ proposalId: string }, ProposeBodyRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const free = await requireFreeKey(within, key);
    if (!free.ok) return free;
    return proposeActWithin(within, addBodyAct, {
      ...{ subjectType: "body", subjectId: key, subjectTitle: said, reason },
      payload: { names: said },
    });
  });
}

async function requireFreeKey(
  within: ContextWithin,
  key: string,
): Promise<Result<undefined, Refusal<"BODY_KEY_TAKEN">>> {
  return (await findBody(within, key)) === undefined ? ok(undefined) : refuse("BODY_KEY_TAKEN", { key });
}
