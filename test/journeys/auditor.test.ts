// An auditor without an account: everything that proves an election is public, and she checks it with programs of her own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { findLogKey, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { anchorProclamations, assembleEvidence } from "#app/modules/certificates/index.server.ts";
import { afterClaims, proclaim, signAll } from "../commands/certificates/certified-election.ts";
import type { ElectionInTest } from "../factories/elections.ts";
import { anElection, closesAt } from "../factories/elections.ts";
import { launchBrowser } from "../setup/browser.ts";
import { testsBegin } from "../setup/databases.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { givenBy } from "./house-as-given.ts";
import { PagesSeen } from "./person.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describeWith("chromium", "an auditor without an account", () => {
  let house: RunningHouse;
  let browser: Browser;
  let page: Page;
  let election: ElectionInTest;
  const seen = new PagesSeen();
  const desk = mkdtempSync(join(tmpdir(), "plenaria-auditor-"));
  const asked: string[] = [];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true, timezoneId: "America/Lima" });
    page = await context.newPage();
    page.on("request", (request) => asked.push(request.method()));
    givenBy(house).clock.set(testsBegin);
    election = await (await anElection(givenBy(house), { weights: [7, 4, 2, 1] })).open();
    for (const voter of [0, 1, 2]) expectOk(await election.cast(voter, [voter % 2]));
    expectOk(await signCheckpoint(givenBy(house).context()));
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    rmSync(desk, { recursive: true, force: true });
  });

  const at = (path: string) => `${house.baseUrl}/elections/${election.electionId}${path}`;

  async function look(path: string, name: string): Promise<string> {
    const response = await page.goto(at(path), { waitUntil: "networkidle" });
    expect(response?.status(), path).toBe(200);
    await seen.look(page, name);
    return page.locator("main").innerText();
  }

  async function fetched(address: string, name: string): Promise<string> {
    const response = await fetch(address);
    expect(response.status, address).toBe(200);
    const path = join(desk, name);
    writeFileSync(path, new Uint8Array(await response.arrayBuffer()));
    return path;
  }

  function plenaria(...words: string[]) {
    const run = spawnSync(process.execPath, ["app/processes/command-line.mjs", ...words], {
      cwd: root,
      encoding: "utf8",
      env: {
        NODE_ENV: "test",
        PATH: process.env["PATH"] ?? "",
        PLENARIA_MODE: "production",
        DATABASE_URL: "mysql://x",
      },
    });
    return { code: run.status, answer: run.stdout + run.stderr };
  }

  let early = "";

  // Requirement: R7, CM 32
  test("the election's page says in UTC and in her own zone when it closes, and how one votes", async () => {
    const read = await look("", "election");
    expect(read).toContain("17 Mar 2026, 18:00 UTC (13:00, Lima time)");
    expect(read).toContain("How to vote");
  });

  // Requirement: CM 30, CM 34, CM 22
  test("while people vote she reads the roll, the turnout and the box, and keeps a copy of the archive", async () => {
    const roll = await look("/roll", "roll");
    for (const voter of election.voters) expect(roll).not.toContain(voter.email);
    await look("/turnout", "turnout");
    expect(await look("/box", "box")).toMatch(/3/);
    await look("/check", "check");
    early = await fetched(at("/archive"), "early.bel");
    expect(plenaria("election", "verify", early).code).toBe(0);
    const result = await page.goto(at("/result"));
    expect(result?.status()).toBe(200);
    expect(await page.locator("main").innerText()).not.toMatch(/\d+ votes? \(/);
  });

  test("she reads the log's checkpoint, which names the key that signs it", async () => {
    const checkpoint = await (await fetch(`${house.baseUrl}/log/checkpoint`)).text();
    expect(checkpoint.split("\n")[1]).toMatch(/^\d+$/);
    expect(checkpoint).toMatch(/\n\n— \S+ [A-Za-z0-9+/=]+\n/);
    const response = await page.goto(`${house.baseUrl}/log`, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(200);
    await seen.look(page, "log");
  });

  test("after the close the archive continues her copy, and the interim result is explained line by line", async () => {
    givenBy(house).clock.set(closesAt);
    await election.counted();
    expectOk(await signCheckpoint(givenBy(house).context()));
    expectOk(await assembleEvidence(givenBy(house).context(), { electionId: election.electionId }));
    const whole = await fetched(at("/archive"), "whole.bel");
    expect(plenaria("election", "verify", whole, "--previous", early).code).toBe(0);
    expect(await look("/result", "result")).toMatch(/interim/i);
    const bundle = await fetched(at("/bundle"), "interim.zip");
    const audit = plenaria("election", "audit", bundle);
    expect(audit.code, audit.answer).toBe(0);
  });

  // Requirement: CM 17, CM 18, CM 30, S3, S4
  test("when it is official she audits the bundle with one command, and reads the minutes that were made from it", async () => {
    givenBy(house).clock.set(afterClaims);
    await signAll(election);
    expectOk(await proclaim(election));
    await anchorProclamations(givenBy(house).context());
    expect(await look("/result", "official result")).toMatch(/official/i);
    const bundle = await fetched(at("/bundle"), "official.zip");
    const logKey = (await findLogKey(givenBy(house).context())) ?? "";
    const audit = plenaria("election", "audit", bundle, "--log-key", logKey);
    expect(audit.code, audit.answer).toBe(0);
    expect(audit.answer).toContain("the log's key is the one that you know");
    for (const language of ["es", "en", "pt"]) {
      const minutes = await fetch(at(`/acta/${language}`));
      expect(minutes.headers.get("content-type")).toContain("application/pdf");
    }
  });

  test("she never signed in, wrote nothing, and axe found nothing on any page", () => {
    expect(new Set(asked)).toEqual(new Set(["GET"]));
    expect(seen.count).toBeGreaterThan(5);
    expect(seen.faults).toEqual([]);
  });
});
