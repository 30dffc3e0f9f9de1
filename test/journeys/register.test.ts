// The questions that a technical contact asks, answered in the browser: how she manages her organisation's resources, why she sees none,
// and how contacts are changed. Source: MiLACNIC questions and answers. Every page is looked at by axe, and fits a telephone.
import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { findNetwork, importRegister, placeNetwork, setResourceContact } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person } from "./person.ts";

const register = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;

describeWith("chromium", "the register, for who manages resources", () => {
  let house: RunningHouse;
  let browser: Browser;
  let block: Network;
  const people: Record<string, Person> = {};
  const userIds: Record<string, string> = {};
  const seen = new PagesSeen();

  function person(name: string): Person {
    const found = people[name];
    if (found === undefined) throw new Error(`${name} did not arrive`);
    return found;
  }

  /** axe, and nothing wider than the narrowest telephone. */
  async function look(who: Person, name: string): Promise<void> {
    await seen.look(who.page, name);
    const before = who.page.viewportSize();
    await who.page.setViewportSize({ width: 320, height: 700 });
    const width = await who.page.evaluate(() => document.documentElement.scrollWidth);
    if (before !== null) await who.page.setViewportSize(before);
    expect(width, `${name} at 320 pixels`).toBeLessThanOrEqual(320);
  }

  /** Ana is the technical contact of a block, half of it sub-assigned; Berta its holder's administrative, Carla its billing contact. */
  beforeAll(async () => {
    house = await startHouse(async (ground) => {
      expectOk(await importRegister(withActor(ground, { kind: "command-line", name: "journey" }), { path: register }));
    });
    browser = await launchBrowser();
    const { context } = house;
    const prefixes = ["198.18.0.0/22", "198.18.0.0/23"].map(parsePrefix);
    const [whole, half] = prefixes;
    if (whole === undefined || half === undefined) throw new Error("these are prefixes");
    const found = await findNetwork(context, { prefix: whole });
    if (found === undefined) throw new Error("the block is not in the register");
    block = found;
    const { organizationId } = block;
    const accounts: Record<string, string> = {};
    for (const name of ["Ana Paz", "Berta Sol", "Carla Luz"]) {
      const email = `${name.toLowerCase().replace(" ", ".")}@red.example`;
      const created = expectOk(await createAccount(context, { name, email, language: "en" }));
      accounts[name] = created.accountId;
      userIds[name] = created.userId;
      people[name] = await Person.arrive(house, browser, created);
    }
    const accountOf = (name: string) => accounts[name] ?? "";
    expectOk(await setContact(context, { organizationId, role: "administrative", accountId: accountOf("Berta Sol") }));
    expectOk(await setContact(context, { organizationId, role: "billing", accountId: accountOf("Carla Luz") }));
    const resource = { networkId: block.id };
    expectOk(await setResourceContact(context, { resource, role: "technical", accountId: accountOf("Ana Paz") }));
    const placed = await inTransaction(context, (within) =>
      placeNetwork(within, {
        ...{ prefix: half, organizationId, status: "reassigned", name: "CUSTOMER-ONE", isResidential: false },
        ...{ technicalContactId: null, abuseContactId: null, originAsn: null, registeredOn: "2026-03-02" },
      }),
    );
    expectOk(placed);
  });

  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  test("“How do I manage the resources assigned to my organization?”: she signs in, finds the block and sees its use", async () => {
    const ana = person("Ana Paz");
    const { page } = ana;
    await ana.goTo("/my");
    await ana.signInForTheFirstTime();
    await page.getByRole("link", { name: "See my resources" }).click();
    await ana.sees("1 network and 0 AS numbers");
    await look(ana, "my resources");
    await page.getByRole("searchbox", { name: "Search my resources" }).fill("198.18.1.7");
    await page.getByRole("searchbox").press("Enter");
    await ana.sees("for “198.18.1.7”");
    await page.getByRole("link", { name: "198.18.0.0/22" }).click();
    await page.getByRole("heading", { name: "Use of the block" }).waitFor();
    const picture = page.getByRole("img", { name: /one sub-assignment, 512 addresses of 1,024 addresses in use, 50/ });
    await picture.waitFor();
    const parts = page.getByRole("table", { name: /The parts of the block/ });
    await parts.getByRole("link", { name: "198.18.0.0/23" }).waitFor();
    await parts.getByRole("rowheader", { name: "198.18.2.0/23" }).waitFor();
    await look(ana, "a network");
  });

  test("she says which AS number announces the block and where its geofeed is; the history tells who did it, her file says it", async () => {
    const ana = person("Ana Paz");
    const { page } = ana;
    await page.getByRole("link", { name: "Change name, origin AS and geofeed" }).click();
    await page.getByLabel(/Origin AS number/).fill("AS 0");
    await page.getByLabel(/Geofeed/).fill("http://red.example/geofeed.csv");
    await ana.press("Save the changes");
    await ana.sees("Write an AS number from 1 to 4294967295");
    await ana.sees("Write an https address");
    await look(ana, "editing a network");
    await page.getByLabel(/Origin AS number/).fill("64496");
    await page.getByLabel(/Geofeed/).fill("https://red.example/geofeed.csv");
    await ana.press("Save the changes");
    await ana.sees("The change is saved");
    const history = page.getByRole("table", { name: "History" });
    await history.getByText("AS64496").waitFor();
    await history.getByText("Ana Paz").first().waitFor();
    await page.getByRole("link", { name: "https://red.example/geofeed.csv" }).waitFor();
    const file = await page.request.get(`${house.baseUrl}/my/resources/export.csv`);
    const [header, line, ...rest] = (await file.text()).split("\r\n");
    expect(header).toMatch(/^\uFEFFresource,status,name,holder_handle,/);
    expect(line).toMatch(/^198\.18\.0\.0\/22,allocated,,/);
    expect(line).toContain(`,${userIds["Ana Paz"]},AS64496,2015-06-01,0.5`);
    expect(rest).toEqual([""]);
  });

  test("“I don't see any of the IP address blocks. What should I do?”: the billing contact is told who manages them", async () => {
    const carla = person("Carla Luz");
    await carla.goTo("/my/resources");
    await carla.signInForTheFirstTime();
    await carla.sees(`${userIds["Carla Luz"]} manages no network and no AS number`);
    await carla.sees(`Ana Paz (${userIds["Ana Paz"]})`);
    await carla.sees(`Berta Sol (${userIds["Berta Sol"]})`);
    await look(carla, "no resources");
    await carla.page.getByRole("link", { name: /^Information: / }).click();
    await carla.page.getByRole("heading", { name: "Information" }).waitFor();
    expect(await carla.page.getByRole("link", { name: /^Change/ }).count()).toBe(0);
    // What the source advises: whoever looks the block up finds the user ID that manages it in the field tech-c.
    await carla.goTo("/lookup?query=198.18.1.7");
    const whois = await carla.page.getByRole("region", { name: "As WHOIS says it" }).textContent();
    expect(whois).toContain(`owner-c:     ${userIds["Berta Sol"]}`);
    await carla.goTo("/lookup?query=198.18.2.7");
    await carla.page
      .getByRole("region", { name: "As WHOIS says it" })
      .getByText(`tech-c:      ${userIds["Ana Paz"]}`)
      .waitFor();
    await look(carla, "the directory");
  });

  test("“How can I manage the points of contact?”: the administrative contact names one by user ID, another by searching her name", async () => {
    const berta = person("Berta Sol");
    const { page } = berta;
    await berta.goTo("/my/resources");
    await berta.signInForTheFirstTime();
    await page.getByRole("link", { name: /^Information: / }).click();
    await page.getByRole("link", { name: /^Change.*Billing contact/ }).click();
    await page.getByLabel("New contact person").fill(userIds["Ana Paz"] ?? "");
    await page.keyboard.press("Escape");
    await berta.press("Name as billing contact");
    const contacts = page.getByRole("table", { name: "Contacts of the organisation" });
    await contacts.getByText(`${userIds["Ana Paz"]} · ana.paz@red.example`).waitFor();
    await look(berta, "contacts of an organisation");
    await page.getByRole("link", { name: /: Membership contact$/ }).click();
    await page.getByLabel("New contact person").fill("carla l");
    await page.getByRole("option", { name: new RegExp(`Carla Luz.*${userIds["Carla Luz"]}`) }).click();
    await berta.press("Name as membership contact");
    await contacts.getByText(`${userIds["Carla Luz"]} · carla.luz@red.example`).waitFor();
    await house.mailFor("ana.paz@red.example", /Carla Luz is the membership contact/);
  });

  test("the technical contact hands the block over by user ID: the new one sees it at once, and the holder is told", async () => {
    const [ana, carla] = [person("Ana Paz"), person("Carla Luz")];
    await ana.goTo(`/my/resources/${block.id}`);
    await ana.page.getByRole("link", { name: /^Change.*Technical contact/ }).click();
    await look(ana, "naming a contact");
    // On a slow telephone she types before the page wakes; what she typed is there afterwards.
    const wake = await holdScripts(ana.page);
    await ana.page.reload({ waitUntil: "commit" });
    await ana.page.getByLabel("New contact person").fill(userIds["Carla Luz"] ?? "");
    wake();
    const field = ana.page.getByRole("combobox", { name: "New contact person" });
    await field.waitFor();
    expect(await field.inputValue()).toBe(userIds["Carla Luz"]);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    // The list of suggestions is closed: what was typed is a user ID.
    await ana.page.keyboard.press("Escape");
    await ana.press("Name as contact");
    await house.mailFor("carla.luz@red.example", /technical contact manages 198\.18\.0\.0\/22/);
    await house.mailFor("berta.sol@red.example", /technical contact manages 198\.18\.0\.0\/22/);
    await carla.goTo("/my/resources");
    await carla.page.getByRole("link", { name: "198.18.0.0/22" }).waitFor();
    const file = await fetch(`${house.baseUrl}/statistics/delegated-plenic-extended-latest`);
    expect(file.status).toBe(200);
    const again = await fetch(file.url, { headers: { "If-None-Match": file.headers.get("ETag") ?? "" } });
    expect(again.status).toBe(304);
    const sum = await (await fetch(`${file.url}.md5`)).text();
    const words = createHash("md5").update(await file.text());
    expect(sum).toBe(`MD5 (delegated-plenic-extended-latest) = ${words.digest("hex")}\n`);
  });

  test("axe has nothing to say about these pages, and no browser complained", () => {
    expect(seen.faults).toEqual([]);
    expect(seen.count).toBeGreaterThanOrEqual(5);
    const troubles = Object.values(people).flatMap((each) => each.troubles);
    // The form that was refused for its AS number.
    expect(troubles.filter((trouble) => !trouble.includes("422"))).toEqual([]);
  });
});

/** The page's programs arrive only when what this returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
