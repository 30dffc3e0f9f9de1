// Reading a statistics file into the register: everything or nothing, the difference of another day, and no harm by doing it twice.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import {
  attributionOf,
  listContactsOf,
  listOrganizationLines,
  namesAttribution,
} from "#app/modules/organizations/index.server.ts";
import { holdingsOf, importRegister, poolsOf, statisticsFileOf } from "#app/modules/resources/index.server.ts";
import { writeHolding } from "#app/modules/resources/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const fixture = (name: string) => new URL(`../../fixtures/register/${name}`, import.meta.url).pathname;
const dayOne = { path: fixture("day-1.txt") };
const dayTwo = { path: fixture("day-2.txt") };

async function organizationByOpaqueId(context: Context) {
  const lines = await listOrganizationLines(context, "all");
  return new Map(lines.map((line) => [line.opaqueId ?? "", line]));
}

async function everything(context: Context): Promise<string> {
  const { database } = context;
  return JSON.stringify([
    await database.organization.findMany({ orderBy: { handle: "asc" } }),
    await database.holding.findMany({ orderBy: [{ family: "asc" }, { start: "asc" }] }),
    await database.organizationContact.findMany({ orderBy: { id: "asc" } }),
    await database.account.findMany({ orderBy: { id: "asc" } }),
    await database.auditEntry.findMany({ orderBy: { sequence: "asc" } }),
    await database.registerImport.findMany(),
  ]);
}

