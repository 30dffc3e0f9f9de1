// The whole statistics file of a real registry (88,623 lines): read to its own counts, applied twice, changed, broken.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { StatisticsReader } from "#app/lib/delegated-statistics/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import { importRegister, poolsOf, statisticsFileOf } from "#app/modules/resources/index.server.ts";
import { publishZones } from "#app/modules/reverse-dns/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { delegateEverything } from "../factories/reverse-zones.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";
import { describeWith, pathOfPart } from "../setup/requirements.ts";
import { checkZones, serialsIn } from "../setup/zone-checkers.ts";

const fileOf = (name: string) => join(pathOfPart("shared data"), "registry", name);
const statisticsFile = () => fileOf("delegated-lacnic-extended-20240105.txt");
const linesOf = () => readFileSync(statisticsFile(), "latin1").split("\n");

/** The file with some lines replaced (undefined: removed) and others added, with its counts made right again. */
function withChanges(
  folder: string,
  replaced: ReadonlyMap<string, string | undefined>,
  added: readonly string[] = [],
): string {
  const records = linesOf()
    .slice(4)
    .flatMap((line) => (replaced.has(line) ? (replaced.get(line) ?? []) : line))
    .filter((line) => line !== "");
  records.push(...added);
  const count = (family: string) => records.filter((line) => line.split("|")[2] === family).length;
  const head = [
    `2.3|lacnic|20240105|${records.length}|19870101|20240105|-0300`,
    ...["ipv4", "ipv6", "asn"].map((family) => `lacnic|*|${family}|*|${count(family)}|summary`),
  ];
  const path = join(folder, "another-day.txt");
  writeFileSync(path, `${[...head, ...records].join("\n")}\n`);
  return path;
}

async function countsOf(context: Context) {
  const { database } = context;
  return {
    holdings: await database.holding.groupBy({ by: ["family"], _count: true, orderBy: { family: "asc" } }),
    organizations: await database.organization.count(),
    accounts: await database.account.count(),
    entries: await database.auditEntry.count(),
  };
}

function theWholeReverseTree(given: Given): void {
  describeWith(["kzonecheck", "named-checkzone"], "with every block delegated", () => {
    test("has zone files that both checkers accept, in less than twenty seconds of a processor, renumbered where they change", async () => {
      const zones = await delegateEverything(given.context());
      const begun = process.cpuUsage();
      const { folder, ...counts } = await publishZones(given.context());
      const { user, system } = process.cpuUsage(begun);
      expect((user + system) / 1_000_000).toBeLessThan(20);
      expect(counts).toEqual({ zones: 80, changed: 80 });
      expect(checkZones(folder)).toHaveLength(80);
      const delegated = readdirSync(folder).map((name) => {
        const records = readFileSync(join(folder, name), "utf8").matchAll(/^([0-9a-f]\S*)\tNS\t/gm);
        return new Set(Array.from(records, ([, zone]) => zone)).size;
      });
      expect(delegated.reduce((sum, each) => sum + each)).toBe(zones);
      const before = serialsIn(folder);
      const gone = { zoneName: { endsWith: ".200.in-addr.arpa" } };
      expect((await given.database.reverseDelegation.deleteMany({ where: gone })).count).toBeGreaterThan(100);
      expect(await publishZones(given.context())).toMatchObject({ zones: 80, changed: 1 });
      expect(serialsIn(folder)).toEqual({
        ...before,
        "200.in-addr.arpa": (before["200.in-addr.arpa"] ?? 0) + 1,
      });
    });
  });
}

