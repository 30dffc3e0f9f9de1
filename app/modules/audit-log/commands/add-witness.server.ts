// Names a witness that the checkpoints of the log are shown to.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { readVerificationKey } from "#app/lib/signed-note/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { recordAudit } from "./record-audit.server.ts";

export type AddWitnessRefusal = Refusal<"WITNESS_KEY_UNREADABLE" | "WITNESS_ADDRESS_UNUSABLE" | "WITNESS_KNOWN">;

export interface WitnessToAdd {
  /** A vkey of type 0x04 (cosignature/v1). */
  readonly verificationKey: string;
  /** The prefix before /add-checkpoint; left out for a witness that comes by itself. */
  readonly url?: string;
}

/** Adds the witness; its name is that of its key. */
export async function addWitness(
  context: Context,
  { verificationKey, url }: WitnessToAdd,
): Promise<Result<{ readonly name: string }, AddWitnessRefusal>> {
  requirePermission(context.actor, permissions, "audit-log:name-witnesses");
  const key = readVerificationKey(verificationKey);
  if (key?.kind !== "cosignature") return refuse("WITNESS_KEY_UNREADABLE");
  if (url !== undefined && !isUsable(url)) return refuse("WITNESS_ADDRESS_UNUSABLE", { url });
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "audit-log:witness-added",
      subjectType: "log-witness",
      subjectId: key.name,
      changes: [
        { field: "verificationKey", before: null, after: verificationKey.trim() },
        { field: "url", before: null, after: url ?? null },
      ],
    });
    if (await within.database.logWitness.findUnique({ where: { name: key.name } })) {
      return refuse("WITNESS_KNOWN", { name: key.name });
    }
    await within.database.logWitness.create({
      data: {
        name: key.name,
        verificationKey: verificationKey.trim(),
        url: url?.replace(/\/$/, "") ?? null,
        addedAt: within.clock.now(),
        addedBy: context.actor.kind === "person" ? context.actor.name : context.actor.kind,
      },
    });
    return ok({ name: key.name });
  });
}

function isUsable(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}
