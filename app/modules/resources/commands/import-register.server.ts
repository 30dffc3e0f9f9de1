// Reads a statistics file into the register: all of it or nothing. Applying the same file again changes nothing.
import { basename } from "node:path";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { rememberAttribution } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { describeHolders } from "../domain/describe-holders.ts";
import type { ImportProgress } from "../domain/import-progress.ts";
import { defaultNamesAttribution } from "../domain/names-attribution.ts";
import type { RegisterReport } from "../domain/register-report.ts";
import { permissions } from "../module.ts";
import { applyDifference } from "./apply-difference.server.ts";
import { bringHoldersUpToDate } from "./bring-holders-up-to-date.server.ts";
import { findContradicted, forgetDecisions } from "./decisions-here.server.ts";
import type { NamesFileRefusal } from "./read-names-file.server.ts";
import { readNamesFile } from "./read-names-file.server.ts";
import type { RegisterFile, RegisterFileRefusal } from "./read-register-file.server.ts";
import { readRegisterFile } from "./read-register-file.server.ts";
import { reconcileRegistrations } from "./reconcile-registrations.server.ts";
import { keepHeading, replaceUndelegated } from "./replace-undelegated.server.ts";

export interface ImportRegisterInput {
  /** A delegated or delegated-extended statistics file. */
  readonly path: string;
  /** A CSV file of AS names. */
  readonly namesPath?: string;
  /** Who is to be named wherever the names are shown. */
  readonly namesAttribution?: string;
  /** For the invented names and contacts. */
  readonly seed?: number;
  /** Applies the file also where it contradicts what staff decided here since. */
  readonly overrulesDecisions?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export type ImportRegisterRefusal =
  RegisterFileRefusal | NamesFileRefusal | Refusal<"HELD_IN_ANOTHER_REGISTRY" | "DECIDED_HERE">;

/** The file is read and checked to its end first; then one transaction compares and writes, and a second import waits for it. */
export async function importRegister(
  context: Context,
  input: ImportRegisterInput,
): Promise<Result<RegisterReport, ImportRegisterRefusal>> {
  requirePermission(context.actor, permissions, "resources:import-register");
  const began = performance.now();
  const tell = input.onProgress ?? (() => undefined);
  const file = await readRegisterFile(input.path, (done, total) => tell({ phase: "reading", done, total }));
  if (!file.ok) return file;
  const names = input.namesPath === undefined ? ok(undefined) : await readNamesFile(input.namesPath);
  if (!names.ok) return names;
  return inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const seed = input.seed ?? 1;
    const { registry } = file.value.header;
    const holders = describeHolders(file.value.holdings, names.value, seed);
    const holderChanges = await bringHoldersUpToDate(within, registry, holders, seed, tell);
    const decided = await findContradicted(within, registry, file.value, holderChanges.idByOpaqueId);
    if (decided !== undefined && input.overrulesDecisions !== true) {
      return refuse("DECIDED_HERE", { file: input.path, resource: decided });
    }
    const difference = await applyDifference(
      within,
      { registry, published: file.value.holdings, ...holderChanges },
      tell,
    );
    if (!difference.ok) return refuse(difference.error.code, { file: input.path, ...difference.error.details });
    const havePoolsChanged = await replaceUndelegated(within, registry, file.value.undelegated);
    const registrations = await reconcileRegistrations(within, registry);
    const report: RegisterReport = {
      records: file.value.holdings.length,
      organizations: holders.length,
      ...difference.value,
      undelegated: file.value.undelegated.length,
      registrations,
      seconds: Math.round(performance.now() - began) / 1000,
      registry,
      day: file.value.header.day,
      serial: file.value.header.serial,
      sha256: file.value.sha256,
      organizationsAdded: holderChanges.added,
      organizationsChanged: holderChanges.changed,
      contactsInvented: holderChanges.contactsInvented,
      named: holders.filter((holder) => holder.isNamed).length,
      namesAttribution: names.value === undefined ? "" : (input.namesAttribution ?? defaultNamesAttribution),
    };
    if (report.namesAttribution !== "") await rememberAttribution(within, registry, report.namesAttribution);
    if (havePoolsChanged || hasChangedSomething(report)) await recordImport(within, input, file.value, report);
    await forgetDecisions(within, registry);
    await keepHeading(within, file.value);
    return ok(report);
  });
}

function hasChangedSomething(report: RegisterReport): boolean {
  const { added, changed, removed, organizationsAdded, organizationsChanged } = report;
  const { registrations } = report;
  const ofRegistrations = registrations.added + registrations.changed + registrations.removed;
  return added + changed + removed + organizationsAdded + organizationsChanged + ofRegistrations > 0;
}

async function recordImport(
  within: ContextWithin,
  input: ImportRegisterInput,
  file: RegisterFile,
  report: RegisterReport,
): Promise<void> {
  const id = randomIdentifier(within.random);
  const fileName = basename(input.path);
  // Why no fraction: the audit log keeps whole numbers only.
  const registrations = { ...report.registrations };
  const details: Record<string, Json> = { ...report, registrations, seconds: Math.round(report.seconds), fileName };
  await recordAudit(within, { action: "resources:register-imported", subjectType: "register", subjectId: id, details });
  await within.database.registerImport.create({
    data: {
      id,
      importedAt: within.clock.now(),
      fileName,
      serial: file.header.serial,
      sha256: file.sha256,
      report: { ...report, registrations },
    },
  });
}
