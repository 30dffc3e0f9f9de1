// Says that an organisation was received from another registry with its resources, and takes that back.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findOrganizationByHandle } from "#app/modules/organizations/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import type { MarkEntityInput } from "./desk-forms.input.ts";

export type MarkEntityRefusal = Refusal<"OWNER_ID_UNKNOWN" | "ENTITY_MARKED_ALREADY">;

export function markLegacyEntity(
  context: Context,
  { ownerId, receivedFrom, note }: MarkEntityInput,
): Promise<Result<{ readonly organizationId: string }, MarkEntityRefusal>> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  return inTransaction<Result<{ readonly organizationId: string }, MarkEntityRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const organization = await findOrganizationByHandle(within, ownerId);
    if (organization === undefined) return refuse("OWNER_ID_UNKNOWN", { ownerId });
    const organizationId = organization.id;
    if ((await within.database.legacyEntity.count({ where: { organizationId } })) > 0) {
      return refuse("ENTITY_MARKED_ALREADY", { ownerId: organization.handle });
    }
    await within.database.legacyEntity.create({
      data: {
        ...{ organizationId, receivedFrom, note },
        markedAt: within.clock.now(),
        markedByName: within.actor.kind === "visitor" ? "" : within.actor.name,
      },
    });
    await recordAudit(within, {
      action: "legacy-claims:entity-marked",
      subjectType: "organization",
      subjectId: organizationId,
      changes: [
        { field: "receivedFrom", before: null, after: receivedFrom },
        ...(note === "" ? [] : [{ field: "remark", before: null, after: note }]),
      ],
    });
    return ok({ organizationId });
  });
}

export type UnmarkEntityRefusal = Refusal<"ENTITY_NOT_LEGACY" | "ENTITY_HAS_CLAIM">;

/** Only while nobody has a request open. */
export function unmarkLegacyEntity(
  context: Context,
  { organizationId }: { readonly organizationId: string },
): Promise<Result<void, UnmarkEntityRefusal>> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  return inTransaction<Result<void, UnmarkEntityRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const entity = await within.database.legacyEntity.findUnique({ where: { organizationId } });
    if (entity === null) return refuse("ENTITY_NOT_LEGACY");
    const open = { organizationId, state: { in: ["requested", "issued"] } };
    if ((await within.database.legacyClaim.count({ where: open })) > 0) return refuse("ENTITY_HAS_CLAIM");
    await within.database.legacyEntity.delete({ where: { organizationId } });
    await recordAudit(within, {
      action: "legacy-claims:entity-unmarked",
      subjectType: "organization",
      subjectId: organizationId,
      changes: [{ field: "receivedFrom", before: entity.receivedFrom, after: null }],
    });
    return ok(undefined);
  });
}
