// The story of a candidate: proposed by mail, she accepts on a telephone, fills the file, is endorsed, reviewed, published,
// asked and answers. Every page is looked at by axe.
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { createElection, createElectionInput } from "#app/modules/elections/index.server.ts";
import { changeClass } from "#app/modules/membership/index.server.ts";
import { createOrganization, setContact } from "#app/modules/organizations/index.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person } from "./person.ts";

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const;
const email = "zulema.zapata@elsewhere.example";
const day = 24 * 60 * 60_000;

describeWith("chromium", "a candidate", () => {
  let house: RunningHouse;
  let browser: Browser;
  let zulema: Page;
  let hers: BrowserContext;
  let electionId: string;
  let handleOfSupporter: string;
  let candidacyId: string;
  const people = new Map<string, Person>();
  const seen = new PagesSeen();
  const troubles: string[] = [];

  async function account(name: string, roles: readonly Role[] = []) {
    const address = `${name.split(" ")[0]?.toLowerCase()}@members.example`;
    return expectOk(await createAccount(house.context, { name, email: address, language: "en", roles: [...roles] }));
  }

  async function member(name: string, contact: string): Promise<string> {
    const { organizationId, handle } = expectOk(await createOrganization(house.context, { name, country: "HN" }));
    expectOk(await changeClass(house.context, { organizationId, class: "founding", from: "2002-10-31" }));
    const { accountId, userId } = await account(contact);
    expectOk(await setContact(house.context, { organizationId, role: "membership", accountId }));
    people.set(contact, await Person.arrive(house, browser, { accountId, userId }));
    return handle;
  }

  async function call(commissionerIds: readonly string[]): Promise<string> {
    const now = house.clock.now().getTime();
    const title = { es: "Comisión Electoral", en: "Electoral Commission", pt: "Comissão Eleitoral" };
    const input = createElectionInput.parse({
      title,
      hasCall: true,
      contests: [{ kind: "candidates", bodyKey: "electoral-commission", title, seats: 1, maxChoices: 1 }],
      trusteeAccountIds: commissionerIds,
      trusteeThreshold: 2,
      rollDate: new Date(now + 20 * day).toISOString().slice(0, 10),
      opensAt: new Date(now + 40 * day),
      closesAt: new Date(now + 47 * day),
    });
    const created = expectOk(await createElection(house.context, input));
    await house.ground.database.contest.updateMany({
      data: {
        rules: { capPerCitizenship: 1, endorsementsNeeded: 1, incompatibleBodies: [] },
        staying: [
          {
            name: "Marta Silva",
            citizenships: ["BR"],
            employerGroup: "",
            bodyKey: "electoral-commission",
            from: "2024-01-01",
            until: "2026-12-31",
          },
        ],
      },
    });
    return created.electionId;
  }

  function person(name: string): Person {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody of the story is called ${name}`);
    return found;
  }

  async function goTo(path: string): Promise<void> {
    await zulema.goto(path.startsWith("http") ? path : `${house.baseUrl}${path}`, { waitUntil: "networkidle" });
  }

  /** Nothing on a telephone is wider than the telephone. */
  async function expectNoSideways(): Promise<void> {
    const tooWide = await zulema.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, zulema.url()).toBeLessThanOrEqual(0);
  }

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    await member("Red Uno", "Ana Alvarez");
    handleOfSupporter = await member("Red Dos", "Bruno Beltran");
    await member("Red Tres", "Carla Castro");
    const celia = await account("Celia Comision", ["commission"]);
    people.set("Celia", await Person.arrive(house, browser, celia));
    const others = [await account("Dario Comision", ["commission"]), await account("Elsa Comision", ["commission"])];
    people.set("Dario", await Person.arrive(house, browser, others[0]!));
    electionId = await call([celia, ...others].map(({ accountId }) => accountId));
    hers = await browser.newContext({ locale: "en-US", ...phone });
    zulema = await hers.newPage();
    zulema.setDefaultTimeout(60_000);
    zulema.on("pageerror", (error) => troubles.push(String(error)));
  });

  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  test("the call says what is open, who is barred and why, and how to nominate", async () => {
    await goTo(`/elections/${electionId}/call`);
    await zulema.getByText("You can propose candidates now").waitFor();
    await zulema.getByText("Marta Silva stays in office; the most is 1").waitFor();
    await seen.look(zulema, "call");
    await expectNoSideways();
    await goTo(`/elections/${electionId}/candidates`);
    await zulema.getByText("The list has not been published yet").waitFor();
    await seen.look(zulema, "candidates, not published");
  });

  test("a membership contact proposes her, and a barred citizenship is refused with its reason", async () => {
    const ana = person("Ana Alvarez");
    await ana.goTo(`/my/elections/${electionId}/nominate`);
    await ana.signInForTheFirstTime();
    await ana.page.getByRole("link", { name: "Propose myself" }).click();
    await ana.sees("By proposing yourself you accept");
    await seen.look(ana.page, "nominate, myself");
    await ana.page.getByRole("link", { name: "Propose somebody else" }).click();
    await ana.page.getByLabel("Name of the person").fill("Zulema Zapata");
    await ana.page.getByLabel("E-mail of the person").fill(email);
    await ana.page.getByLabel("Country of residence").selectOption("UY");
    await ana.page.getByLabel("Citizenship", { exact: true }).selectOption("BR");
    await ana.page.getByLabel("Employer", { exact: true }).fill("Universidad del Sur");
    await ana.page.getByLabel("Why you propose this person").fill("She knows the region.");
    await seen.look(ana.page, "nominate, somebody else");
    await ana.press("Send the nomination");
    await ana.sees(/Nobody with the citizenship of Brazil can be elected this time/);
    await seen.look(ana.page, "nominate, refused");
    await ana.page.getByLabel("Citizenship", { exact: true }).selectOption("UY");
    await ana.press("Send the nomination");
    await ana.sees("The nomination is made");
    await seen.look(ana.page, "my candidacies, proposed");
  });

  test("she follows her two mails on a telephone, chooses a password and accepts", async () => {
    const welcome = await house.mailFor(email, /reset-password/);
    const nominated = await house.mailFor(email, /my\/candidacies/);
    await goTo(/http\S+\/reset-password#\S+/.exec(welcome.text ?? "")?.[0] ?? "");
    await zulema.getByLabel("New password", { exact: true }).fill("nine green mangoes at sea");
    await zulema.getByRole("button", { name: "Save the password" }).click();
    await zulema.getByText(/new password is saved/i).waitFor();
    const link = /http\S+\/my\/candidacies\/\S+/.exec(nominated.text ?? "")?.[0] ?? "";
    candidacyId = link.split("/").at(-1) ?? "";
    await goTo(link);
    const userId = /\b[A-Z]{3}\d+\b/.exec(nominated.text ?? "")?.[0] ?? "";
    await zulema.getByLabel("User ID").fill(userId);
    await zulema.getByLabel("Password", { exact: true }).fill("nine green mangoes at sea");
    await zulema.getByRole("button", { name: "Sign in", exact: true }).last().click();
    await zulema.getByText("Proposed by Red Uno").waitFor();
    await seen.look(zulema, "accept");
    await expectNoSideways();
    await zulema.getByLabel("Second citizenship").selectOption("AR");
    await zulema.getByRole("button", { name: "Accept the candidacy" }).click();
    await zulema.getByText("Something is missing in your file").waitFor();
    await seen.look(zulema, "desk, incomplete");
    await expectNoSideways();
    await house.mailFor("ana@members.example", /accepted/);
  });

  test("her biography saves itself while she writes", async () => {
    await goTo(`/my/candidacies/${candidacyId}/biography`);
    await seen.look(zulema, "biography");
    await expectNoSideways();
    await zulema.getByRole("textbox", { name: /Spanish/ }).pressSequentially("Nací en la costa.");
    await zulema.getByText("Saved.", { exact: true }).waitFor();
    await zulema.getByRole("textbox", { name: /English/ }).fill("I was born on the coast.");
    await zulema.getByText("Saved.", { exact: true }).waitFor();
    await goTo(`/my/candidacies/${candidacyId}/biography`);
    expect(await zulema.getByRole("textbox", { name: /Spanish/ }).inputValue()).toBe("Nací en la costa.");
    await zulema.getByLabel("Link 1").fill("javascript:alert(1)");
    await zulema.getByRole("button", { name: "Save" }).click();
    await zulema.getByLabel("Link 1").fill("https://zulema.example");
    await zulema.getByRole("button", { name: "Save" }).click();
    await zulema.waitForURL(`**/my/candidacies/${candidacyId}`);
  });

  test("she answers the questionnaire and gives a photograph", async () => {
    await goTo(`/my/candidacies/${candidacyId}/questionnaire`);
    await seen.look(zulema, "questionnaire");
    await expectNoSideways();
    for (const group of await zulema.locator("main fieldset").all()) {
      const wanted = /Do you have the time|Do you accept/.test(await group.innerText()) ? "Yes" : "No";
      await group.getByText(wanted, { exact: true }).click();
    }
    await zulema.getByLabel(/What experience/).fill("Twenty years of networks.");
    await zulema.getByLabel(/Why do you want/).fill("For an open association.");
    await zulema.getByRole("button", { name: "Save" }).click();
    await zulema.waitForURL(`**/my/candidacies/${candidacyId}`);
    await goTo(`/my/candidacies/${candidacyId}/photo`);
    await seen.look(zulema, "photo");
    const picture = await sharp({ create: { width: 900, height: 1200, channels: 3, background: "#448866" } })
      .jpeg()
      .toBuffer();
    const upload = zulema.getByLabel("Choose a photograph");
    await upload.setInputFiles({ name: "me.txt", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
    await zulema.getByRole("button", { name: "Save the photograph" }).click();
    await zulema.getByText("The picture could not be read").first().waitFor();
    await seen.look(zulema, "photo, refused");
    await upload.setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: picture });
    await zulema.getByRole("button", { name: "Save the photograph" }).click();
    await zulema.getByText("This is how it will look").waitFor();
    await expectNoSideways();
  });

  test("she asks a member for its support, which its membership contact gives", async () => {
    await goTo(`/my/candidacies/${candidacyId}/endorsements`);
    await zulema.getByLabel("Handle of the organisation").fill(handleOfSupporter.toLowerCase());
    await zulema.getByRole("button", { name: "Ask for the endorsement" }).click();
    await zulema.getByText("Red Dos has been asked").waitFor();
    await seen.look(zulema, "endorsements");
    const mail = await house.mailFor("bruno@members.example", /endorse/);
    const bruno = person("Bruno Beltran");
    await bruno.goTo(/http\S+\/endorse/.exec(mail.text ?? "")?.[0] ?? "");
    await bruno.signInForTheFirstTime();
    await bruno.sees("Zulema Zapata asks for your organisation's endorsement");
    await seen.look(bruno.page, "endorse");
    await bruno.press("Endorse the candidacy");
    await bruno.sees("Your organisation endorses this candidacy");
    await bruno.goTo("/my");
    await bruno.sees("Zulema Zapata");
    await goTo(`/my/candidacies/${candidacyId}`);
    await zulema.getByText("Your file is complete").waitFor();
    await seen.look(zulema, "desk, complete");
    await goTo(`/my/candidacies/${candidacyId}/preview`);
    await zulema.getByText("This is exactly what voters will see").waitFor();
    await seen.look(zulema, "preview");
    await expectNoSideways();
  });

  test("a commissioner declares that she has no conflict, admits her and proposes the list", async () => {
    const celia = person("Celia");
    await celia.goTo(`/commission/elections/${electionId}/candidacies`);
    await celia.signInForTheFirstTime();
    await celia.sees("All rules met");
    await seen.look(celia.page, "review, all");
    await celia.page.getByRole("link", { name: "Zulema Zapata" }).click();
    await celia.sees("Before you see the file");
    expect(await celia.page.getByText("Twenty years of networks").count()).toBe(0);
    await seen.look(celia.page, "review, before the declaration");
    await celia.page.getByText("I have no conflict").click();
    await celia.press("Declare");
    await celia.sees("Twenty years of networks");
    await seen.look(celia.page, "review");
    await celia.page.getByText("Admit", { exact: true }).click();
    await celia.press("Decide and tell by mail");
    await celia.sees("Admitted");
    await house.mailFor(email, /has admitted/);
    await celia.goTo(`/commission/elections/${electionId}/candidacies`);
    await celia.page.getByLabel("For the person who approves it").fill("Minutes of 3 March.");
    await celia.press("Propose the publication");
    await celia.sees("Proposed by Celia Comision");
    await seen.look(celia.page, "review, proposed");
  });

  test("another commissioner reads the list and approves it; only then everybody sees it", async () => {
    await goTo(`/elections/${electionId}/candidates`);
    await zulema.getByText("The list has not been published yet").waitFor();
    const dario = person("Dario");
    await dario.goTo("/commission/approvals");
    await dario.signInForTheFirstTime();
    await dario.open("/commission/approvals");
    await dario.page.getByRole("link", { name: /Publish the list of candidates/ }).click();
    await dario.page.waitForURL(/approvals\//);
    await dario.open(new URL(dario.page.url()).pathname);
    await dario.sees("Zulema Zapata");
    await seen.look(dario.page, "proposal to publish the list");
    await dario.press("Approve and do it");
    await dario.sees("Approved and done");
  });

  test("everybody reads her page, in another language with a mark where her text is missing", async () => {
    await goTo(`/elections/${electionId}/candidates`);
    await zulema.getByText("In alphabetical order of the name").waitFor();
    await seen.look(zulema, "candidates");
    await expectNoSideways();
    await zulema.getByRole("link", { name: /The whole candidacy/ }).click();
    await zulema.getByText("I was born on the coast.").waitFor();
    await seen.look(zulema, "candidate");
    await expectNoSideways();
    const elsewhere = await browser.newContext({ locale: "pt-BR", javaScriptEnabled: false });
    const reader = await elsewhere.newPage();
    await reader.goto(`${house.baseUrl}/candidates/${candidacyId}`);
    await reader.getByText("Falta o texto em português. Idioma do texto a seguir: Espanhol").waitFor();
    const photo = await reader.request.get(
      `${house.baseUrl}${(await reader.locator("main img").first().getAttribute("src")) ?? ""}`,
    );
    expect(photo.headers()).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": expect.stringContaining("nosniff") as string,
      "content-security-policy": expect.stringContaining("default-src 'none'") as string,
    });
    await elsewhere.close();
  });

  test("a member asks, the commission blacks out a name, and she answers", async () => {
    const carla = person("Carla Castro");
    await carla.goTo(`/my/elections/${electionId}/ask`);
    await carla.signInForTheFirstTime();
    await carla.page.getByLabel("Your question").fill("What about the fees of Pedro?");
    await seen.look(carla.page, "ask");
    await carla.press("Send the question");
    await carla.sees("awaits the commission's review");
    const celia = person("Celia");
    await celia.goTo(`/commission/elections/${electionId}/questions`);
    await celia.page.getByLabel(/Black out these passages/).fill("of Pedro");
    await celia.page.getByLabel(/^Reason/).fill("A private person.");
    await seen.look(celia.page, "moderation");
    await celia.press("Save the decision");
    await celia.sees("Published");
    await goTo(`/my/candidacies/${candidacyId}/questions`);
    await zulema.getByLabel("Your answer").fill("They should follow the costs.");
    await seen.look(zulema, "answer questions");
    await zulema.getByRole("button", { name: "Publish the answer" }).click();
    await zulema.getByText("Your answer is published").waitFor();
    await goTo(`/elections/${electionId}/questions`);
    await zulema.getByText("What about the fees █████?").waitFor();
    await zulema.getByText("They should follow the costs.").waitFor();
    await seen.look(zulema, "questions");
    await expectNoSideways();
  });

  test("she withdraws, and her page says so", async () => {
    await goTo(`/my/candidacies/${candidacyId}/withdraw`);
    await seen.look(zulema, "withdraw");
    await zulema.getByLabel("I withdraw my candidacy").check();
    await zulema.getByRole("button", { name: "Withdraw for good" }).click();
    await zulema.getByText("Withdrawn").first().waitFor();
    await goTo(`/candidates/${candidacyId}`);
    await zulema.getByText("Withdrawn").first().waitFor();
    await seen.look(zulema, "candidate, withdrawn");
  });

  test("axe found nothing on any of these pages, and no page threw", () => {
    expect(seen.count).toBeGreaterThan(25);
    expect(seen.faults).toEqual([]);
    // A refused form answers 422 on purpose.
    const seenInConsoles = [...people.values()]
      .flatMap((each) => each.troubles)
      .filter((line) => !line.includes("422"));
    expect([...troubles, ...seenInConsoles]).toEqual([]);
  });
});
