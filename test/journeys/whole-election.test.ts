// The whole election as its people live it, each in a browser of their own: staff, three trustees, five voters of different weights,
// with real mails. On every page axe finds nothing; what must stay in a browser stays there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { candidates, fillElection } from "./election-form.ts";
import { announceIn } from "./house-as-given.ts";
import type { Mandate } from "./mandates.ts";
import { freezeByTwo } from "./freeze-by-two.ts";
import { fiveMandates, threeOfOnePerson } from "./mandates.ts";
import { english, PagesSeen, Person, spanish } from "./person.ts";
import { publicPages } from "./public-pages.ts";
import { expectOnlyCiphertexts } from "./sent-ballots.ts";
import { tabTo } from "./tab-to.ts";

const seedFolder = fileURLToPath(new URL("../../prisma/seed", import.meta.url));

describeWith("chromium", "the whole election in browsers", () => {
  let house: RunningHouse;
  let browser: Browser;
  const seen = new PagesSeen();
  const downloads = mkdtempSync(join(tmpdir(), "plenaria-downloads-"));
  const trustees: { person: Person; name: string; backup: string; passphrase: string }[] = [];
  let staff: Person;
  let mandates: Mandate[];
  /** One person's three. */
  let threeMandates: readonly Mandate[];
  let electionId = "";
  let closesAt = new Date();
  const trackers: string[] = [];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const { context } = house;
    expectOk(
      await importRegister(context, {
        path: join(seedFolder, "demonstration-register.txt"),
        namesPath: join(seedFolder, "demonstration-names.csv"),
        namesAttribution: "",
        seed: 7,
      }),
    );
    mandates = await fiveMandates(house);
    threeMandates = await threeOfOnePerson(house, mandates);
    staff = await arriveWithRole("Lucía Ferreira", "staff");
    for (const name of ["Mateo Rivas", "Beatriz Nunes", "Kofi Charles"]) {
      trustees.push({
        person: await arriveWithRole(name, "commission"),
        name,
        backup: "",
        passphrase: `${name} keeps seven blue umbrellas`,
      });
    }
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    rmSync(downloads, { recursive: true, force: true });
  });

  async function arriveWithRole(name: string, role: Role): Promise<Person> {
    const email = `${name.split(" ")[0]?.toLowerCase()}@association.example`;
    const language: Language = "en";
    const account = expectOk(await createAccount(house.context, { name, email, language, roles: [role] }));
    return Person.arrive(house, browser, account);
  }

  test("staff create the election and propose the roll from the register, which a commissioner approves", async () => {
    const { page } = staff;
    await staff.goTo("/staff/elections/new");
    await seen.look(page, "sign in");
    await staff.signInForTheFirstTime();
    await seen.look(page, "new election");
    await fillElection(page, house.clock.now());
    closesAt = new Date(`${await page.locator("[name=closesAt]").inputValue()}:00Z`);
    await staff.press("Create the election");
    await page.waitForURL(/\/staff\/elections\/[A-Za-z0-9]{14}/);
    electionId = /elections\/([A-Za-z0-9]{14})/.exec(page.url())?.[1] ?? "";
    await seen.look(page, "election desk");
    await announceIn(house, electionId);
    await freezeByTwo(staff, trustees[0]!.person, seen);
    const entries = await house.ground.database.rollEntry.findMany({ where: { electionId } });
    expect(entries.length).toBeGreaterThanOrEqual(10);
    for (const mandate of mandates) {
      expect(entries.find(({ organizationHandle }) => organizationHandle === mandate.handle)?.votes).toBe(
        mandate.votes,
      );
    }
  });

  // Requirement: CM 46
  test("each trustee makes a key in the browser, keeps an encrypted file, and sends only what is public or sealed", async () => {
    for (const trustee of trustees) {
      const { person } = trustee;
      await person.goTo(`/commission/elections/${electionId}/key`);
      // The first has signed in already, to approve the roll.
      if (person.page.url().includes("/sign-in")) await person.signInForTheFirstTime();
      await person.proveIfAsked();
      await seen.look(person.page, "key ceremony: passphrase");
      await person.page.getByRole("button", { name: "Make my key" }).waitFor();
      for (const field of await person.page.locator("main input[type=password]").all())
        await field.fill(trustee.passphrase);
      await person.press("Make my key");
      await person.page.getByRole("button", { name: "Save the file" }).waitFor();
      await seen.look(person.page, "key ceremony: file");
      const saved = await person.save("Save the file");
      expect(saved.text).toContain("-----BEGIN AGE ENCRYPTED FILE-----");
      trustee.backup = join(downloads, saved.name);
      writeFileSync(trustee.backup, saved.text);
      await person.press("I saved it: go on");
      await openWithFile(person.page, trustee, "Check, and publish my certificate");
      await person.page
        .getByText(/For now, wait|Round 2/)
        .first()
        .waitFor();
    }
    for (const { person } of trustees) {
      const same = person.page.getByRole("button", { name: "It is the same: send my shares" });
      await same.waitFor();
      await seen.look(person.page, "key ceremony: compare");
      await same.click();
    }
    const fingerprints = [];
    for (const { person } of trustees) {
      await person.sees("The election's key exists and is right");
      await seen.look(person.page, "key ceremony: done");
      fingerprints.push(await person.page.locator("main code").last().innerText());
    }
    expect(new Set(fingerprints).size, "all trustees see the same key").toBe(1);
  });

  test("each trustee rehearses the decryption with the file from disk", async () => {
    for (const trustee of trustees) {
      await trustee.person.goTo(`/commission/elections/${electionId}/rehearsal`);
      await trustee.person.proveIfAsked();
      await seen.look(trustee.person.page, "rehearsal");
      await openWithFile(trustee.person.page, trustee, "Rehearse with this file");
      await trustee.person.sees("Your key decrypts");
    }
  });

  // Requirement: CM 48
  test("two trustees sign the final roll in their browsers, and the public page names them", async () => {
    for (const trustee of trustees.slice(0, 2)) {
      const { person } = trustee;
      await person.goTo(`/commission/elections/${electionId}/roll`);
      await person.proveIfAsked();
      await person.page.getByRole("checkbox", { name: /I have looked at the roll/ }).check();
      await seen.look(person.page, "signing the roll");
      await person.page.locator("main input[type=password]").fill(trustee.passphrase);
      await person.press("Sign the roll");
      await person.sees("You have signed this roll");
      person.expectNeverSent([trustee.passphrase]);
    }
    const { page } = trustees[0]!.person;
    await page.goto(`${house.baseUrl}/elections/${electionId}/roll`);
    for (const { name } of trustees.slice(0, 2)) await page.getByText(name).first().waitFor();
  });

  test("a commission member's browser makes the voting codes and the box is sealed", async () => {
    const { person, passphrase } = trustees[0]!;
    await person.goTo(`/commission/elections/${electionId}/codes`);
    await person.proveIfAsked();
    await seen.look(person.page, "codes");
    await person.page.getByRole("button", { name: "Make the codes" }).waitFor();
    for (const field of await person.page.locator("main input[type=password]").all()) await field.fill(passphrase);
    await person.press("Make the codes");
    await person.page.getByRole("button", { name: "Save the encrypted list" }).waitFor();
    await seen.look(person.page, "codes made");
    expect((await person.save("Save the encrypted list")).text).toContain("-----BEGIN AGE ENCRYPTED FILE-----");
    await person.press("Publish the credentials");
    await person.sees(/Published: \d+ credentials/);
    await person.goTo(`/commission/elections/${electionId}/seal`);
    await person.proveIfAsked();
    await seen.look(person.page, "seal proposing");
    await person.page.locator("main [name=reason]").fill("Compared by phone with two trustees");
    await person.press("Propose to seal the ballot box");
    await person.sees("Your proposal waits for another member of the Commission");
    const sealer = trustees[1]!.person;
    await sealer.goTo("/commission/approvals");
    await seen.look(sealer.page, "approvals");
    await sealer.goTo(`/commission/elections/${electionId}/seal`);
    await sealer.proveIfAsked();
    await seen.look(sealer.page, "seal");
    await sealer.page.getByRole("checkbox", { name: /I have compared the fingerprints/ }).check();
    await sealer.press("Seal the ballot box");
    await sealer.press("Yes, seal the box");
    await sealer.page.waitForURL((url) => !url.pathname.endsWith("/seal"));
    const mail = await house.mailFor(mandates[0]!.email, /#code=/);
    for (const { person: member } of trustees) member.expectNeverSent([codeIn(mail.text ?? "")]);
  });

  // Requirement: CM 1, CM 4, CM 12, CM 16, CM 23, CM 44, V1, V3, V6
  test("a voter on a phone follows the link of the mail, signs in, votes and finds her tracker in the box", async () => {
    const mandate = mandates[0]!;
    const mail = await house.mailFor(mandate.email, /#code=/);
    const voter = await Person.arrive(house, browser, {
      ...mandate,
      browser: {
        viewport: { width: 360, height: 740 },
        isMobile: true,
        hasTouch: true,
        locale: "es-HN",
        colorScheme: "dark",
      },
    });
    await voter.goTo(linkIn(mail.text ?? ""));
    await voter.signInForTheFirstTime(spanish);
    await voter.page.getByRole("checkbox", { name: candidates[0] }).waitFor();
    await voter.sees("Esta es una votación real");
    await voter.sees("Su voto todavía no se ha emitido");
    await seen.look(voter.page, "booth on a phone, dark, Spanish");
    await voter.page.getByRole("checkbox", { name: candidates[0] }).check();
    await voter.page.getByRole("checkbox", { name: candidates[2] }).check();
    await voter.press("Continuar con el asunto 2 de 2");
    await voter.sees("Asunto 2 de 2");
    await seen.look(voter.page, "second contest on a phone, dark, Spanish");
    await voter.page.getByRole("radio", { name: "Sí" }).check();
    await voter.press("Revisar mi voto");
    await voter.sees("Revise su voto antes de emitirlo");
    await seen.look(voter.page, "review on a phone, dark, Spanish");
    await voter.page.getByRole("button", { name: /^Emitir el voto de/ }).click();
    await voter.sees("Su voto está emitido");
    await seen.look(voter.page, "done on a phone, dark, Spanish");
    const done = await voter.page.locator("main").innerText();
    for (const candidate of candidates)
      expect(done, "the confirmation must not show the choice").not.toContain(candidate);
    trackers.push(await trackerOn(voter.page));
    voter.expectNeverSent([codeIn(mail.text ?? "")]);
    expectOnlyCiphertexts(voter, candidates);
    expect(voter.page.url()).not.toContain("code=");
    const receipt = await house.mailFor(mandate.email, new RegExp(escapeForPattern(trackers[0]!)));
    for (const candidate of candidates) expect(receipt.text).not.toContain(candidate);
    expect(voter.troubles).toEqual([]);
    await voter.leave();
  });

  // Requirement: CM 2, V2, V5
  test("a voter who uses nothing but the keyboard casts a ballot", async () => {
    const mandate = mandates[1]!;
    const mail = await house.mailFor(mandate.email, /#code=/);
    const voter = await Person.arrive(house, browser, mandate);
    await voter.goTo(linkIn(mail.text ?? ""));
    await voter.signInForTheFirstTime(english);
    const { page } = voter;
    await page.getByText("You may choose up to 2 candidates").first().waitFor();
    await tabTo(page, (name) => name.includes(candidates[1]));
    await page.keyboard.press("Space");
    await tabTo(page, (name) => name.includes("Go on to contest 2 of 2"));
    await page.keyboard.press("Enter");
    await voter.sees("Contest 2 of 2");
    await tabTo(page, (name) => name.includes("Yes"));
    await page.keyboard.press("Space");
    await tabTo(page, (name) => name.includes("Check my vote"));
    await page.keyboard.press("Enter");
    await voter.sees("Check your vote before casting it");
    await voter.sees("You chose 1 of 2 possible. It is a valid vote.");
    await tabTo(page, (name) => name.startsWith("Cast the vote of"));
    await page.keyboard.press("Enter");
    await voter.sees("Your vote is cast");
    trackers.push(await trackerOn(page));
    await voter.leave();
  });

  // Requirement: CM 13
  test("a voter votes blank", async () => {
    await voteWith(mandates[2]!, ["Blank vote"]);
  });

  test("a voter types the code by hand, votes, and votes again: both ballots are in the box", async () => {
    const mandate = mandates[3]!;
    const mail = await house.mailFor(mandate.email, /#code=/);
    const code = codeIn(mail.text ?? "");
    const voter = await Person.arrive(house, browser, mandate);
    await voter.goTo(`/my/elections/${electionId}/vote`);
    await voter.signInForTheFirstTime();
    await seen.look(voter.page, "booth: code");
    await voter.page.getByLabel("Voting code").fill(`${code.slice(0, -2)}zz`);
    await voter.press("Continue");
    await voter.sees(/That (code is not complete|is not the code)/);
    await voter.page.getByLabel("Voting code").fill(code.replaceAll("-", " "));
    await voter.press("Continue");
    await chooseAndCast(voter, [candidates[0]]);
    const first = await trackerOn(voter.page);
    await voter.goTo(`/my/elections/${electionId}/vote`);
    await voter.page.getByLabel("Voting code").fill(code);
    await voter.press("Continue");
    await chooseAndCast(voter, [candidates[1], candidates[2]]);
    trackers.push(await trackerOn(voter.page));
    expect(trackers.at(-1)).not.toBe(first);
    await voter.goTo(`/elections/${electionId}/box?tracker=${encodeURIComponent(first)}`);
    await voter.sees(/replaced|later ballot/i);
    voter.expectNeverSent([code, code.replaceAll("-", " ")]);
    await voter.leave();
  });

  // Requirement: CM 14, V4
  test("the fifth voter chooses one candidate, and a choice too many is explained and keeps what was chosen", async () => {
    const mandate = mandates[4]!;
    const voter = await enterBooth(mandate);
    for (const candidate of candidates.slice(0, 2)) await voter.page.getByRole("checkbox", { name: candidate }).check();
    await voter.page.getByRole("checkbox", { name: candidates[2] }).click();
    await voter.sees(/You have already chosen 2 candidates/);
    expect(await voter.page.getByRole("checkbox", { name: candidates[0] }).isChecked()).toBe(true);
    expect(await voter.page.getByRole("checkbox", { name: candidates[2] }).isChecked()).toBe(false);
    await voter.page.getByRole("checkbox", { name: candidates[1] }).uncheck();
    await chooseAndCast(voter, []);
    trackers.push(await trackerOn(voter.page));
    await voter.leave();
  });

  // Requirement: R5
  test("a voter with three mandates votes the same for two of them, and the third stays without a vote", async () => {
    const [first, second, third] = threeMandates as [Mandate, Mandate, Mandate];
    const voter = await Person.arrive(house, browser, first);
    const linkFor = async ({ email, organizationName }: Mandate) =>
      linkIn((await house.mailFor(email, new RegExp(`${escapeForPattern(organizationName)}[^]*#code=`))).text ?? "");
    await voter.goTo(await linkFor(first));
    await voter.signInForTheFirstTime();
    const { page } = voter;
    const box = ({ organizationName }: Mandate) => page.getByRole("checkbox", { name: organizationName });
    await box(first).waitFor();
    await page.getByText("Code ready").first().waitFor();
    expect(await box(first).isChecked()).toBe(true);
    expect(await box(second).isChecked()).toBe(false);
    await seen.look(page, "booth: three mandates");
    await box(second).check();
    expect(await box(third).isChecked()).toBe(false);
    await voter.press("Continue");
    await voter.sees(`Voting code of ${second.organizationName}`);
    await page.getByRole("textbox", { name: "Voting code" }).fill(codeIn(await linkFor(second)));
    await voter.press("Continue");
    await page.getByRole("checkbox", { name: candidates[0] }).check();
    await voter.press(/Go on to contest 2 of 2/);
    await page.getByRole("radio", { name: "Yes" }).check();
    await voter.press("Check my vote");
    await voter.sees(/The same ballot for 2 organisations/);
    await page.getByText("Check the encryption before casting").click();
    await page.getByRole("radio", { name: second.organizationName }).check();
    await voter.press("Prepare the ballot");
    await voter.sees("The ballot is made. Its tracker is");
    await seen.look(page, "review: two organisations");
    const review = await page.locator("main").innerText();
    for (const { organizationName } of [first, second]) expect(review).toContain(organizationName);
    await voter.press(/^Cast 2 ballots/);
    await voter.sees("1 of 2 ballots are cast; a short pause");
    expect(await page.getByText("In the box", { exact: true }).count()).toBe(1);
    expect(await page.locator("main code").count(), "the tracker of the one that is cast is there at once").toBe(1);
    await seen.look(page, "casting: a pause between two organisations");
    await voter.press("Cast the others now, without pauses");
    await voter.sees("Your 2 votes are cast");
    await seen.look(page, "done: two organisations");
    for (const tracker of await page.locator("main code").allInnerTexts()) trackers.push(tracker.replace(/\s/g, ""));
    await voter.sees(new RegExp(`vote for ${escapeForPattern(third.organizationName)}`));
    await voter.leave();
  });

  // Requirement: CM 15, CM 30, S1
  test("anybody reads the box live, finds a tracker, and downloads an archive that verifies before the close", async () => {
    const visitor = await Person.arrive(house, browser, mandates[0]!);
    for (const [name, path] of Object.entries(publicPages(electionId))) {
      await visitor.goTo(path);
      await seen.look(visitor.page, `public: ${name}`);
    }
    await visitor.goTo(`/elections/${electionId}/box`);
    const box = await visitor.page.locator("main").innerText();
    for (const tracker of trackers) expect(box).toContain(tracker);
    expect(verifyArchive(await download())).toMatchObject({ verdict: "valid", stage: "open", counts: { ballots: 8 } });
    await visitor.goTo(`/elections/${electionId}/result`);
    expect(await visitor.page.locator("main").innerText()).not.toMatch(/Bruno Carvalho\s+\d/);
    await visitor.leave();
  });

  test("at the closing instant the box closes by itself, two trustees open the sum, and the result is right", async () => {
    const before = await download();
    house.clock.goTo(closesAt);
    for (const trustee of trustees.slice(0, 2)) {
      const { person } = trustee;
      await person.goTo(`/commission/elections/${electionId}/sum`);
      await person.proveIfAsked();
      await person.page.getByRole("button", { name: "Open my key and check the sum" }).waitFor();
      await seen.look(person.page, "open the sum");
      await person.page.locator("main input[type=password]").fill(trustee.passphrase);
      await person.press("Open my key and check the sum");
      await person.sees(/Checked: the sum is made of/);
      await person.press("Open my part of the sum");
      await person.page
        .getByText(/Your part is open|The result is published/)
        .first()
        .waitFor();
    }
    const { page } = staff;
    await staff.goTo(`/elections/${electionId}/result`);
    await page.getByText(candidates[1]).first().waitFor();
    await seen.look(page, "result");
    const archive = await download();
    const report = verifyArchive(archive, { previous: before });
    expect(report).toMatchObject({ verdict: "valid", stage: "result", counts: { ballots: 8, countedBallots: 7 } });
    const [first, second, third, fourth, fifth] = mandates.map(({ votes }) => votes) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const same = (threeMandates[0]?.votes ?? 0) + (threeMandates[1]?.votes ?? 0);
    const expected = [third, first + fifth + same, second + fourth, first + fourth];
    expect(report.result?.[0]?.map(Number)).toEqual(expected);
    const all = first + second + third + fourth + fifth + same;
    expect(report.result?.[1]?.map(Number)).toEqual([all, 0, 0]);
    const text = await page.locator("main").innerText();
    for (const votes of expected) expect(text).toMatch(new RegExp(`\\b${votes}\\b`));
  });

  // Requirement: CM 2
  test("axe found nothing on any page of the story, in any state", () => {
    expect(seen.count).toBeGreaterThan(20);
    expect(seen.faults).toEqual([]);
  });

  async function download(): Promise<Uint8Array> {
    const response = await fetch(`${house.baseUrl}/elections/${electionId}/archive`);
    expect(response.headers.get("Content-Disposition")).toContain(`${electionId}.bel`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async function enterBooth(mandate: Mandate): Promise<Person> {
    const mail = await house.mailFor(mandate.email, /#code=/);
    const voter = await Person.arrive(house, browser, mandate);
    await voter.goTo(linkIn(mail.text ?? ""));
    await voter.signInForTheFirstTime();
    await voter.page.getByRole("checkbox", { name: candidates[0] }).waitFor();
    return voter;
  }

  async function voteWith(mandate: Mandate, choices: readonly string[]): Promise<void> {
    const voter = await enterBooth(mandate);
    await chooseAndCast(voter, choices);
    trackers.push(await trackerOn(voter.page));
    await voter.leave();
  }
});

async function chooseAndCast(voter: Person, choices: readonly string[]): Promise<void> {
  for (const choice of choices) await voter.page.getByRole("checkbox", { name: choice }).check();
  await voter.press(/Go on to contest 2 of 2/);
  await voter.page.getByRole("radio", { name: "Yes" }).check();
  await voter.press("Check my vote");
  await voter.page.getByRole("button", { name: /^Cast the vote of/ }).click();
  await voter.sees("Your vote is cast");
}

async function openWithFile(
  page: Page,
  trustee: { backup: string; passphrase: string },
  button: string,
): Promise<void> {
  await page.locator("main input[type=file]").setInputFiles(trustee.backup);
  await page.locator("main input[type=password]").fill(trustee.passphrase);
  await page.getByRole("button", { name: button }).click();
}

function linkIn(text: string): string {
  return /http:\/\/localhost:\d+\/my\/elections\/\S+#code=\S+/.exec(text)?.[0] ?? "no link in the mail";
}

function codeIn(text: string): string {
  return decodeURIComponent(/#code=([^&\s]+)/.exec(text)?.[1] ?? "no code in the mail");
}

async function trackerOn(page: Page): Promise<string> {
  const text = await page.locator("main code").first().innerText();
  expect(text.replace(/\s/g, "")).toMatch(/^[A-Za-z0-9+/]{43}$/);
  return text.replace(/\s/g, "");
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
