// Resources that came from another registry: the hostmaster notes who asks and sends a one-time password, and the user who was mailed
// it becomes the contact and sees them at once. Question of the source: "How do I update the information … not assigned to me by LACNIC?"
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person } from "./person.ts";

describeWith("chromium", "legacy resources", () => {
  let house: RunningHouse;
  let browser: Browser;
  let hostmaster: Person;
  let ana: Person;
  let ownerId = "";
  const seen = new PagesSeen();

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const path = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;
    expectOk(await importRegister(house.context, { path }));
    const holders = await listOrganizationLines(house.context, "all");
    ownerId = holders.find(({ opaqueId }) => opaqueId === "101")?.handle ?? "";
    const arrive = async (userId: string, name: string, roles: readonly "staff"[]) => {
      const email = `${userId.toLowerCase()}@example.org`;
      const made = await createAccount(house.context, { userId, name, email, language: "en", roles: [...roles] });
      return Person.arrive(house, browser, expectOk(made));
    };
    hostmaster = await arrive("HIH101", "Hilda Hostmaster", ["staff"]);
    ana = await arrive("ANP102", "Ana Paz", []);
  });

  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  test("the hostmaster marks the entity, notes who asks, and sends a password that the desk never shows", async () => {
    const { page } = hostmaster;
    await hostmaster.goTo("/staff/legacy");
    await hostmaster.signInForTheFirstTime();
    await hostmaster.proveIfAsked();
    await page.getByLabel("OWNER-ID").last().fill(ownerId);
    await hostmaster.press("Mark");
    await hostmaster.sees("The entity is marked.");
    await page.getByLabel("OWNER-ID").first().fill(ownerId);
    await page.getByLabel("User ID").fill("ANP102");
    await page.getByLabel("Who asked").fill("ana@example.org");
    await page.getByLabel("What shows it").fill("Trade register of Honduras, called back");
    await hostmaster.press("Note the request");
    await hostmaster.sees("The request is noted.");
    await page.getByRole("button", { name: `Send the password of ${ownerId} to ANP102` }).click();
    await hostmaster.sees("The password is on its way");
    await seen.look(page, "the hostmaster's desk");
  });

  test("with OWNER-ID and password she becomes the contact, and her start page has the resources", async () => {
    const { page } = ana;
    const mail = await house.mailFor("anp102@example.org", /One-time password/);
    const password = /[0-9a-z]{5}(-[0-9a-z]{5}){3}-[0-9a-z]{6}/.exec(mail.text ?? "")?.[0] ?? "";
    expect(await hostmaster.page.content()).not.toContain(password);
    await ana.goTo("/my");
    await ana.signInForTheFirstTime();
    await page.getByRole("link", { name: "Legacy resources" }).click();
    await page.getByLabel("OWNER-ID").fill(ownerId);
    await page.getByLabel("One-time password").fill("7zzzz-zzzzz-zzzzz-zzzzz-zzzzzz");
    await ana.press("Become the contact");
    await ana.sees("OWNER-ID and password do not belong to a valid request of your user.");
    await seen.look(page, "a refused password");
    await page.getByLabel("One-time password").fill(password);
    await ana.press("Become the contact");
    await ana.sees("You are now the administrative contact");
    await seen.look(page, "legacy resources claimed");
    await ana.goTo("/my/resources");
    for (const resource of ["198.18.0.0/22", "2001:db8::/36", "AS64496"]) await ana.sees(resource);
    await hostmaster.goTo("/staff/legacy");
    await hostmaster.sees("Wrong password");
    expect(seen.faults).toEqual([]);
  });
});
