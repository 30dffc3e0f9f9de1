// The zone files from the command line, and what is left of them where the program is killed between any two of its steps.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { publishZones } from "#app/modules/reverse-dns/index.server.ts";
import { delegateEverything } from "../factories/reverse-zones.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";
import { describeWith } from "../setup/requirements.ts";
import { checkZones, serialsIn } from "../setup/zone-checkers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Kills the process for good at the given call of a function that writes: PLENARIA_TEST_KILL_AT=renameSync:1. */
const killer = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const [name, at] = process.env.PLENARIA_TEST_KILL_AT.split(":");
const original = fs[name];
let calls = 0;
fs[name] = (...given) => {
  if (String(given[0]).includes("set-") && ++calls === Number(at)) process.kill(process.pid, "SIGKILL");
  return original(...given);
};
syncBuiltinESMExports();
`;

function zones(given: Given, words: readonly string[], killAt?: string) {
  const path = join(given.settings.folder, "killer.mjs");
  writeFileSync(path, killer);
  const killing = killAt === undefined ? {} : { NODE_OPTIONS: `--import=${path}`, PLENARIA_TEST_KILL_AT: killAt };
  const run = spawnSync(process.execPath, ["app/processes/command-line.mjs", "zones", ...words], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...{ NODE_ENV: "test", PATH: process.env["PATH"] ?? "" },
      ...{ PLENARIA_FOLDER: given.settings.folder, DATABASE_URL: given.databaseUrl, ...killing },
      // Nobody resolves names there, which is known at once.
      PLENARIA_DNS_RESOLVERS: "127.0.0.1:1",
    },
  });
  return { code: run.status, signal: run.signal, answer: run.stdout, words: run.stderr };
}

async function renameServers(given: Given, host: string): Promise<void> {
  await given.database.reverseNameServer.updateMany({ where: { position: 1 }, data: { host } });
}

/** Every file behind the link, with its text. */
function filesIn(current: string): Record<string, string> {
  return Object.fromEntries(readdirSync(current).map((name) => [name, readFileSync(join(current, name), "utf8")]));
}

describeWith(["kzonecheck", "named-checkzone"], "plenaria zones", () => {
  describeOnEachDatabase(
    "with a small register",
    (given) => {
      test("publishes into a folder, shows numbers and servers, asks the servers, and says what it cannot use", async () => {
        const path = join(root, "test/fixtures/register/day-1.txt");
        expectOk(await importRegister(given.context(), { path }));
        await delegateEverything(given.context());
        const folder = join(given.settings.folder, "zones");
        const current = join(folder, "current");
        expect(zones(given, ["publish", folder])).toMatchObject({
          ...{ code: 0, answer: `${current}: 3 zones, 3 with a new serial number.\n` },
        });
        expect(checkZones(current)).toHaveLength(3);
        expect(zones(given, ["show"]).answer).toMatch(/^198\.in-addr\.arpa \d{10} since 2\d{3}-/m);
        const shown = zones(given, ["show", "198.18.0.0/24"]).answer;
        expect(shown).toMatch(/^0\.18\.198\.in-addr\.arpa \(198\.18\.0\.0\/24\)\n {2}ns1\.provider\.example: AA on /);
        const asked = zones(given, ["check", "203.0.113.0/24", "--json"]);
        expect(asked.code).toBe(1);
        expect(JSON.parse(asked.answer)).toMatchObject([{ zoneName: "113.0.203.in-addr.arpa" }, {}]);
        expect(zones(given, ["check", "192.0.2.0/24"])).toMatchObject({ code: 1, answer: "Nothing is delegated.\n" });
        expect(zones(given, ["check", "198.18"])).toMatchObject({ code: 2 });
        expect(zones(given, ["publish", join(folder, "current/198.in-addr.arpa.zone/below")])).toMatchObject({
          code: 2,
        });
      });

      test("killed between any two steps leaves one whole set, and the next one is whole with higher numbers", async () => {
        const folder = join(given.settings.folder, "zones");
        const current = join(folder, "current");
        for (const killAt of ["writeFileSync:2", "symlinkSync:1", "renameSync:1"]) {
          const [link, before, numbers] = [readlinkSync(current), filesIn(current), serialsIn(current)];
          await renameServers(given, `${killAt.toLowerCase().replace(":", "")}.example`);
          expect(zones(given, ["publish", folder], killAt).signal).toBe("SIGKILL");
          expect([readlinkSync(current), filesIn(current)]).toEqual([link, before]);
          expect(await publishZones(given.context(), { folder })).toMatchObject({ zones: 3, changed: 3 });
          expect(checkZones(current)).toHaveLength(3);
          for (const [apex, serial] of Object.entries(serialsIn(current)))
            expect(serial).toBeGreaterThan(numbers[apex] ?? 0);
        }
      });

      test("killed after the link was moved and before the numbers were kept gives no number twice", async () => {
        const folder = join(given.settings.folder, "zones");
        const current = join(folder, "current");
        await renameServers(given, "moved.example");
        // The third removal is that of an older set; the first two make room for the new one.
        expect(zones(given, ["publish", folder], "rmSync:3").signal).toBe("SIGKILL");
        const moved = serialsIn(current);
        expect(filesIn(current)["198.in-addr.arpa.zone"]).toContain("moved.example");
        await renameServers(given, "later.example");
        await publishZones(given.context(), { folder });
        for (const [apex, serial] of Object.entries(serialsIn(current))) expect(serial).toBe((moved[apex] ?? 0) + 1);
      });
    },
    { on: "sqlite", fresh: "once" },
  );
});
