// A person and her account: a one-off password, a voting link that survives signing in, the second factor, a lost
// telephone, a forgotten password, sessions that end at once. Every page is looked at by axe.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { authenticatorCode } from "#app/modules/accounts/domain/authenticator.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { launchBrowser } from "../setup/browser.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person } from "./person.ts";

describeWith("chromium", "a person and her account", () => {
  let house: RunningHouse;
  let browser: Browser;
  let maria: Person;
  let recoveryCodes: string[] = [];
  const seen = new PagesSeen();

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const email = "maria.paz@example.org";
    const created = expectOk(
      await createAccount(house.context, {
        userId: "MAP193",
        name: "María Paz",
        email,
        language: "en",
        roles: ["staff"],
      }),
    );
    maria = await Person.arrive(house, browser, created);
  });

  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  test("a voting link keeps its code in the tab, not in the address, while she signs in for the first time", async () => {
    await maria.goTo("/my/sessions#code=7KQ2-M8RT&entry=e1");
    expect(maria.page.url()).not.toContain("7KQ2");
    expect(await maria.page.evaluate(() => sessionStorage.getItem("plenaria.voting-code"))).toBe(
      "#code=7KQ2-M8RT&entry=e1",
    );
    await seen.look(maria.page, "sign-in");
    await maria.signInForTheFirstTime();
    expect(new URL(maria.page.url()).pathname).toBe("/my/sessions");
    await seen.look(maria.page, "sessions");
    maria.expectNeverSent(["7KQ2-M8RT"]);
  });

  test("she turns the second factor on and keeps the recovery codes", async () => {
    const { page } = maria;
    await maria.goTo("/my/second-factor");
    await seen.look(page, "second factor off");
    await maria.press("Turn on");
    await page.getByRole("img", { name: /QR code/ }).waitFor();
    await seen.look(page, "second factor begun");
    const secret = (await page.locator("main code").first().textContent())?.replaceAll(" ", "") ?? "";
    await page.getByLabel("Code of the application").fill(await authenticatorCode(secret, house.clock.now()));
    await maria.press("Turn verification on");
    await maria.sees("Now save your recovery codes");
    await seen.look(page, "recovery codes");
    const saved = await maria.save("Download");
    recoveryCodes = saved.text.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/g) ?? [];
    expect(recoveryCodes).toHaveLength(10);
    await maria.goTo("/my/second-factor");
    await seen.look(page, "second factor on");
  });

  test("“How do I change the display language?”: in the profile for good, at the top of any page for now", async () => {
    const { page } = maria;
    const speaks = (language: string) => page.locator(`html[lang^=${language}]`).waitFor();
    await maria.goTo("/my/profile");
    await page.getByRole("radio", { name: "Español" }).check();
    await maria.press("Save the changes");
    await maria.sees("Su perfil está guardado");
    await speaks("es");
    await page.locator("header").getByText("PT", { exact: true }).first().click();
    await speaks("pt");
    await maria.goTo("/my/sessions");
    await speaks("pt");
    await seen.look(page, "sessions in Portuguese");
    await maria.goTo("/my/profile");
    expect(await page.getByRole("radio", { name: "Español" }).isChecked(), "what was chosen for good stays").toBe(true);
    await page.getByRole("radio", { name: "English" }).check();
    await maria.press("Salvar as alterações");
    await maria.sees("Your profile is saved");
    await speaks("en");
  });

  test("without JavaScript and with a recovery code she signs in elsewhere, once", async () => {
    const elsewhere = await browser.newContext({ locale: "en-US", javaScriptEnabled: false });
    const page = await elsewhere.newPage();
    for (const isFirst of [true, false]) {
      await page.goto(`${house.baseUrl}/sign-in?next=/my/profile`);
      await page.getByLabel("User ID").fill("map193");
      await page.getByLabel("Password", { exact: true }).fill(maria.password);
      await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
      await page.getByLabel("Verification code").fill(recoveryCodes[0] ?? "");
      await page.getByRole("button", { name: "Verify and sign in" }).click();
      if (!isFirst) break;
      await page.waitForURL("**/my/profile");
      await page.context().clearCookies();
    }
    await page.getByText("The code is not valid or was used before").first().waitFor();
    await elsewhere.close();
  });

  test("a quarter of an hour later something sensitive asks for a proof", async () => {
    house.clock.goTo(new Date(house.clock.now().getTime() + 16 * 60_000));
    await maria.goTo("/my/profile/email");
    expect(maria.page.url()).toContain("/step-up");
    await seen.look(maria.page, "step-up");
    await maria.page.getByLabel("Password", { exact: true }).fill(maria.password);
    await maria.page.getByLabel("Verification code").fill(recoveryCodes[1] ?? "");
    await maria.press("Confirm");
    await maria.page.getByLabel("New address").waitFor();
    await seen.look(maria.page, "e-mail");
    await maria.page.getByLabel("New address").fill("maria@example.net");
    await maria.press("Change the e-mail address");
    await maria.sees("Your e-mail address was changed");
    await seen.look(maria.page, "profile");
    await house.mailFor("maria.paz@example.org", /maria@example\.net/);
    await house.mailFor("maria@example.net", /maria@example\.net/);
  });

  test("a forgotten password is replaced through the mail, which ends her session at once", async () => {
    const elsewhere = await browser.newContext({ locale: "pt-BR" });
    const other = await elsewhere.newPage();
    await other.goto(`${house.baseUrl}/sign-in`, { waitUntil: "networkidle" });
    await other.getByRole("link", { name: "Esqueci minha senha" }).click();
    await other.waitForURL("**/forgotten-password");
    await other.getByLabel("ID de usuário").fill("MAP193");
    await seen.look(other, "forgotten password");
    await other.getByRole("button", { name: "Enviar o link" }).click();
    await other.getByText("enviamos um link").waitFor();
    await seen.look(other, "forgotten password, sent");
    const mail = await house.mailFor("maria@example.net", /reset-password/);
    const link = /http\S+\/reset-password#\S+/.exec(mail.text ?? "")?.[0] ?? "";
    await other.goto(link, { waitUntil: "networkidle" });
    await other.getByText("MAP193").waitFor();
    expect(other.url(), "the token is taken out of the address").toBe(`${house.baseUrl}/reset-password`);
    await seen.look(other, "reset password");
    await other.getByLabel("Nova senha", { exact: true }).fill("nove mangas verdes na rede");
    await other.getByRole("button", { name: "Salvar a senha" }).click();
    await other.getByText("Sua nova senha está salva").waitFor();
    await maria.goTo("/my/sessions");
    expect(maria.page.url()).toContain("/sign-in");
    await other.goto(link, { waitUntil: "networkidle" });
    await other.getByText("O link não funciona mais").waitFor();
    await seen.look(other, "reset password, spent");
    const withoutScript = await browser.newContext({ locale: "pt-BR", javaScriptEnabled: false });
    const plain = await withoutScript.newPage();
    await plain.goto(link.replace("#token=", "/"));
    await plain.getByLabel("O link do e-mail").fill(link);
    await plain.getByLabel("Nova senha", { exact: true }).fill("dez mangas verdes na rede");
    await plain.getByRole("button", { name: "Salvar a senha" }).click();
    await plain.getByText("já foi usado").first().waitFor();
    await withoutScript.close();
    house.clock.goTo(new Date(house.clock.now().getTime() + 3 * 60_000));
    await other.goto(`${house.baseUrl}/forgotten-password`, { waitUntil: "networkidle" });
    await other.getByLabel("endereço de e-mail").fill("Maria@example.net");
    await other.getByRole("button", { name: "Enviar o link" }).click();
    await other.getByText("enviamos um link").waitFor();
    await vi.waitFor(() => expect(resetsFor("maria@example.net")).toBe(2), 60_000);
    await elsewhere.close();
  });

  function resetsFor(address: string): number {
    const arrived = house.mails.filter(({ to }) => to?.some((each) => each.address === address));
    return arrived.filter(({ text }) => text?.includes("/reset-password#")).length;
  }

  test("the demonstration's mailbox shows her mails, with links that can be pressed", async () => {
    const { page } = maria;
    await maria.goTo("/demonstration/mailbox?person=maria");
    await seen.look(page, "mailbox");
    await page
      .getByRole("link", { name: /Replace your password/ })
      .first()
      .click();
    await page.getByRole("link", { name: /reset-password/ }).waitFor();
    await seen.look(page, "mail");
    await maria.goTo("/demonstration/mailbox?person=nobody");
    await maria.sees("No mail for that person");
    await seen.look(page, "mailbox, nobody");
  });

  test("axe found nothing on any of these pages", () => {
    expect(seen.count).toBeGreaterThan(14);
    expect(seen.faults).toEqual([]);
  });
});
