// The audit log on both databases: entries are chained, writers wait for each other, tampering shows.
import { expect, test } from "vitest";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findBrokenAuditEntry, listAuditEntries, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

async function recordRename(context: Context, subjectId: string): Promise<void> {
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "organizations:renamed",
      subjectType: "organization",
      subjectId,
      changes: [{ field: "name", before: "Red Sur", after: "Red del Sur" }],
    });
    return ok(undefined);
  });
}

describeOnEachDatabase("record-audit", (given) => {
  test("an entry says who did what to what, when, and what changed", async () => {
    const context = given.context({
      actor: aPerson({ name: "Ana Paz", userId: "ANA101", roles: ["staff"] }),
      now: "2026-03-02T15:04:05.678Z",
    });
    await recordRename(context, "organization-1");
    const [entry] = await listAuditEntries(context, { subjectType: "organization", subjectId: "organization-1" });
    expect(entry).toMatchObject({
      sequence: 1,
      at: "2026-03-02T15:04:05.678Z",
      actorName: "Ana Paz (ANA101)",
      action: "organizations:renamed",
      changes: [{ field: "name", before: "Red Sur", after: "Red del Sur" }],
    });
  });

  test("twelve writers at once leave one unbroken chain of twelve entries", async () => {
    const context = given.context();
    await Promise.all(Array.from({ length: 12 }, (_, index) => recordRename(context, `organization-${index}`)));
    const entries = await listAuditEntries(context, {});
    expect(entries.map((entry) => entry.sequence)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await findBrokenAuditEntry(context)).toBeUndefined();
  });

  test("an entry that was changed afterwards is found", async () => {
    const context = given.context();
    for (const id of ["a", "b", "c"]) await recordRename(context, id);
    await given.database.auditEntry.update({ where: { sequence: 2 }, data: { subjectId: "z" } });
    expect(await findBrokenAuditEntry(context)).toBe(2);
  });

  test("an entry that was taken out is found", async () => {
    const context = given.context();
    for (const id of ["a", "b", "c"]) await recordRename(context, id);
    await given.database.auditEntry.delete({ where: { sequence: 2 } });
    expect(await findBrokenAuditEntry(context)).toBe(3);
  });

  test("what is refused leaves no entry", async () => {
    const context = given.context();
    const outcome = await inTransaction(context, async (within) => {
      await recordAudit(within, { action: "organizations:renamed", subjectType: "organization", subjectId: "a" });
      return refuse("NAME_TAKEN");
    });
    expect(outcome).toEqual(refuse("NAME_TAKEN"));
    expect(await listAuditEntries(context, {})).toEqual([]);
  });
});