describeOnEachDatabase("import-register", (given) => {
  test("a first file brings its holders with what they hold", async () => {
    const context = given.context();
    const report = expectOk(await importRegister(context, dayOne));
    expect(report).toMatchObject({
      records: 7,
      organizations: 4,
      added: 7,
      changed: 0,
      removed: 0,
      undelegated: 2,
      registrations: { added: 8, changed: 0, removed: 0 },
      organizationsAdded: 4,
      organizationsWithoutHoldings: 0,
      day: "2026-03-01",
      serial: "20260301",
      named: 0,
      namesAttribution: "",
    });
    const organizations = await organizationByOpaqueId(context);
    expect([...organizations.keys()].sort()).toEqual(["101", "102", "103", "105"]);
    expect(organizations.get("101")).toMatchObject({ country: "HN", isDemonstration: true });
    expect(organizations.get("101")?.handle).toMatch(/^HN-[A-Z]{4}101-PLEN$/);
    const holder = organizations.get("101")?.id ?? "";
    const holdings = (await holdingsOf(context, [holder])).get(holder) ?? [];
    expect(holdings.flatMap(writeHolding)).toEqual(["198.18.0.0/22", "2001:db8::/36", "AS64496"]);
    expect(holdings[0]).toMatchObject({ date: "2015-06-01", status: "allocated", country: "HN" });
  });

  test("the register writes each day's file back byte for byte, with its sum, and dates what has changed since", async () => {
    const context = given.context();
    expect(await statisticsFileOf(context, "plenic", "2026-03-02")).toMatchObject({
      error: { code: "STATISTICS_NEVER_READ" },
    });
    for (const { path } of [dayOne, dayTwo, dayOne]) {
      expectOk(await importRegister(context, { path }));
      const file = expectOk(await statisticsFileOf(context, "plenic", "2026-03-09"));
      expect(file).toMatchObject({ text: readFileSync(path, "utf8"), isAsRead: true });
    }
    const asRead = expectOk(await statisticsFileOf(context, "plenic", "2026-03-09"));
    expect(asRead.md5Line).toBe("MD5 (delegated-plenic-extended-latest) = 4c6d50549c91f4b8894facc3f4554407\n");
    await context.database.holding.updateMany({ where: { start: "0000064496" }, data: { country: "GT" } });
    const changed = expectOk(await statisticsFileOf(context, "plenic", "2026-03-09"));
    expect(changed.isAsRead).toBe(false);
    expect(changed.text).toContain("2.3|plenic|20260309|9|19870101|20260309|+0000\n");
    expect(changed.text).toContain("plenic|GT|asn|64496|1|20150601|allocated|101\n");
  });

  test("what is held, reserved and available is the whole pool", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    expect(await poolsOf(context, "plenic")).toEqual({
      ipv4: { allocated: 2048n, assigned: 256n, reserved: 0n, available: 2048n },
      ipv6: { allocated: 2n ** 28n, assigned: 0n, reserved: 2n ** 31n, available: 0n },
      asn: { allocated: 4n, assigned: 0n, reserved: 0n, available: 0n },
    });
  });

  test("every new organisation has three contacts, who are demonstration data and speak the country's language", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const organizations = await organizationByOpaqueId(context);
    for (const [opaqueId, language] of [
      ["101", "es"],
      ["102", "pt"],
      ["103", "en"],
    ] as const) {
      const contacts = await listContactsOf(context, [organizations.get(opaqueId)?.id ?? ""]);
      expect(contacts.map((contact) => contact.role)).toEqual(["administrative", "billing", "membership"]);
      for (const contact of contacts)
        expect(contact).toMatchObject({ language, email: expect.stringMatching(/\.example$/) });
    }
    expect(await context.database.account.count({ where: { isDemonstration: false } })).toBe(0);
    expect(await context.database.account.count({ where: { passwordHash: { not: null } } })).toBe(0);
  });

  test("holders of addresses are members since their first delegation; holders of AS numbers alone are not", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const rights = await votingRightsOn(context, "2026-03-02");
    const votes = rights.map((right) => [
      right.country,
      right.class,
      right.category,
      right.votes,
      right.explanation.memberSince,
    ]);
    expect(votes.sort()).toEqual([
      ["BR", "active-a", "micro", 2, "2019-01-15"],
      ["HN", "active-a", "micro", 2, "2015-06-01"],
      ["TT", "active-a", "nano", 1, "2004-07-20"],
      ["UY", "", "", 0, null],
    ]);
  });

  test("the same file again changes nothing at all", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const before = await everything(context);
    const report = expectOk(await importRegister(context, dayOne));
    expect(report).toMatchObject({
      records: 7,
      added: 0,
      changed: 0,
      removed: 0,
      organizationsAdded: 0,
      contactsInvented: 0,
    });
    expect(await everything(context)).toBe(before);
  });

  test("another day's file applies the difference; who lost everything stays and is no longer a member", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const before = await organizationByOpaqueId(context);
    const report = expectOk(await importRegister(context, dayTwo));
    expect(report).toMatchObject({
      records: 8,
      organizations: 4,
      added: 2,
      changed: 1,
      removed: 1,
      organizationsAdded: 1,
      organizationsWithoutHoldings: 1,
    });
    const after = await organizationByOpaqueId(context);
    expect([...after.keys()].sort()).toEqual(["101", "102", "103", "104", "105"]);
    expect(after.get("101")).toEqual(before.get("101"));
    const holdings = await holdingsOf(
      context,
      [...after.values()].map((line) => line.id),
    );
    expect((holdings.get(after.get("102")?.id ?? "") ?? []).flatMap(writeHolding)).toEqual([
      "198.18.4.0/22",
      "198.18.8.0/22",
      "AS64497",
    ]);
    expect(holdings.get(after.get("103")?.id ?? "")).toEqual([]);
    const rights = await votingRightsOn(context, "2026-03-02");
    const byHandle = new Map(rights.map((right) => [right.handle, right]));
    expect(byHandle.get(after.get("103")?.handle ?? "")).toMatchObject({
      votes: 0,
      isEntitled: false,
      reasonsNot: ["NO_IP_ADDRESSES"],
    });
    expect(byHandle.get(after.get("104")?.handle ?? "")).toMatchObject({
      category: "nano",
      votes: 1,
      isEntitled: true,
    });
  });

  test("going back to the first day's file undoes the difference", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    expectOk(await importRegister(context, dayTwo));
    const report = expectOk(await importRegister(context, dayOne));
    expect(report).toMatchObject({ added: 1, changed: 1, removed: 2, organizationsAdded: 0 });
  });

  test("a broken line stops with its number and leaves nothing behind", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayTwo));
    const before = await everything(context);
    const outcome = await importRegister(context, { path: fixture("day-1-broken.txt") });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: "STATISTICS_START_MALFORMED", details: { line: 9, found: "2001:db8::zz" } },
    });
    expect(await everything(context)).toBe(before);
  });

  test("AS names name the holders; a later import without them keeps the names", async () => {
    const context = given.context();
    const report = expectOk(await importRegister(context, { ...dayOne, namesPath: fixture("names.csv") }));
    expect(report).toMatchObject({ named: 2, namesAttribution: expect.stringContaining("CC BY 4.0") });
    expect(await namesAttribution(context)).toContain("CC BY 4.0");
    expect(await attributionOf(context, { registry: "plenic", isDemonstration: true })).toBe("");
    const expected = { name: "Universidad de Tegucigalpa, S.A.", isDemonstration: false };
    expect((await organizationByOpaqueId(context)).get("101")).toMatchObject(expected);
    expect(expectOk(await importRegister(context, dayOne))).toMatchObject({ organizationsChanged: 0 });
    expect((await organizationByOpaqueId(context)).get("101")).toMatchObject(expected);
  });

  test("names that come later take the place of invented ones only", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const invented = (await organizationByOpaqueId(context)).get("103")?.name;
    expect(expectOk(await importRegister(context, { ...dayOne, namesPath: fixture("names.csv") }))).toMatchObject({
      added: 0,
      organizationsChanged: 2,
    });
    const after = await organizationByOpaqueId(context);
    expect(after.get("102")).toMatchObject({ name: "Rede Invertida", isDemonstration: false });
    expect(after.get("103")).toMatchObject({ name: invented, isDemonstration: true });
  });

  test("the same seed invents the same register in every installation", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { ...dayOne, seed: 7 }));
    const lines = await listOrganizationLines(context, "all");
    expect(lines.map(({ handle, name }) => `${handle} ${name}`)).toEqual([
      "BR-ANNS102-PLEN Alvorada Nascimento Net Serviços de Internet Ltda",
      "HN-SDCV101-PLEN Servicios Digitales Caribe Vargas",
      "TT-IMDL103-PLEN Island Mohammed Data Ltd",
      "UY-BAOM105-PLEN Banco Occidente Morales",
    ]);
    const contacts = await listContactsOf(context, "all", "membership");
    expect(contacts.map(({ name, userId, email }) => `${userId} ${name} <${email}>`).sort()).toEqual([
      "BNB1 Bruno Nascimento Barbosa <bruno.nascimento@alvorada-nascimento.example>",
      "BRA1 Brian Ramdin <brian.ramdin@island-mohammed.example>",
      "LMC1 Luis Morales Chávez <luis.morales@consultores-uy.example>",
      "PHC1 Paula Hernández Cruz <paula.hernandez@servicios-digitales.example>",
    ]);
  });

  test("one entry of the audit log carries the whole report", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const entries = await listAuditEntries(context, { subjectType: "register" });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: "resources:register-imported",
      details: { fileName: "day-1.txt", records: 7, added: 7, organizationsAdded: 4 },
    });
  });

  test("of two imports at once the second waits and finds nothing left to do", async () => {
    const context = given.context();
    const reports = await Promise.all([importRegister(context, dayOne), importRegister(context, dayOne)]);
    const added = reports.map((report) => expectOk(report).added).sort();
    expect(added).toEqual([0, 7]);
    expect(await context.database.organization.count()).toBe(4);
    expect(await context.database.holding.count()).toBe(7);
  });

  test("a file speaks for its own registry: what another one delegated stays", async () => {
    const context = given.context();
    expectOk(await importRegister(context, dayOne));
    const other = join(given.settings.folder, "other.txt");
    const text = [
      "2.3|other|20260301|1|19870101|20260301|+0000",
      ...["ipv4|*|1", "ipv6|*|0", "asn|*|0"].map((count) => `other|*|${count}|summary`),
      "other|HN|ipv4|192.0.2.0|256|20260301|assigned|101",
    ];
    writeFileSync(other, text.join("\n"));
    expect(expectOk(await importRegister(context, { path: other }))).toMatchObject({
      added: 1,
      removed: 0,
      organizationsAdded: 1,
      registry: "other",
    });
    expect(await context.database.holding.count()).toBe(8);
    expect(expectOk(await importRegister(context, dayTwo))).toMatchObject({ added: 2, changed: 1, removed: 1 });
    expect(await context.database.holding.count({ where: { registry: "other" } })).toBe(1);
    writeFileSync(other, text.join("\n").replace("192.0.2.0|256", "198.18.0.0|256"));
    expect(await importRegister(context, { path: other })).toMatchObject({
      ok: false,
      error: { code: "HELD_IN_ANOTHER_REGISTRY", details: { resource: "198.18.0.0/24", registry: "plenic" } },
    });
    expect(await context.database.holding.count({ where: { registry: "other" } })).toBe(1);
  });

  test("progress is told from beginning to end", async () => {
    const phases: string[] = [];
    expectOk(
      await importRegister(given.context(), {
        ...dayOne,
        onProgress: ({ phase, done, total }) => {
          expect(done).toBeLessThanOrEqual(total);
          if (phases.at(-1) !== phase) phases.push(phase);
        },
      }),
    );
    expect(phases).toEqual(["reading", "holders", "holdings"]);
  });

  test("a file that is not there and a file of names that is broken are refused", async () => {
    const context = given.context();
    const missing = { path: fixture("nothing.txt") };
    expect(await importRegister(context, missing)).toMatchObject({
      ok: false,
      error: { code: "FILE_UNREADABLE", details: { reason: "ENOENT" } },
    });
    expect(await importRegister(context, { path: fixture("") })).toMatchObject({
      ok: false,
      error: { code: "FILE_UNREADABLE" },
    });
    const brokenNames = { ...dayOne, namesPath: fixture("day-1.txt") };
    expect(await importRegister(context, brokenNames)).toMatchObject({
      ok: false,
      error: { code: "NAMES_LINE_BROKEN", details: { line: 1 } },
    });
    expect(await importRegister(context, { ...dayOne, namesPath: fixture("nothing.csv") })).toMatchObject({
      ok: false,
      error: { code: "FILE_UNREADABLE" },
    });
    expect(await context.database.organization.count()).toBe(0);
  });

  test("only an administrator may import", async () => {
    for (const role of ["staff", "commission", "auditor"] as const) {
      const context = given.context({ actor: aPerson({ roles: [role] }) });
      await expect(importRegister(context, dayOne)).rejects.toThrow(NotPermitted);
    }
    expectOk(await importRegister(given.context({ actor: aPerson({ roles: ["administrator"] }) }), dayOne));
  });
});
