// “How do I register a sub-assignment?”, in the browser: the block, the size and the range, the recipient, the preview; then what the
// world reads in WHOIS, RDAP and the directory. And what comes after: the file, transfer, resize, return, undo. Axe looks at every page.
import { connect } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { findNetwork, importRegister, setResourceContact } from "#app/modules/resources/index.server.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person } from "./person.ts";

const register = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;

/** What a stranger's whois program reads. */
function askWhois(port: number, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let heard = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (heard += chunk));
    socket.on("end", () => resolve(heard));
    socket.on("error", reject);
    socket.write(`${question}\r\n`);
  });
}

function linesOf(whois: string): string[] {
  return whois.split("\r\n").filter((line) => line !== "" && !line.startsWith("%"));
}

describeWith("chromium", "sub-assignments, in the browser", () => {
  let house: RunningHouse;
  let browser: Browser;
  let ana: Person;
  let known: { readonly handle: string; readonly name: string };
  const seen = new PagesSeen();

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const { context } = house;
    expectOk(await importRegister(context, { path: register }));
    const [prefix, holders] = [parsePrefix("198.18.0.0/22"), await listOrganizationLines(context, "all")];
    const [block, other] = [
      prefix && (await findNetwork(context, { prefix })),
      holders.find((each) => each.opaqueId === "102"),
    ];
    if (block === undefined || other === undefined) throw new Error("the fixture has a block, and a holder 102");
    known = other;
    const made = expectOk(await createAccount(context, { name: "Ana Paz", email: "ana@red.example", language: "en" }));
    const { accountId } = made;
    expectOk(await setResourceContact(context, { resource: { networkId: block.id }, role: "technical", accountId }));
    ana = await Person.arrive(house, browser, made);
  });

  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  /** axe, and nothing wider than the narrowest telephone. */
  async function look(name: string): Promise<void> {
    const { page } = ana;
    await seen.look(page, name);
    const before = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at 320 pixels`).toBe(320);
    if (before !== null) await page.setViewportSize(before);
  }

  /** Confirms, and reads WHOIS until it says it: the promise is a second. */
  async function confirms(button: string, promise: { readonly ask: string; readonly says: string }): Promise<string[]> {
    await ana.page.getByRole("button", { name: button, exact: true }).click();
    await ana.page.getByRole("status").filter({ hasText: /\w/ }).first().waitFor();
    const until = performance.now() + 10_000;
    for (;;) {
      const lines = linesOf(await askWhois(house.whoisPort, promise.ask));
      if (lines.includes(promise.says)) return lines;
      if (performance.now() > until) throw new Error(`WHOIS does not say ${promise.says}:\n${lines.join("\n")}`);
    }
  }

  test("“How do I register a sub-assignment?”: block, size, proposed range, recipient by name, preview; the world reads it", async () => {
    const { page } = ana;
    await ana.goTo("/my/resources");
    await ana.signInForTheFirstTime();
    await page.getByRole("link", { name: "198.18.0.0/22" }).click();
    await page.locator("main").getByRole("link", { name: "Sub-assignments" }).click();
    await ana.sees("Nothing of this block has been given on");
    await look("a block without sub-assignments");
    await page.locator("main").getByRole("link", { name: "Sub-assign", exact: true }).click();
    await page.getByLabel("Size").selectOption({ label: "/24 (256 addresses)" });
    await ana.press("Propose a range");
    await ana.sees("Proposed: 198.18.0.0/24");
    await look("choosing the range");
    await page.getByRole("link", { name: "Continue with this range" }).click();
    await page.getByRole("searchbox", { name: "Search the recipient by name" }).fill(known.name.slice(0, 8));
    await page.getByRole("searchbox", { name: "Search the recipient by name" }).press("Enter");
    await look("choosing the recipient");
    await page.getByRole("link", { name: new RegExp(known.handle) }).click();
    await page.getByLabel("Name of the network").fill("SUCURSAL-NORTE");
    await ana.press("Preview");
    await ana.sees("Nothing has changed yet");
    const promised = (await page.getByRole("region", { name: "Then: WHOIS" }).textContent()) ?? "";
    expect(promised).toContain(`ownerid:     ${known.handle}`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Nothing has changed yet");
    await look("the preview");
    expect(linesOf(await askWhois(house.whoisPort, "198.18.0.7"))[0]).toBe("inetnum:     198.18.0.0/22");
    const lines = await confirms("Sub-assign", { ask: "198.18.0.7", says: `ownerid:     ${known.handle}` });
    expect(lines).toEqual(expect.arrayContaining(["inetnum:     198.18.0.0/24", "status:      reassigned"]));
    expect(lines).toContain("inetnum-up:  198.18.0.0/22");
    // The preview is what is read now, line for line.
    for (const line of lines) expect(promised).toContain(line);
    const rdap = await fetch(`${house.baseUrl}/rdap/ip/198.18.0.7`);
    expect(await rdap.json()).toMatchObject({ handle: "198.18.0.0/24", name: "SUCURSAL-NORTE" });
    const seenAt = await page.getByRole("link", { name: "See it in the directory" }).getAttribute("href");
    const stranger = await Person.visit(house, browser);
    await stranger.goTo(seenAt ?? "");
    await stranger.page.getByRole("heading", { name: "198.18.0.0/24" }).waitFor();
    await stranger.sees(known.name);
    await stranger.leave();
  });

  test("what the rule refuses is said with the reason: the whole block, and longer than /24 without reverse resolution", async () => {
    const { page } = ana;
    await ana.goTo("/my/sub-assignments/198.18.0.0-22/new?range=198.18.0.0/22");
    await ana.sees("It may not be given to one customer at once");
    await look("a range refused");
    await page.getByLabel("Range", { exact: true }).fill("198.18.1.0/25");
    await ana.press("Use this range");
    await page.getByLabel("Identifier of the recipient").fill(known.handle);
    await ana.press("Preview");
    await ana.sees("Delegate reverse resolution first");
    await look("a sub-assignment refused");
    expect(linesOf(await askWhois(house.whoisPort, "198.18.1.0/25"))[0]).toBe("inetnum:     198.18.0.0/22");
  });

  test("a range is drawn on the map, and its recipient is registered on the way", async () => {
    const { page } = ana;
    await ana.goTo("/my/sub-assignments/198.18.0.0-22/new");
    // Why by hand and not with dragTo: it is the path between that draws.
    const [from, to] = [page.locator("[data-cell]").nth(-1), page.locator("[data-cell]").nth(-20)];
    await from.hover();
    await page.mouse.down();
    await to.hover();
    await page.mouse.up();
    await ana.sees("You chose 198.18.2.0/23");
    await page.getByRole("link", { name: "Continue with this range" }).click();
    await page.getByRole("link", { name: "A new organisation" }).click();
    const fields = {
      "Name of the organisation": "Cooperativa Río Plátano",
      "Street and number": "Barrio El Centro 12",
    };
    const more = { City: "Tegucigalpa", Phone: "+504 2234 5678", "Name of its contact": "Elsa Ríos" };
    for (const [label, value] of Object.entries({ ...fields, ...more })) await page.getByLabel(label).fill(value);
    await page.getByLabel("E-mail of its contact").fill("elsa@platano.example");
    await page.getByLabel("Country").fill("H1");
    await ana.press("Preview");
    await page.getByText("A country is two letters, like UY.").first().waitFor();
    await look("a new recipient");
    await page.getByLabel("Country").fill("HN");
    await ana.press("Preview");
    await ana.sees(/198\.18\.2\.0\/23 will be sub-assigned to Cooperativa Río Plátano/);
    const says = "owner:       Cooperativa Río Plátano";
    const lines = await confirms("Sub-assign", { ask: "198.18.3.255", says });
    expect(lines).toContain("person:      Elsa Ríos");
    await look("the list");
    const file = await page.request.get(`${house.baseUrl}/my/sub-assignments/198.18.0.0-22/export.csv`);
    const rows = (await file.text()).trim().split(/\r?\n/).slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^198\.18\.2\.0\/23,Cooperativa Río Plátano,HN-/);
  });

  test("a customer's range shrinks, goes to another customer, comes back, and the last act is undone", async () => {
    const { page } = ana;
    await page.getByRole("link", { name: "Resize 198.18.2.0/23" }).click();
    await page.getByLabel("New range").selectOption("198.18.2.0/24");
    await look("resizing");
    await ana.press("Preview");
    await ana.sees("Nothing has changed yet");
    await confirms("Resize", { ask: "198.18.2.9", says: "inetnum:     198.18.2.0/24" });
    expect(linesOf(await askWhois(house.whoisPort, "198.18.3.9"))[0]).toBe("inetnum:     198.18.0.0/22");
    await page.getByRole("link", { name: "Transfer 198.18.2.0/24" }).click();
    await page.getByLabel("Identifier of the recipient").fill(known.handle);
    await look("transferring");
    await ana.press("Preview");
    await ana.sees(/198\.18\.2\.0\/24 will go to/);
    await look("the preview of a transfer");
    await confirms("Transfer", { ask: "198.18.2.9", says: `ownerid:     ${known.handle}` });
    await page.getByRole("link", { name: "Return 198.18.0.0/24" }).click();
    await look("returning");
    await ana.press("Preview");
    await ana.sees("Then: 198.18.0.0/24 is free");
    await look("the preview of a return");
    await confirms("Return", { ask: "198.18.0.7", says: "inetnum:     198.18.0.0/22" });
    await page.getByRole("button", { name: /^Undo.*Returned, 198\.18\.0\.0\/24$/ }).click();
    await ana.sees("It is undone");
    const file = await page.request.get(`${house.baseUrl}/my/sub-assignments/198.18.0.0-22/export.csv`);
    expect(await file.text()).toMatch(/198\.18\.0\.0\/24,.*\r\n198\.18\.2\.0\/24,/);
    await look("after an undo");
  });

  test("axe has nothing to say about these pages, and no browser complained", () => {
    expect(seen.faults).toEqual([]);
    expect(seen.count).toBeGreaterThanOrEqual(12);
    // The forms that were refused.
    expect(ana.troubles.filter((trouble) => !trouble.includes("422"))).toEqual([]);
  });
});
