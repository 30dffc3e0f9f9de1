// A person of a story: a browser of her own, what she does in it, and what every page she visits must fulfil.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { issueOneOffPassword } from "#app/modules/accounts/index.server.ts";
import type { RunningHouse } from "../setup/running-house.ts";

export interface PersonWish {
  readonly accountId: string;
  readonly userId: string;
  readonly browser?: BrowserContextOptions;
}

/** Where axe has looked already: a page in the same state need not be looked at for every voter. */
export class PagesSeen {
  readonly faults: string[] = [];
  readonly #seen = new Set<string>();

  /** Looks at the page as it stands now, once for each name. */
  async look(page: Page, name: string): Promise<void> {
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    for (const { id, nodes } of violations)
      this.faults.push(`${name}: ${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }

  get count(): number {
    return this.#seen.size;
  }
}

export class Person {
  readonly page: Page;
  readonly userId: string;
  /** Everything that left this person's browser: addresses and bodies. */
  readonly sent: string[] = [];
  readonly troubles: string[] = [];
  readonly #house: RunningHouse;
  readonly #context: BrowserContext;
  readonly #oneOffPassword: string;
  readonly password: string;

  private constructor(parts: {
    house: RunningHouse;
    context: BrowserContext;
    page: Page;
    userId: string;
    oneOffPassword: string;
  }) {
    this.#house = parts.house;
    this.#context = parts.context;
    this.page = parts.page;
    this.userId = parts.userId;
    this.#oneOffPassword = parts.oneOffPassword;
    this.password = `${parts.userId} eats nine green mangoes`;
    this.#listen();
  }

  static async arrive(house: RunningHouse, browser: Browser, wish: PersonWish): Promise<Person> {
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true, ...wish.browser });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const oneOffPassword = await issueOneOffPassword(house.context, wish.accountId);
    return new Person({ house, context, page, userId: wish.userId, oneOffPassword });
  }

  /** Somebody without an account. */
  static async visit(house: RunningHouse, browser: Browser, wish: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true, ...wish });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return new Person({ house, context, page, userId: "a visitor", oneOffPassword: "" });
  }

  #listen(): void {
    this.page.on("request", (request) =>
      this.sent.push(`${request.method()} ${request.url()}\n${request.postData() ?? ""}`),
    );
    this.page.on("pageerror", (error) => this.troubles.push(String(error)));
    this.page.on("console", (message) => {
      if (message.type() === "error") this.troubles.push(message.text());
    });
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path.startsWith("http") ? path : `${this.#house.baseUrl}${path}`, {
      waitUntil: "networkidle",
    });
    await this.#wakes();
  }

  /** Waits until React has taken over the page that the server wrote: what is typed before may be lost by a test, though not by a form. */
  async #wakes(): Promise<void> {
    await this.page.waitForFunction(() =>
      Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber$")),
    );
  }

  /** From wherever the page asks for it: signs in for the first time and chooses a password. */
  async signInForTheFirstTime(words: SignInWords = english): Promise<void> {
    const { page } = this;
    await page.getByLabel(words.userId).fill(this.userId);
    await page.getByLabel(words.password, { exact: true }).fill(this.#oneOffPassword);
    await page.getByRole("button", { name: words.signIn, exact: true }).last().click();
    // The address changes before the page does, and the page before has a password field too.
    await page.getByRole("button", { name: words.savePassword }).waitFor();
    const fields = page.locator("main input[type=password]");
    if ((await fields.count()) > 1) await fields.first().fill(this.#oneOffPassword);
    await fields.last().fill(this.password);
    await page.getByRole("button", { name: words.savePassword }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/change-password"));
    await page.waitForLoadState("networkidle");
  }

  /** Where a page asks again who sits there. */
  async proveIfAsked(): Promise<void> {
    if (!this.page.url().includes("/step-up")) return;
    const confirm = this.page.getByRole("button", { name: "Confirm" });
    await confirm.waitFor();
    await this.page.locator("main input[type=password]").fill(this.password);
    await confirm.click();
    await this.page.waitForURL((url) => !url.pathname.startsWith("/step-up"));
    await this.page.waitForLoadState("networkidle");
  }

  /** Opens a page however long the person was away: signs in and proves again where she is asked to. */
  async open(path: string): Promise<void> {
    await this.goTo(path);
    if (this.page.url().includes("/sign-in")) {
      await this.page.getByLabel(english.userId).fill(this.userId);
      await this.page.getByLabel(english.password, { exact: true }).fill(this.password);
      await this.page.getByRole("button", { name: english.signIn, exact: true }).last().click();
      await this.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      await this.goTo(path);
    }
    if (!this.page.url().includes("/step-up")) return;
    await this.proveIfAsked();
    await this.goTo(path);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).click();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: "visible" });
  }

  /** Presses, and answers the text of the file that is saved. */
  async save(button: string | RegExp): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press(button)]);
    const stream = await download.createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return { name: download.suggestedFilename(), text: Buffer.concat(pieces).toString("utf8") };
  }

  /** Nothing of what must stay in this browser has left it. */
  expectNeverSent(secrets: readonly string[]): void {
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) {
      const leak = this.sent.find(
        (request) => request.includes(secret) || request.includes(encodeURIComponent(secret)),
      );
      expect(leak?.slice(0, 200), `a secret of ${this.userId} left the browser`).toBeUndefined();
    }
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}

export interface SignInWords {
  readonly userId: string;
  readonly password: string;
  readonly signIn: string;
  readonly savePassword: string;
}

export const english: SignInWords = {
  userId: "User ID",
  password: "Password",
  signIn: "Sign in",
  savePassword: "Save the password",
};
export const spanish: SignInWords = {
  userId: "ID de usuario",
  password: "Contraseña",
  signIn: "Iniciar sesión",
  savePassword: "Guardar la contraseña",
};
