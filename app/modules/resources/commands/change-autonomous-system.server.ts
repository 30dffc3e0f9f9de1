// Changes fields of an AS number. Called inside the transaction of a command that has asked who may.
import { changesBetween, recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { AutonomousSystem, AutonomousSystemFields } from "../domain/autonomous-system.ts";
import { asAutonomousSystem, writeAsn } from "../domain/autonomous-system.ts";
import { stateOfSystem } from "../domain/registration-state.ts";
import { findAutonomousSystem } from "../queries/whole-register.server.ts";
import { keepSystemVersion } from "./keep-version.server.ts";

export type ChangeSystemRefusal = Refusal<"SYSTEM_CHANGED">;

/** `version` is the one that the person saw. Nothing happens where nothing differs. */
export async function changeAutonomousSystem(
  within: ContextWithin,
  asn: number,
  version: number,
  fields: Partial<AutonomousSystemFields>,
): Promise<Result<AutonomousSystem, ChangeSystemRefusal>> {
  await takeWritersLock(within);
  const before = await findAutonomousSystem(within, asn);
  if (before?.version !== version) return refuse("SYSTEM_CHANGED");
  const stateBefore = stateOfSystem(before);
  if (changesBetween(stateBefore, stateOfSystem({ ...before, ...fields })).length === 0) return ok(before);
  await keepSystemVersion(within, before, false);
  const row = await within.database.autonomousSystem.update({
    where: { asn: BigInt(asn) },
    data: { ...fields, changedAt: within.clock.now(), version: version + 1 },
  });
  const system = asAutonomousSystem(row);
  await recordAudit(within, {
    action: "resources:autonomous-system-changed",
    subjectType: "autonomous-system",
    subjectId: writeAsn(asn),
    changes: changesBetween(stateBefore, stateOfSystem(system)),
  });
  return ok(system);
}