describeWith("shared data", "the real statistics file", () => {
  test("is read to the counts of its own summary lines", () => {
    const reader = new StatisticsReader();
    const held = { ipv4: 0, ipv6: 0, asn: 0 };
    const holders = new Set<string>();
    for (const line of linesOf()) {
      const record = expectOk(reader.readLine(line));
      if (record === undefined || record.opaqueId === "") continue;
      held[record.family] += 1;
      holders.add(record.opaqueId);
    }
    const { counts, header } = expectOk(reader.finish());
    const summaries = linesOf()
      .filter((line) => line.endsWith("|summary"))
      .map((line) => line.split("|"));
    expect(Object.entries(counts).map(([family, count]) => [family, String(count)])).toEqual(
      summaries.map((fields) => [fields[2], fields[4]]),
    );
    expect(header).toMatchObject({ registry: "lacnic", serial: "20240104", records: 88_619, day: "2024-01-04" });
    expect(held).toEqual({ ipv4: 16_734 + 2_551, ipv6: 11_072 + 1_525, asn: 13_234 });
    expect(holders.size).toBe(13_875);
  });

  describeOnEachDatabase(
    "in the register",
    (given) => {
      test("brings every record of every holder, named where AS names are known", async () => {
        const namesPath = fileOf("asn-names-lacnic-region-2026-06.csv");
        const report = expectOk(await importRegister(given.context(), { path: statisticsFile(), namesPath }));
        expect(report).toMatchObject({
          records: 45_116,
          organizations: 13_875,
          organizationsAdded: 13_875,
          added: 45_116,
          changed: 0,
          removed: 0,
          undelegated: 43_503,
          named: 11_590,
        });
        expect((await countsOf(given.context())).holdings).toMatchObject([
          { family: "asn", _count: 13_234 },
          { family: "ipv4", _count: 19_285 },
          { family: "ipv6", _count: 12_597 },
        ]);
      });

      test("gives 13,404 holders of addresses a vote, and none to the 471 with AS numbers alone", async () => {
        const rights = await votingRightsOn(given.context(), "2024-01-05");
        expect(rights).toHaveLength(13_875);
        expect(rights.filter((right) => right.isEntitled)).toHaveLength(13_404);
        const without = rights.filter((right) => !right.isEntitled);
        expect(new Set(without.flatMap((right) => right.reasonsNot))).toEqual(new Set(["NO_IP_ADDRESSES"]));
        expect(rights.every((right) => right.votes <= 11 && right.contact !== null)).toBe(true);
      });

      test("writes the file back byte for byte", async () => {
        const file = expectOk(await statisticsFileOf(given.context(), "lacnic", "2024-01-06"));
        expect(file.isAsRead).toBe(true);
        expect(file.text === readFileSync(statisticsFile(), "utf8")).toBe(true);
        expect(file.md5Line).toBe("MD5 (delegated-lacnic-extended-latest) = 7468b56b40eafedec5697674b9b56271\n");
      });

      test("has a network for every prefix and a record for every AS number, and the pools add up", async () => {
        const { database } = given.context();
        expect(await database.network.count()).toBe(19_285 + 12_597);
        expect(await database.autonomousSystem.count()).toBe(13_234);
        const pools = await poolsOf(given.context(), "lacnic");
        const total = (family: "ipv4" | "ipv6" | "asn") =>
          Object.values(pools[family]).reduce((sum, each) => sum + each, 0n);
        const inFile = { ipv4: 0n, ipv6: 0n, asn: 0n };
        for (const line of linesOf().slice(4)) {
          const [, , family, , value] = line.split("|");
          if (family === "ipv6") inFile.ipv6 += 2n ** BigInt(64 - Number(value));
          else if (family === "ipv4" || family === "asn") inFile[family] += BigInt(value ?? "");
        }
        expect({ ipv4: total("ipv4"), ipv6: total("ipv6"), asn: total("asn") }).toEqual(inFile);
      });

      // Why SQLite alone: what the databases do differently shows in a small register too.
      if (given.kind === "sqlite") theWholeReverseTree(given);

      test("is not changed by the same file", async () => {
        const before = await countsOf(given.context());
        const report = expectOk(await importRegister(given.context(), { path: statisticsFile() }));
        expect(report).toMatchObject({
          records: 45_116,
          added: 0,
          changed: 0,
          removed: 0,
          organizationsAdded: 0,
          organizationsChanged: 0,
        });
        expect(await countsOf(given.context())).toEqual(before);
      });

      test("is not touched by a file with one broken line in the middle, which is named", async () => {
        const before = await countsOf(given.context());
        const lines = linesOf();
        lines[44_000] = (lines[44_000] ?? "").replace("|ipv6|", "|ipv7|");
        const path = join(given.settings.folder, "broken.txt");
        writeFileSync(path, lines.join("\n"));
        expect(await importRegister(given.context(), { path })).toMatchObject({
          ok: false,
          error: { code: "STATISTICS_TYPE_UNKNOWN", details: { line: 44_001, found: "ipv7" } },
        });
        expect(await countsOf(given.context())).toEqual(before);
      });

      test("is not touched by a file of which the end is missing", async () => {
        const before = await countsOf(given.context());
        const path = join(given.settings.folder, "cut.txt");
        writeFileSync(path, linesOf().slice(0, 60_000).join("\n"));
        expect(await importRegister(given.context(), { path })).toMatchObject({
          ok: false,
          error: { code: "STATISTICS_SUMMARY_DIFFERS" },
        });
        expect(await countsOf(given.context())).toEqual(before);
      });

      test("follows a line removed, a line changed and a line added", async () => {
        const held = linesOf().filter((line) => /\|(allocated|assigned)\|/.test(line));
        const [removed = "", changed = ""] = [held[100], held[200]];
        const free = linesOf().find((line) => line.includes("|asn|") && line.includes("|available")) ?? "";
        const freed = free.replace("lacnic||", "lacnic|HN|").replace("||available", "|20240105|allocated|999999");
        const [registry, , family, start, , , status] = freed.split("|");
        const one = [registry, "HN", family, start, "1", "20240105", status, "999999"].join("|");
        const edited = changed.replace(/\|\d{8}\|/, "|20240105|");
        const path = withChanges(
          given.settings.folder,
          new Map([
            [removed, undefined],
            [changed, edited],
            [free, undefined],
          ]),
          [one],
        );
        expect(expectOk(await importRegister(given.context(), { path }))).toMatchObject({
          records: 45_116,
          added: 1,
          changed: 1,
          removed: 1,
          organizationsAdded: 1,
        });
        expect(
          await given.database.organization.findFirst({ where: { registry: "lacnic", opaqueId: "999999" } }),
        ).toMatchObject({ country: "HN" });
      });
    },
    { fresh: "once" },
  );
});
