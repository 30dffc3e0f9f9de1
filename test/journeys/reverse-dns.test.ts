// The technical contact delegates the reverse zones of her block in a browser, against real name servers: a wrong one is told of, the right
// ones are confirmed, one is shown as lame, and the delegation is taken back. In three languages, on a phone too; every page looked at by axe.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { changeNetwork, findNetwork, importRegister } from "#app/modules/resources/index.server.ts";
import { watchDelegations } from "#app/modules/reverse-dns/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { aPersonWithAccount } from "../factories/elections.ts";
import { launchBrowser } from "../setup/browser.ts";
import { freePortOn, NameServer } from "../setup/name-server.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { givenBy } from "./house-as-given.ts";
import { PagesSeen, Person } from "./person.ts";

const register = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;
const block = parsePrefix("198.18.0.0/22");
const hosts = { name: "dns.example", records: "ns1 A 127.0.0.1\nns2 A 127.0.0.1\nns3 A 127.0.0.1" };
const zoneNames = [0, 1, 2, 3].map((third) => `${third}.18.198.in-addr.arpa`);

describeWith(["chromium", "knotd"], "reverse DNS in the browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-knot-"));
  const seen = new PagesSeen();
  let server: NameServer;
  let house: RunningHouse;
  let browser: Browser;
  let teresa: Person;

  beforeAll(async () => {
    const port = await freePortOn(["127.0.0.1"]);
    server = new NameServer("127.0.0.1", port, folder);
    await server.serve([hosts, ...zoneNames.slice(0, 3).map((name) => ({ name }))]);
    house = await startHouse();
    Object.assign(house.ground.settings, { dnsResolvers: [`127.0.0.1:${port}`], dnsPort: port });
    browser = await launchBrowser();
    const given = givenBy(house);
    const context = given.context();
    expectOk(await importRegister(context, { path: register }));
    const actor = await aPersonWithAccount(given, "Teresa Técnica", []);
    await given.database.account.updateMany({ data: { language: "en" } });
    if (block === undefined) throw new Error("not a prefix");
    const network = await findNetwork(context, { prefix: block });
    if (network === undefined) throw new Error("no such block");
    expectOk(
      await inTransaction(context, (within) =>
        changeNetwork(within, network.id, network.version, { technicalContactId: actor.accountId }),
      ),
    );
    teresa = await Person.arrive(house, browser, { ...actor, browser: { timezoneId: "America/Montevideo" } });
    await teresa.goTo("/my/reverse-dns");
    await teresa.signInForTheFirstTime();
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a server that does not answer for one zone is named, nothing is changed, and the right range is confirmed", async () => {
    const { page } = teresa;
    await teresa.open("/my");
    await page.locator("main").getByRole("link", { name: "Reverse DNS" }).click();
    await page.getByRole("heading", { name: "Your blocks" }).waitFor();
    await seen.look(page, "my blocks");
    await page.getByRole("link", { name: "198.18.0.0/22" }).click();
    await page.getByRole("link", { name: "Delegate zones" }).click();
    await page.getByLabel("Name servers").fill("192.0.2.1\nns2.dns.example");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("192.0.2.1 is an address").first().waitFor();
    await seen.look(page, "delegating refused");
    await page.getByLabel("Name servers").fill("ns1.dns.example\nns2.dns.example");
    await page.getByLabel("DS records").fill("nonsense\n\n7.18.198.in-addr.arpa. DS 1 8 1 ABCD");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("Line 1 is no DS record: nonsense").first().waitFor();
    await page.getByText("Line 3: digest type 1 is not taken").first().waitFor();
    await page.getByLabel("DS records").fill("");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("Some of it does not fit yet").waitFor();
    expect(await page.getByText("3.18.198.in-addr.arpa").count()).toBeGreaterThan(0);
    await seen.look(page, "checks that found something");
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByLabel("Range").fill("198.18.0.0/23");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("All servers answer authoritatively").waitFor();
    await seen.look(page, "checks that found nothing");
    await page.getByRole("button", { name: "Delegate 2 zones" }).click();
    await page.getByText("The zones are delegated.").first().waitFor();
    expect(await page.getByText("AA · authoritative").count()).toBe(4);
    await page
      .getByText(/in Montevideo|Montevideo/)
      .first()
      .waitFor();
  });

  test("a server that has gone is shown as lame, with the last day on which it answered; then the zone is taken back", async () => {
    const { page } = teresa;
    await server.serve([hosts, { name: zoneNames[0] ?? "" }]);
    house.clock.goTo(new Date(house.clock.now().getTime() + 2 * 86_400_000));
    await watchDelegations(house.ground);
    await teresa.open("/my/reverse-dns/198.18.0.0/22");
    expect(await page.getByText("REFUSED · refuses").count()).toBe(2);
    await seen.look(page, "zones of a block");
    await page.setViewportSize({ width: 320, height: 720 });
    for (const language of ["es", "pt", "en"]) {
      await page.locator("header").getByText(language.toUpperCase(), { exact: true }).first().click();
      await page.locator(`html[lang^=${language}]`).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    // A quarter of an hour later her proof of who she is has gone stale: it is asked for, and the act begins anew.
    house.clock.goTo(new Date(house.clock.now().getTime() + 16 * 60_000));
    await page.getByRole("button", { name: "Take back 1.18.198.in-addr.arpa" }).click();
    await page.waitForURL(/step-up/);
    await teresa.proveIfAsked();
    await page.getByRole("button", { name: "Take back 1.18.198.in-addr.arpa" }).click();
    await page.getByRole("button", { name: "Take back now" }).click();
    await page.getByText("The delegation is taken back.").first().waitFor();
    expect(await page.getByText("1.18.198.in-addr.arpa").count()).toBe(0);
    expect(seen.faults).toEqual([]);
    expect(teresa.troubles.filter((trouble) => !trouble.includes("422"))).toEqual([]);
  });
});
