// A commissioner from the review of candidacies to the official result: her desk says what comes next, nothing that matters happens
// by one person alone, and what she signs she has checked in her own browser. Every page is looked at by axe.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { raiseAlerts } from "#app/modules/alerts/index.server.ts";
import { signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { leastTimeToSignMs } from "#app/modules/certificates/domain/time-to-sign.ts";
import { assembleEvidence, findCertificate } from "#app/modules/certificates/index.server.ts";
import { writeBackup } from "#app/modules/elections/domain/trustee-backup.ts";
import { fileDispute, proposeRollChange } from "#app/modules/elections/index.server.ts";
import { openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { afterClaims, sign } from "../commands/certificates/certified-election.ts";
import type { CallInTest } from "../factories/candidacies.ts";
import { aCall } from "../factories/candidacies.ts";
import type { ElectionInTest } from "../factories/elections.ts";
import { anElection, whileOpen } from "../factories/elections.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { givenBy } from "./house-as-given.ts";
import { PagesSeen, Person } from "./person.ts";

const afterTheFreeze = new Date("2026-03-02T12:00:00Z");
const passphrase = "seven patient tapirs cross";

describeWith("chromium", "a commissioner", () => {
  let house: RunningHouse;
  let browser: Browser;
  let election: ElectionInTest;
  let call: CallInTest;
  let celia: Person;
  let dario: Person;
  const seen = new PagesSeen();
  const folder = mkdtempSync(join(tmpdir(), "plenaria-keys-"));
  const desk = (path = "") => `/commission/elections/${election.electionId}${path}`;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const given = givenBy(house);
    given.clock.set(afterTheFreeze);
    election = await (await anElection(given, { weights: [7, 4, 2, 1] })).withKeys();
    await house.ground.database.account.updateMany({ data: { language: "en" } });
    call = await aCall(given, { commission: election.commission });
    await call.complete(0);
    const [first, second] = election.commission;
    celia = await Person.arrive(house, browser, first!);
    dario = await Person.arrive(house, browser, second!);
    for (const person of [celia, dario]) {
      await person.goTo("/my");
      await person.signInForTheFirstTime();
    }
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What her desk asks of her, in order. */
  async function asked(person: Person, path: string): Promise<string[]> {
    await person.open(path);
    return person.page.locator("main ol > li").getByRole("heading").allInnerTexts();
  }

  test("her first page says what each election needs of her, the next thing first", async () => {
    expect(await asked(celia, `/commission/elections/${call.electionId}`)).toEqual([
      "1 candidacy waits for your review",
      "Make your key",
    ]);
    await seen.look(celia.page, "desk, with a call");
    expect(await asked(celia, desk())).toEqual(["Make the voting codes", "Sign the roll"]);
    await celia.open("/commission");
    await seen.look(celia.page, "commission");
    await celia.page.getByRole("link", { name: "Review" }).click();
    await celia.sees("Review of candidacies");
  });

  test("she works with a candidate: she says so, it is recorded, and her desk no longer asks her to decide", async () => {
    await celia.page.getByRole("link", { name: "Ana Álvarez" }).click();
    await celia.sees("Before you see the file");
    await celia.page.getByText("I have a conflict and do not decide").click();
    await celia.page.getByLabel(/^Explanation/).fill("We work for the same group.");
    await celia.press("Declare");
    await celia.proveIfAsked();
    await celia.sees("We work for the same group.");
    expect(await celia.page.getByRole("button", { name: "Decide and tell by mail" }).count()).toBe(0);
    await seen.look(celia.page, "a candidacy, with a conflict");
    expect(await asked(celia, `/commission/elections/${call.electionId}`)).toEqual(["Make your key"]);
    await celia.open("/commission/log");
    await celia.page.locator("main tbody").getByText("Conflict of interest declared").waitFor();
  });

  // Requirement: CM 41, L6
  test("another commissioner proposes to strike an organisation off the roll: she reads what would change, and approves", async () => {
    const { electionId, voters, commission } = election;
    const wish = { kind: "strike" as const, handle: voters[3]!.handle, organizationId: "", claimId: "" };
    const nothingElse = { votes: null, category: null, contactAccountId: null };
    const reason = "It merged with another member.";
    const proposal = { electionId, wish: { ...wish, ...nothingElse }, reason };
    expectOk(await proposeRollChange(election.as(commission[2]!), proposal));
    await celia.open("/commission");
    await celia.page.getByRole("link", { name: "See the proposals" }).click();
    await celia.page.waitForURL(/approvals$/);
    await seen.look(celia.page, "approvals");
    await celia.page.getByRole("link", { name: /Strike HN-TEST4-PLEN off the roll/ }).click();
    await celia.page.waitForURL(/approvals\/./);
    await celia.proveIfAsked();
    await celia.sees(reason);
    expect(await celia.page.locator("main table").innerText()).toMatch(/Is on the roll\s+yes\s+no/);
    await seen.look(celia.page, "a proposal");
    await celia.press("Approve and do it");
    await celia.sees("Approved and done");
    await celia.open(`/elections/${electionId}/roll/changes`);
    await celia.sees(reason);
    await celia.sees(/Elsa Comisión/);
  });

  // Requirement: CM 24
  test("while people vote she sees how many have, and nothing of what they voted", async () => {
    const { electionId, commission, given } = election;
    election.codes = await issueVotingCodes(election.as(commission[0]!), electionId);
    await election.bindingly();
    expectOk(await sealByTwo(given.context(), electionId, [commission[1]!, commission[2]!]));
    given.clock.set(whileOpen);
    for (const voter of [0, 1]) expectOk(await election.cast(voter, [voter]));
    await celia.open(`/elections/${electionId}/turnout`);
    await seen.look(celia.page, "turnout");
    for (const path of [`/elections/${electionId}/turnout`, `/elections/${electionId}/result`, desk()]) {
      await celia.open(path);
      expect(await celia.page.locator("main").innerText(), path).not.toMatch(/\b(Ana|Bruno|Carla)\b[^\n]*\d/);
    }
    await celia.open(desk("/sum"));
    await celia.sees("There is no sum to open yet");
  });

  // Requirement: CM 39
  test("the log grows before her eyes, and an alert stands above every page until somebody takes note", async () => {
    const { electionId, commission, voters } = election;
    await celia.open("/commission/log");
    await seen.look(celia.page, "log");
    const what = voters[1]!.handle;
    const dispute = {
      electionId,
      kind: "mandate" as const,
      what,
      reason: "The organisation says that it did not vote.",
    };
    expectOk(await fileDispute(election.as(commission[2]!), dispute));
    await celia.page.locator("main tbody").getByText("Put in dispute").waitFor();
    const watched = { kind: "failed-proof", looksAt: () => true } as const;
    const finding = { kind: "failed-proof", subject: "log", code: "ENTRY_BROKEN", details: { at: 7 } } as const;
    await raiseAlerts(house.ground, { ...watched, findings: [finding] });
    await celia.open("/commission");
    await celia.page.getByRole("link", { name: "See the alerts" }).click();
    await celia.sees("Entry no. 7 of the log does not fit the one before it.");
    await seen.look(celia.page, "alerts");
    await raiseAlerts(house.ground, { ...watched, findings: [] });
    await celia.page.getByLabel("What was found").fill("A disk was read wrongly; the copy is whole.");
    await celia.press("I have taken note");
    await celia.sees("No alert is waiting");
    await celia.sees("Over");
    await celia.page.getByText("Something is wrong.").waitFor({ state: "detached" });
    await seen.look(celia.page, "alerts, all noted");
  });

  // Requirement: CM 49, CM 41
  test("after the close a dispute comes before the count: she proposes, another decides, and only then the sum may be opened", async () => {
    await election.closed();
    expect(await asked(celia, desk())).toEqual(["Decide 1 dispute"]);
    await celia.open(desk("/sum"));
    await celia.sees("A dispute holds the count");
    await seen.look(celia.page, "sum, held");
    await celia.open(desk("/disputes"));
    await celia.page.getByLabel("Reasons of the decision").fill("Its contact has found the mail: it did vote.");
    await seen.look(celia.page, "disputes");
    await celia.press("Propose that it counts");
    await celia.sees("You proposed this act");
    await seen.look(celia.page, "a proposal of her own");
    await approveNewest(dario, /Count what is disputed/);
    expect(await asked(celia, desk())).toEqual(["Open your part of the sum"]);
  });

  test("her browser adds the box up again, and her key opens a part: with the second one the result is there", async () => {
    const { electionId, given, trustees } = election;
    const backup = join(folder, "key-1.age");
    writeFileSync(backup, await writeBackup(trustees[0]!.key, passphrase, 10));
    await openSum(given.context(), electionId, trustees.slice(2));
    await celia.open(desk("/sum"));
    await celia.page.locator("main input[type=file]").setInputFiles(backup);
    await celia.page.locator("main input[type=password]").fill(passphrase);
    await celia.press("Open my key and check the sum");
    await celia.sees("Checked: the sum is made of the 2 ballots in the box");
    await celia.press("Open my part of the sum");
    await celia.sees(/The result is published/);
    await seen.look(celia.page, "sum, opened");
  });

  // Requirement: CM 17, CM 30, S3
  test("when the time for claims is over her browser audits the bundle, and she signs that she conforms", async () => {
    const { electionId, given } = election;
    given.clock.set(afterClaims);
    expectOk(await signCheckpoint(given.context()));
    expectOk(await assembleEvidence(given.context(), { electionId }));
    expect(await asked(celia, desk())).toEqual(["Check the evidence and sign"]);
    await celia.open(desk("/certificate"));
    await seen.look(celia.page, "certificate");
    await celia.press("Verify the bundle in this browser");
    await celia.sees("Valid: every check holds.");
    await celia.page.getByRole("radio", { name: "I conform" }).check();
    await celia.page.locator("main input[type=password]").fill(passphrase);
    await celia.press("Sign and publish");
    await celia.sees("You have signed about this evidence.");
    await seen.look(celia.page, "certificate, signed");
    const certificate = await findCertificate(given.context(), electionId);
    expect(certificate?.statements).toMatchObject([{ trustee: 1, answer: "conform" }]);
    celia.expectNeverSent([passphrase]);
  });

  // Requirement: CM 41, R3
  test("with two signatures and an absence that two recorded she proposes the proclamation; approved, the result is official", async () => {
    const { electionId, given } = election;
    expectOk(await sign(election, 1));
    given.clock.set(new Date(afterClaims.getTime() + leastTimeToSignMs));
    await celia.open(desk("/certificate"));
    await celia.sees(/Everybody who holds a key was heard \(missing: /);
    await celia.page.getByLabel("Why", { exact: true }).fill("She lost the file of her key.");
    await celia.press("Record and ask for approval");
    await celia.sees(/Another member of the commission must approve it/);
    await approveNewest(dario, /Record why somebody with a key/);
    expect(await asked(celia, desk())).toEqual(["Proclaim the official result"]);
    const visitor = await Person.visit(house, browser);
    await visitor.goTo(`/elections/${electionId}/result`);
    expect(await visitor.page.locator("main").innerText()).toMatch(/interim/i);
    await celia.open(desk("/certificate"));
    await celia.page.getByLabel("Reason", { exact: true }).last().fill("Two have signed, nobody objected.");
    await celia.press("Propose the proclamation");
    await celia.sees(/Another member of the commission must approve it/);
    await approveNewest(dario, /Proclaim the official result/);
    await visitor.goTo(`/elections/${electionId}/result`);
    expect(await visitor.page.locator("main").innerText()).toMatch(/official result/i);
    await seen.look(visitor.page, "official result");
    const acta = await visitor.page.request.get(`${house.baseUrl}/elections/${electionId}/acta/en`);
    expect((await acta.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await celia.open(desk());
    await celia.sees("Nothing is asked of you now");
    await seen.look(celia.page, "desk, all done");
  });

  // Requirement: CM 41
  test("what cannot be held she proposes to call off, with reasons in three languages; approved, everybody reads why", async () => {
    const { electionId } = call;
    await celia.open(`/commission/elections/${electionId}/changes`);
    await celia.sees("What does not apply now");
    await seen.look(celia.page, "changes before the seal");
    await celia.open(`/commission/elections/${electionId}/cancel`);
    await seen.look(celia.page, "cancelling");
    await celia.page.locator('textarea[name="reason.es"]').fill("Nadie quedó como candidato.");
    await celia.page.locator('textarea[name="reason.en"]').fill("Nobody stands.");
    await celia.page.locator('textarea[name="reason.pt"]').fill("Ninguém ficou como candidato.");
    await celia.press("Propose to cancel");
    await celia.page.waitForURL(/approvals\/./);
    await approveNewest(dario, /^Cancel /);
    const visitor = await Person.visit(house, browser);
    await visitor.goTo(`/elections/${electionId}`);
    await visitor.sees("Nobody stands.");
    await visitor.sees(/Proposed by Celia Comisión, approved by Dario Comisión/);
    await seen.look(visitor.page, "election, cancelled");
    await visitor.goTo(`/elections/${electionId}/call`);
    await visitor.sees("See why it was cancelled");
    await celia.open("/commission");
    await seen.look(celia.page, "commission, one cancelled");
    await celia.open(`/commission/elections/${electionId}/changes`);
    await celia.sees("The election was cancelled: nothing is done in it any more.");
  });

  test("axe found nothing on any page, and no page stumbled", () => {
    expect(seen.count).toBeGreaterThan(15);
    expect(seen.faults).toEqual([]);
    expect([...celia.troubles, ...dario.troubles]).toEqual([]);
  });

  async function approveNewest(person: Person, what: RegExp): Promise<void> {
    await person.open("/commission/approvals");
    await person.page.getByRole("link", { name: what }).first().click();
    await person.page.waitForURL(/approvals\/./);
    await person.proveIfAsked();
    await person.press("Approve and do it");
    await person.sees("Approved and done");
  }
});
