// Voters whom only a national registry knows: the link of a mail instead of an account, a ballot opened before another is cast,
// a lost code sent again, and a vote that the Commission enters by hand.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { ElectionInTest } from "../factories/elections.ts";
import { anElection, opensAt } from "../factories/elections.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { givenBy } from "./house-as-given.ts";
import { PagesSeen, Person } from "./person.ts";

const minute = 60_000;
const passphrase = "four grey herons read the atlas";
const header = "handle,organization_name,contact,email,language,country,votes";
/** The three organisations of the registry. */
const phone = { handle: "HN-VALLE-PLEN", name: "Red del Valle", email: "vera@valle.example", votes: 5 };
const silent = { handle: "BR-PRAIA-PLEN", name: "Rede da Praia", email: "ze@praia.example", votes: 3 };
const offline = { handle: "MX-MONTE-PLEN", name: "Red del Monte", email: "tere@monte.example", votes: 2 };
const list = [phone, silent, offline].map(
  ({ handle, name, email, votes }) =>
    `${handle},${name},Contacto de ${name},${email},es,${handle.slice(0, 2)},${votes}`,
);

const onPhone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: "es-HN",
  colorScheme: "light",
} as const;
const onDesk = { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } as const;

describeWith("chromium", "voters without an account", () => {
  let house: RunningHouse;
  let browser: Browser;
  let election: ElectionInTest;
  let holder: Person;
  const seen = new PagesSeen();
  const desk = mkdtempSync(join(tmpdir(), "plenaria-voters-"));
  const file = (name: string) => join(desk, name);

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    // Why so near: who signs in before the opening is still signed in after it.
    house.clock.goTo(new Date(opensAt.getTime() - 10 * minute));
    election = await anElection(givenBy(house), { weights: [7, 4] });
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    rmSync(desk, { recursive: true, force: true });
  });

  async function arrive(actor: PersonActor): Promise<Person> {
    const { accountId, userId } = actor;
    await house.ground.database.account.update({ where: { id: accountId }, data: { language: "en" } });
    return Person.arrive(house, browser, { accountId, userId, browser: onDesk });
  }

  async function goTo(person: Person, path: string): Promise<void> {
    await person.goTo(path);
    await person.proveIfAsked();
    await person.page.waitForLoadState("networkidle");
  }

  async function linkOf(email: string, nth = 0): Promise<string> {
    await house.mailFor(email, /#code=/);
    const mails = house.mails.filter((mail) => mail.to?.some(({ address }) => address === email));
    const links = mails.flatMap((mail) => /https?:\S+#code=[^\s)>"]+/.exec(mail.text ?? "")?.[0] ?? []);
    const link = links[nth];
    if (link === undefined) throw new Error(`no link ${nth} for ${email}`);
    return link;
  }

  test("staff read the registry's list: a fault is told with its line, and a commissioner approves the mended list", async () => {
    const staff = await arrive(election.staff);
    const path = `/staff/elections/${election.electionId}/voters`;
    await staff.goTo(path);
    await staff.signInForTheFirstTime();
    await goTo(staff, path);
    await seen.look(staff.page, "voter list");
    const choose = async (name: string, lines: readonly string[]) => {
      writeFileSync(file(name), [header, ...lines].join("\n"));
      await staff.page.locator("main input[type=file]").setInputFiles(file(name));
      await staff.page.getByLabel("Reason").fill("The registry's list of 1 March");
      await staff.press("Propose the list");
    };
    await choose("faulty.csv", [list[0] ?? "", "BR-PRAIA-PLEN,Rede da Praia,Zé,no address,pt,BR,3"]);
    await staff.sees("What must be mended");
    await seen.look(staff.page, "voter list with a fault");
    expect(await staff.page.locator("main table").innerText()).toMatch(/3\s+E-mail/);
    await choose("voters.csv", list);
    await staff.sees("3 lines of the proposed list");
    await seen.look(staff.page, "voter list proposed");
    // A refused list answers 422 on purpose.
    expect(staff.troubles.filter((trouble) => !trouble.includes("422"))).toEqual([]);
    await staff.leave();
    const elsa = await arrive(election.commission[2] as PersonActor);
    await elsa.goTo(path);
    await elsa.signInForTheFirstTime();
    await goTo(elsa, path);
    await elsa.sees("The registry's list of 1 March");
    await seen.look(elsa.page, "voter list to approve");
    await elsa.press("Approve and import");
    await elsa.sees("Approved: the list has 3 voters.");
    expect(elsa.troubles).toEqual([]);
    await elsa.leave();
  });

  test("a commission member makes the codes and keeps the encrypted list", async () => {
    await election.withKeys();
    holder = await arrive(election.commission[0] as PersonActor);
    const path = `/commission/elections/${election.electionId}/codes`;
    await holder.goTo(path);
    await holder.signInForTheFirstTime();
    await goTo(holder, path);
    await holder.page.getByRole("button", { name: "Make the codes" }).waitFor();
    for (const field of await holder.page.locator("main input[type=password]").all()) await field.fill(passphrase);
    await holder.press("Make the codes");
    writeFileSync(file("codes.age"), (await holder.save("Save the encrypted list")).text);
    await holder.press("Publish the credentials");
    await holder.sees("Published: 5 credentials");
    const [first, second] = election.commission as [PersonActor, PersonActor];
    await election.bindingly();
    expectOk(await sealByTwo(givenBy(house).context(), election.electionId, [first, second]));
    house.clock.goTo(new Date(opensAt.getTime() + minute));
  });

  // Requirement: CM 8, CM 15, CM 16, CM 21
  test("on a phone she opens the mail's link, opens a ballot before casting, and casts another one", async () => {
    const voter = await Person.visit(house, browser, onPhone);
    const link = await linkOf(phone.email);
    await voter.goTo(link);
    expect(voter.page.url()).not.toContain("code=");
    await voter.page.getByRole("checkbox", { name: "Bruno" }).waitFor();
    await voter.sees(phone.name);
    await seen.look(voter.page, "link booth: ballot");
    await voter.page.getByRole("checkbox", { name: "Bruno" }).check();
    await voter.press("Revisar mi voto");
    await voter.page.getByText("Comprobar el cifrado antes de emitir").click();
    await seen.look(voter.page, "link booth: check offered");
    await voter.press("Preparar la papeleta");
    await voter.page.getByRole("button", { name: "Abrirla y comprobarla" }).waitFor();
    await voter.sees("La papeleta está hecha");
    const opened = await trackerIn(voter, "La papeleta está hecha");
    await seen.look(voter.page, "link booth: ballot prepared");
    await voter.press("Abrirla y comprobarla");
    await voter.sees("La papeleta contiene");
    await seen.look(voter.page, "link booth: ballot opened");
    const holds = await voter.page.locator("details").filter({ hasText: "La papeleta contiene" }).innerText();
    expect(holds).toContain("Bruno");
    expect(holds).not.toContain("Ana");
    const saved = await voter.save("Guardar el archivo de la papeleta abierta");
    writeFileSync(file("opened-ballot.json"), saved.text);
    await voter.press("Preparar otra papeleta");
    await voter.page.getByRole("button", { name: "Abrirla y comprobarla" }).waitFor();
    const prepared = await trackerIn(voter, "La papeleta está hecha");
    expect(prepared).not.toBe(opened);
    await voter.press(/^Emitir el voto de/);
    await voter.sees("Su voto está emitido");
    await seen.look(voter.page, "link booth: done");
    expect(await voter.page.locator("main").innerText()).toContain(prepared);
    const box = await (await fetch(`${house.baseUrl}/elections/${election.electionId}/box/list`)).text();
    expect(box).toContain(prepared);
    expect(box).not.toContain(opened);
    voter.expectNeverSent([codeIn(link), secondIn(link)]);
    expect(voter.sent.filter((request) => /sign-in|\/my\//.test(request))).toEqual([]);
    expect(voter.troubles).toEqual([]);
    await voter.leave();
  });

  test("the opened ballot is checked on another device, which tells of a file that is none", async () => {
    const other = await Person.visit(house, browser, onDesk);
    await other.goTo(`/elections/${election.electionId}/check`);
    await seen.look(other.page, "check");
    await other.page.locator("input[name=opening]").setInputFiles(file("opened-ballot.json"));
    await other.press("Check the ballot");
    await other.sees("The ballot holds");
    await seen.look(other.page, "check: opened ballot");
    const holds = await other.page.locator("dl").last().innerText();
    expect(holds).toContain("Bruno");
    writeFileSync(file("nothing.json"), "{}");
    await other.page.locator("input[name=opening]").setInputFiles(file("nothing.json"));
    await other.press("Check the ballot");
    await other.sees("That file is not a ballot that the booth opened");
    await seen.look(other.page, "check: another file");
    await other.leave();
  });

  // Requirement: S2
  test("with the code of an organisation that did not vote the page shows that nobody voted, and sends nothing of it", async () => {
    const code = codeIn(await linkOf(silent.email));
    const visitor = await Person.visit(house, browser, onPhone);
    await visitor.goTo(`/elections/${election.electionId}/check`);
    await visitor.page.locator("input[name=code]").fill(code);
    await visitor.press("Comprobar en la urna");
    await visitor.sees("No hay ninguna papeleta hecha con este código");
    await visitor.sees("Nadie ha votado en su nombre");
    await seen.look(visitor.page, "check: nobody voted");
    await visitor.page.locator("input[name=code]").fill(codeIn(await linkOf(phone.email)));
    await visitor.press("Comprobar en la urna");
    await visitor.sees("Hay 1 papeleta hecha con este código");
    await seen.look(visitor.page, "check: one ballot");
    visitor.expectNeverSent([code]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  test("the code holder opens the list and sends a lost code again: the same code, to the same address", async () => {
    await goTo(holder, `/commission/elections/${election.electionId}/voter-help`);
    await seen.look(holder.page, "voter help");
    await openList();
    await seen.look(holder.page, "voter help: list open");
    await holder.page.locator("[name=send-handle]").fill("XX-NOBODY-PLEN");
    await holder.press("Send the code again");
    await holder.sees("Nobody on the roll has that handle");
    await holder.page.locator("[name=send-handle]").fill(silent.handle.toLowerCase());
    await holder.press("Send the code again");
    await holder.sees("The code has left for");
    await seen.look(holder.page, "voter help: code sent again");
    await expect.poll(() => linkOf(silent.email, 1).catch(() => undefined), { timeout: minute }).toBeDefined();
    const [earlier, later] = [await linkOf(silent.email), await linkOf(silent.email, 1)];
    expect(codeIn(later)).toBe(codeIn(earlier));
    expect(secondIn(later)).not.toBe(secondIn(earlier));
    holder.expectNeverSent([codeIn(earlier)]);
  });

  // Requirement: CM 8, CM 21
  test("the earlier link is refused plainly, nor does the code alone open anything; typed from the later mail both do", async () => {
    const [earlier, later] = [await linkOf(silent.email), await linkOf(silent.email, 1)];
    const voter = await Person.visit(house, browser, { ...onPhone, locale: "pt-BR" });
    await voter.goTo(earlier);
    await voter.sees("O segundo código não é o do último e-mail");
    await seen.look(voter.page, "link booth: earlier link");
    await voter.page.locator("[name=code]").fill(codeIn(later));
    await voter.page.locator("[name=second]").fill("");
    await voter.press("Continuar");
    await voter.sees("Digite também o segundo código do e-mail");
    await voter.page.locator("[name=second]").fill(secondIn(later).toLowerCase().replaceAll("-", " "));
    await voter.press("Continuar");
    await voter.page.getByRole("checkbox", { name: "Bruno" }).waitFor();
    voter.expectNeverSent([codeIn(later), secondIn(later)]);
    expect(voter.troubles.filter((trouble) => !trouble.includes("403"))).toEqual([]);
    await voter.leave();
  });

  // Requirement: CM 3, CM 6
  test("two commissioners allow a vote by hand, the code holder enters it, and no channel takes a second one", async () => {
    await holder.page.locator("[name=propose-handle]").fill(offline.handle);
    await holder.page.locator("[name=reason]").fill("Tere called from her office: the storm took the line");
    await holder.press("Propose");
    await holder.sees("Proposed: another member of the Commission must approve it.");
    await seen.look(holder.page, "voter help: proposed");
    const second = await arrive(election.commission[1] as PersonActor);
    await second.goTo("/commission/approvals");
    await second.signInForTheFirstTime();
    await second.goTo("/commission/approvals");
    await second.page.getByRole("link", { name: new RegExp(offline.name) }).click();
    await second.page.waitForLoadState("networkidle");
    await second.proveIfAsked();
    await second.page.getByRole("button", { name: "Approve and do it" }).waitFor();
    await seen.look(second.page, "approving a vote by hand");
    await second.press("Approve and do it");
    await second.sees("Approved and done");
    await second.leave();
    // The page where the list is open learns of it by itself.
    await holder.press(/^Enter the vote/);
    await holder.sees(`You are entering the vote of ${offline.name}`);
    await holder.page.getByRole("checkbox", { name: "Ana" }).waitFor();
    await seen.look(holder.page, "vote by hand: ballot");
    await holder.page.getByRole("checkbox", { name: "Ana" }).check();
    await holder.press("Check my vote");
    await seen.look(holder.page, "vote by hand: review");
    await holder.press(/^Cast the vote of/);
    await holder.sees("Your vote is cast");
    await seen.look(holder.page, "vote by hand: done");
    expect(holder.troubles).toEqual([]);
    const late = await Person.visit(house, browser, onPhone);
    await late.goTo(await linkOf(offline.email));
    await late.page.getByRole("checkbox", { name: "Bruno" }).check();
    await late.press("Revisar mi voto");
    await late.press(/^Emitir el voto de/);
    await late.sees("Su voto todavía no se ha emitido");
    await seen.look(late.page, "link booth: refused after a vote by hand");
    await late.leave();
    const ballots = await house.ground.database.rollEntry.count({ where: { hasVoted: true } });
    expect(ballots).toBe(2);
  });

  // Requirement: CM 2
  test("axe found nothing on any page of the story, in any state", () => {
    expect(seen.count).toBeGreaterThan(15);
    expect(seen.faults).toEqual([]);
  });

  async function openList(): Promise<void> {
    await holder.page.locator("input[name=list]").setInputFiles(file("codes.age"));
    await holder.page.locator("main input[type=password]").fill(passphrase);
    await holder.press("Open the list");
    await holder.sees("The list is open: 5 codes");
  }
});

/** The tracker in the paragraph that begins so. */
async function trackerIn(person: Person, beginning: string): Promise<string> {
  const shown = await person.page.locator("p").filter({ hasText: beginning }).locator("code").innerText();
  return shown.replace(/\s/g, "");
}

function codeIn(link: string): string {
  return wordIn(link, "code");
}

function secondIn(link: string): string {
  return wordIn(link, "second");
}

function wordIn(link: string, name: string): string {
  const word = new URLSearchParams(new URL(link).hash.slice(1)).get(name);
  if (word === null) throw new Error(`the link has no ${name}`);
  return word;
}
