// Adds a body beside the built-in ones: an advisory council, a group of representatives.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { findBody } from "../queries/bodies.server.ts";

const name = z.string().trim().min(2, "problems.nameMissing").max(120, "problems.tooLong");

export const addBodyInput = z.object({
  key: z
    .string()
    .max(40, "problems.tooLong")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "problems.keyMalformed"),
  names: z.object({ es: name, en: name, pt: name }),
});

export async function addBody(
  context: Context,
  input: z.input<typeof addBodyInput>,
): Promise<Result<{ key: string }, Refusal<"BODY_KEY_TAKEN">>> {
  requirePermission(context.actor, permissions, "bodies:add");
  const { key, names } = addBodyInput.parse(input);
  return inTransaction<Result<{ key: string }, Refusal<"BODY_KEY_TAKEN">>>(context, async (within) => {
    await recordAudit(within, { action: "bodies:added", subjectType: "body", subjectId: key, details: { names } });
    if ((await findBody(within, key)) !== undefined) return refuse("BODY_KEY_TAKEN", { key });
    const author = within.actor.kind === "person" ? within.actor.userId : within.actor.kind;
    await within.database.body.create({
      data: { key, names, createdAt: within.clock.now(), createdBy: author },
    });
    return ok({ key });
  });
}
