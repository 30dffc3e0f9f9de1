// Staff make the calendar with a misprint that is explained, send a mail with proof and mend an address that came back; members give their
// vote into other hands, are told of it, and take it back within the cooling-off. Every page is looked at by axe.
import type { Browser } from "playwright-core";
import type { Email } from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverDueCampaigns } from "#app/modules/campaigns/index.server.ts";
import { importBounces } from "#app/modules/notifications/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { aPersonWithAccount, anElection } from "../factories/elections.ts";
import type { ElectionInTest } from "../factories/elections.ts";
import { whenMailReturned } from "#app/reactions.server.ts";
import { aReturnReport } from "../factories/returned-mail.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { givenBy } from "./house-as-given.ts";
import { PagesSeen, Person } from "./person.ts";

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

describeWith("chromium", "staff, their calendar and mails, and members who pass their vote on", () => {
  let house: RunningHouse;
  let browser: Browser;
  let election: ElectionInTest;
  let adela: PersonActor;
  const people = new Map<string, Person>();
  const seen = new PagesSeen();

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    house.clock.goTo(new Date("2026-03-02T15:00:00Z"));
    const given = givenBy(house);
    election = await anElection(given, { weights: [1, 4, 7, 2] });
    adela = await aPersonWithAccount(given, "Adela Administra", []);
    for (const [position, { handle, actor }] of election.voters.entries()) {
      const id = `organization-of-${handle}`;
      const organization = { id, handle, name: `Organización ${handle}`, country: "HN", createdAt: given.clock.now() };
      await given.database.organization.create({ data: organization });
      const contact = (role: "membership" | "administrative", accountId: string) =>
        setContact(given.context(), { organizationId: id, role, accountId });
      expectOk(await contact("membership", actor.accountId));
      if (position === 1) expectOk(await contact("administrative", adela.accountId));
    }
    await given.database.account.updateMany({ data: { language: "en" } });
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  /** Opens a page as somebody: signs in for the first time, or again after the story has gone on for days. */
  async function enter(actor: PersonActor, path: string, options = {}): Promise<Person> {
    const known = people.get(actor.accountId);
    const person = known ?? (await Person.arrive(house, browser, { ...actor, browser: options }));
    person.page.setDefaultTimeout(30_000);
    people.set(actor.accountId, person);
    await person.goTo(path);
    if (known === undefined) {
      await person.signInForTheFirstTime();
      await person.goTo(path);
    } else if (new URL(person.page.url()).pathname === "/sign-in") {
      await person.page.getByLabel("User ID").fill(person.userId);
      await person.page.getByLabel("Password", { exact: true }).fill(person.password);
      await person.page.locator("main").getByRole("button", { name: "Sign in", exact: true }).click();
      await person.page.waitForURL((url) => url.pathname !== "/sign-in");
      await person.goTo(path);
    }
    // Why there: that page asks for a fresh proof before it shows anything, and what is sent afterwards is not held up.
    await person.goTo("/my/profile/email");
    await person.proveIfAsked();
    await person.goTo(path);
    return person;
  }

  test("staff make the calendar from a template; a date in another month is explained and not saved, the right one is published by two", async () => {
    const sara = await enter(election.staff, `/staff/elections/${election.electionId}/calendar`);
    const { page } = sara;
    await page.getByLabel("Template").selectOption("electoral-commission");
    await page.locator("[name=opens]").fill("2026-04-06T18:00");
    await sara.press("Propose the dates");
    await page.waitForURL(/template=electoral-commission/);
    await sara.sees("No problems: it can be saved.");
    await seen.look(page, "calendar from a template");
    const misprinted = page.locator("[name='roll-publication.opensAt']");
    const right = await misprinted.inputValue();
    await misprinted.fill(right.replace("2026-03", "2026-09"));
    await sara.sees(/has a date .* outside the process, which runs from .* Is the month right\?/);
    await seen.look(page, "calendar with a misprint");
    await sara.press("Save");
    await sara.sees(/The calendar was not saved: it has 1 problem/);
    expect(await house.ground.database.calendarStage.count()).toBe(0);
    await misprinted.fill(right);
    await sara.sees("No problems: it can be saved.");
    await sara.press("Save");
    await sara.sees("The calendar was saved.");
    await page.getByLabel(/^Why it is published now/).fill("The commission agreed on these dates.");
    await sara.press("Propose the publication");
    await sara.sees("The publication was proposed.");
    await seen.look(page, "calendar proposed");
    expect(await page.getByRole("button", { name: "Propose the publication" }).count()).toBe(0);
    const proposal = await page.getByRole("link", { name: /^Publish the calendar of/ }).getAttribute("href");
    const celia = await enter(election.commission[0]!, proposal ?? "");
    await celia.sees("The commission agreed on these dates.");
    await seen.look(celia.page, "calendar to approve");
    await celia.press("Approve and do it");
    await celia.sees("Approved and done");
    await sara.goTo(`/staff/elections/${election.electionId}/calendar`);
    await sara.sees(/^The calendar is published\./);
    await seen.look(page, "calendar published");
    await sara.goTo(`/elections/${election.electionId}/calendar`);
    await seen.look(page, "public calendar");
  });

  test("staff allow delegation with a cap, a deadline and a cooling-off; without a deadline it is refused", async () => {
    const { electionId } = election;
    const sara = await enter(election.staff, `/staff/elections/${electionId}/mandates`);
    const { page } = sara;
    expect(await page.getByLabel("An organisation may let another person vote for it").isChecked()).toBe(false);
    await page.getByLabel("Days of cooling-off before the opening").fill("3");
    await page.getByLabel("An organisation may let another person vote for it").check();
    await page.getByLabel("Mandates that one person may be given").fill("1");
    await sara.press("Save the rules");
    await sara.sees("Say until when delegation is possible.");
    await seen.look(page, "rules of mandates");
    await page.locator("[name=endsAt]").fill("2026-04-06T12:00");
    await sara.press("Save the rules");
    await page.waitForURL((url) => url.pathname === `/staff/elections/${electionId}`);
    house.clock.goTo(new Date("2026-03-05T19:00:00Z"));
    await election.frozen();
    await sara.goTo(`/elections/${electionId}/mandates`);
    await sara.sees(/3 days before the opening/);
    await sara.sees("Nobody votes for another organisation");
    await seen.look(page, "public mandates");
  });

  test("a mail is read in three languages, sent to oneself, planned with its stage, leaves at that hour, and its sending is proved", async () => {
    const { electionId, voters } = election;
    const sara = await enter(election.staff, `/staff/elections/${electionId}/mails`);
    const { page } = sara;
    await seen.look(page, "mails of an election");
    await page.getByRole("link", { name: "Roll published" }).click();
    await sara.sees("There are 4 addresses in all.");
    const letter = page.frameLocator("iframe");
    for (const [language, words] of [
      ["es", "El padrón está publicado"],
      ["pt", "O cadastro eleitoral foi publicado"],
      ["en", "The roll is published"],
    ] as const) {
      await page.locator("[name=preview]").selectOption(language);
      await page.locator("[name=reader]").fill(voters[2]!.handle);
      await sara.press("Show");
      await page.waitForURL(new RegExp(`preview=${language}.*${voters[2]!.handle}`));
      await page.locator(`strong[lang=${language}]`, { hasText: words }).waitFor();
      await letter.getByText(`Organización ${voters[2]!.handle}`).first().waitFor();
    }
    // Why without the letter: its frame runs nothing, axe neither.
    await page.locator("iframe").evaluate((frame) => frame.remove());
    await seen.look(page, "one mail");
    await sara.goTo(new URL(page.url()).pathname + new URL(page.url()).search);
    await sara.press("Send me a test");
    await sara.sees("The test is on its way to you.");
    await house.mailFor("sara.soto@people.example", /The roll is published/);
    await page.getByLabel("With its stage of the calendar").check();
    await sara.press("Plan the mail");
    await sara.sees("The mail is planned.");
    await seen.look(page, "mail planned");
    expect(mailsAbout("The roll is published")).toHaveLength(1);
    await deliverDueCampaigns(house.ground);
    expect(await house.ground.database.campaign.count({ where: { state: "planned" } })).toBe(1);
    house.clock.goTo(new Date("2026-03-10T18:01:00Z"));
    await campaignsAreSent();
    expect(mailsAbout("El padrón está publicado|The roll is published")).toHaveLength(5);
    await enter(election.staff, `/staff/elections/${electionId}/calendar`);
    await sara.goTo(`/staff/elections/${electionId}/mails`);
    await sara.sees("4 of 4 sent, 0 in trouble");
    await seen.look(page, "mail sent");
    const proof = await downloadedBy(sara, /Download the proof/);
    for (const { email } of voters) expect(proof).toMatch(new RegExp(`${email},.*,sent,.*,<.*>,250 `));
  });

  test("a mail that comes back shows who cannot be reached; the mended address is taken into the roll by two people", async () => {
    const { electionId, voters } = election;
    const { email, handle, actor } = voters[3]!;
    const mail = mailsAbout("El padrón está publicado").find(({ to }) => to?.some(({ address }) => address === email));
    const report = aReturnReport({
      recipient: email,
      messageId: mail?.messageId ?? "",
      diagnostic: "550 5.1.1 no such mailbox here",
    });
    expect(await importBounces(house.context, [report], whenMailReturned)).toEqual({ bounced: 1, ignored: 0 });
    const sara = await enter(election.staff, `/staff/elections/${electionId}/mails`);
    const { page } = sara;
    await sara.sees("3 of 4 sent, 1 in trouble");
    await page.getByRole("link", { name: "See which, and correct them" }).click();
    await sara.sees("5.1.1 550 5.1.1 no such mailbox here");
    await seen.look(page, "unreachable voters");
    expect(await page.getByRole("link", { name: /Take the new address/ }).count()).toBe(0);
    const dana = await enter(actor, "/my/profile/email");
    await dana.page.locator("main input[name=email]").fill("dana.nueva@members.example");
    await dana.page.locator("main form button[type=submit]").last().click();
    await dana.page.waitForURL(/done=email/);
    await sara.goTo(`/commission/elections/${electionId}/unreachable`);
    await page.getByRole("link", { name: `Take the new address of Organización ${handle} into the roll` }).click();
    await page.getByLabel(/^Reason/).fill("The contact has another address.");
    await seen.look(page, "change of the roll");
    await sara.press("Propose the change");
    await page.waitForURL(/approvals\//);
    const celia = await enter(election.commission[0]!, new URL(page.url()).pathname);
    await celia.sees("d…@members.example");
    await celia.press("Approve and do it");
    await expect.poll(() => addressOf(handle), { timeout: 20_000 }).toBe("dana.nueva@members.example");
    await celia.page.waitForLoadState("networkidle");
    await celia.goTo(`/commission/elections/${electionId}/unreachable`);
    await celia.sees("All addresses receive mail");
    await seen.look(celia.page, "everybody is reachable");
  });

  test("a member gives her vote to another person, the other contacts are told, and the cap holds on the page", async () => {
    const { electionId, voters } = election;
    const [rosa, bruno, dana] = [voters[1]!, voters[2]!, voters[3]!];
    house.clock.goTo(new Date("2026-04-02T15:00:00Z"));
    const giver = await enter(rosa.actor, "/my/mandates", phone);
    await seen.look(giver.page, "my mandates");
    await giver.page.getByLabel("User ID of who will vote").fill(bruno.actor.userId);
    await giver.press("Offer the mandate");
    await giver.sees("The mandate is offered.");
    await seen.look(giver.page, "mandate offered");
    expect(await giver.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await house.mailFor("adela.administra@people.example", new RegExp(bruno.actor.name));
    const taker = await enter(bruno.actor, "/my/mandates");
    await seen.look(taker.page, "mandate to accept");
    await taker.press("Accept and vote for it");
    await taker.sees("You have accepted the mandate");
    await taker.sees("By delegation, in Board");
    await seen.look(taker.page, "mandate held");
    await taker.goTo(`/elections/${electionId}/mandates`);
    await taker.sees(`Organización ${rosa.handle} (${rosa.handle})`);
    await seen.look(taker.page, "public mandates with one");
    const third = await enter(dana.actor, "/my/mandates");
    await third.page.getByLabel("User ID of who will vote").fill(bruno.actor.userId);
    await third.press("Offer the mandate");
    await third.sees("That person already has the most allowed, 1 mandate.");
    await seen.look(third.page, "cap reached");
  });

  test("within the cooling-off nobody gives a mandate any more and the page says why; what was given is taken back", async () => {
    const { electionId, voters } = election;
    house.clock.goTo(new Date("2026-04-04T15:00:00Z"));
    const third = await enter(voters[3]!.actor, "/my/mandates");
    await third.sees("The cooling-off before the opening has begun: mandates no longer change hands.");
    expect(await third.page.getByRole("button", { name: "Offer the mandate" }).count()).toBe(0);
    await seen.look(third.page, "mandates in the cooling-off");
    const giver = await enter(voters[1]!.actor, "/my/mandates");
    await giver.press("Revoke");
    await giver.sees("You have revoked the mandate.");
    await house.mailFor(voters[2]!.email, /revo/i);
    await giver.goTo(`/my/mandates/${voters[1]!.handle}`);
    await giver.sees("Revoked");
    await seen.look(giver.page, "history of mandates");
    await giver.goTo(`/elections/${electionId}/mandates`);
    await giver.sees("Nobody votes for another organisation");
    const taker = await enter(voters[2]!.actor, "/my/mandates");
    expect(await taker.page.getByText("By delegation, in Board").count()).toBe(0);
  });

  test("axe found nothing on any of these pages", () => {
    expect(seen.count).toBeGreaterThan(20);
    expect(seen.faults).toEqual([]);
  });

  function mailsAbout(words: string): readonly Email[] {
    return house.mails.filter(({ subject }) => new RegExp(words).test(subject ?? ""));
  }

  /** The clock's work, until every mail has left and is proved. */
  async function campaignsAreSent(): Promise<void> {
    const waiting = async () => {
      await deliverDueCampaigns(house.ground);
      return house.ground.database.campaign.count({ where: { state: { not: "sent" } } });
    };
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
  }

  async function addressOf(organizationHandle: string): Promise<string> {
    const where = { electionId: election.electionId, organizationHandle };
    return (await house.ground.database.rollEntry.findFirstOrThrow({ where })).contactEmail;
  }
});

async function downloadedBy(person: Person, link: RegExp): Promise<string> {
  const [download] = await Promise.all([
    person.page.waitForEvent("download"),
    person.page.getByRole("link", { name: link }).click(),
  ]);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
