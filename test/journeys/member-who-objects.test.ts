// A member objects to the roll on a telephone in Spanish; a commissioner decides with reasons; two people change the roll; she reads the answer.
// Every page is looked at by axe.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withActor } from "#app/platform/context.server.ts";
import { aContestedRoll } from "../commands/claims/claims-in-test.ts";
import { launchBrowser } from "../setup/browser.ts";
import type { Given } from "../setup/databases.ts";
import { describeWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person, spanish } from "./person.ts";

const phone = { locale: "es-419", viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const desk = { locale: "es-419" };
const words = "Tenemos un bloque IPv4 desde 2019 y pagamos la cuota. Lo sabe Juana Pérez, de su oficina.";

describeWith("chromium", "a member who objects", () => {
  let house: RunningHouse;
  let browser: Browser;
  let rosa: Person;
  let celia: Person;
  let dario: Person;
  let electionId = "";
  let proposal = "";
  const seen = new PagesSeen();

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    house.clock.goTo(new Date("2026-03-02T15:00:00Z"));
    // The factory of the commands' tests, on the database of the running house.
    const given = {
      settings: house.ground.settings,
      database: house.ground.database,
      context: ({ actor }: { actor?: Parameters<typeof withActor>[1] } = {}) =>
        withActor(house.ground, actor ?? house.context.actor),
    } as unknown as Given;
    const contested = await aContestedRoll(given);
    electionId = contested.election.electionId;
    const [first, second] = contested.election.commission;
    rosa = await Person.arrive(house, browser, { ...contested.rosa, browser: phone });
    celia = await Person.arrive(house, browser, { ...first!, browser: desk });
    dario = await Person.arrive(house, browser, { ...second!, browser: desk });
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  test("on her telephone she says what is wrong, and gets a number on the page and by mail", async () => {
    const { page } = rosa;
    await rosa.goTo(`/my/elections/${electionId}/claims/new`);
    await rosa.signInForTheFirstTime(spanish);
    await rosa.goTo(`/my/elections/${electionId}/claims/new`);
    await rosa.sees("Redes del Reclamo");
    await seen.look(page, "new claim");
    await rosa.press("Enviar el reclamo");
    await rosa.sees("Elija qué está mal.");
    await seen.look(page, "new claim, incomplete");
    await page.getByLabel("Mi organización no está en el padrón").check();
    await page.getByLabel("Su reclamo").fill(words);
    await rosa.press("Enviar el reclamo");
    await rosa.sees("Recibimos su reclamo n.º 1");
    await seen.look(page, "own claims");
    const mail = await house.mailFor("rosa.reclama@people.example", /Recibimos su reclamo n\.º 1/);
    expect(mail.text).not.toContain("Juana");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });

  test("a commissioner strikes a name out and proposes a decision with reasons", async () => {
    const { page } = celia;
    await celia.goTo(`/commission/elections/${electionId}/claims`);
    await celia.signInForTheFirstTime(spanish);
    await celia.goTo(`/commission/elections/${electionId}/claims`);
    await seen.look(page, "claims desk");
    await page.getByRole("link", { name: "N.º 1: Padrón" }).click();
    await celia.sees("Confidencial");
    await seen.look(page, "claim desk");
    await page.getByLabel("Texto para publicar").fill(words.replace("Juana Pérez", "[[Juana Pérez]]"));
    await celia.press("Publicar así");
    await celia.sees("El texto está publicado.");
    await page.getByLabel("Con lugar").check();
    await page.getByLabel(/^Razones, en español/).fill("El bloque consta en el registro y la cuota está pagada.");
    await page.getByLabel("Declaro que no tengo conflicto de interés en este reclamo").check();
    await celia.press("Proponer la decisión");
    await celia.sees("Lo propuso usted.");
    await seen.look(page, "claim desk, proposed");
    expect(await house.ground.database.claim.count({ where: { electionId, state: "upheld" } })).toBe(0);
  });

  test("a second commissioner reads the claim, declares for himself, and approves; then the change of the roll is proposed", async () => {
    await dario.goTo(`/commission/elections/${electionId}/claims`);
    await dario.signInForTheFirstTime(spanish);
    await dario.goTo(`/commission/elections/${electionId}/claims/1`);
    await dario.sees("Propuesto por Celia Comisión");
    await seen.look(dario.page, "claim desk, to approve");
    await dario.press("Aprobar y enviar la respuesta");
    await dario.sees("Declare que no tiene conflicto de interés");
    await dario.page.getByLabel("Declaro que no tengo conflicto de interés en este reclamo").check();
    await dario.press("Aprobar y enviar la respuesta");
    await dario.sees("La decisión está tomada, publicada y enviada por correo.");
    await seen.look(dario.page, "claim desk, decided");
    const { page } = celia;
    await celia.goTo(`/commission/elections/${electionId}/claims/1`);
    await page.getByRole("link", { name: "Proponer el cambio" }).click();
    await page.waitForURL(/roll\/change/);
    await celia.proveIfAsked();
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Agregar una organización").check();
    await page.getByLabel(/^Votos/).fill("2");
    await page.getByLabel(/^Categoría/).selectOption({ index: 1 });
    await page.getByLabel(/^Motivo/).fill("Reclamo n.º 1: el bloque consta y la cuota está pagada.");
    await celia.press("Proponer el cambio");
    await page.waitForURL(/approvals\//);
    proposal = new URL(page.url()).pathname;
  });

  test("a second commissioner approves, and only then the roll changes", async () => {
    const { page } = dario;
    const onRoll = () =>
      house.ground.database.rollEntry.count({ where: { electionId, organizationName: "Redes del Reclamo" } });
    expect(await onRoll()).toBe(0);
    await dario.goTo(proposal);
    await dario.proveIfAsked();
    await dario.press("Aprobar y realizar");
    await expect.poll(onRoll, { timeout: 20_000 }).toBe(1);
    await page.waitForLoadState("networkidle");
  });

  test("she gets the answer by mail and reads it; the public reads it without her name and without the name that was struck out", async () => {
    await house.mailFor("rosa.reclama@people.example", /dio lugar a su reclamo[\s\S]*la cuota está pagada/);
    await rosa.goTo(`/my/elections/${electionId}/claims`);
    await rosa.sees("La Comisión dio lugar al reclamo");
    await seen.look(rosa.page, "own claims, decided");
    const visitor = await browser.newContext(phone);
    const page = await visitor.newPage();
    await page.goto(`${house.baseUrl}/elections/${electionId}/claims`, { waitUntil: "networkidle" });
    await page.getByText("11 caracteres ocultos por la Comisión").waitFor();
    await seen.look(page, "public claims");
    expect(await page.content()).not.toMatch(/Juana|Redes del Reclamo|Rosa Reclama/);
    await visitor.close();
  });

  test("axe found nothing on any of these pages", () => {
    expect(seen.count).toBeGreaterThan(6);
    expect(seen.faults).toEqual([]);
  });
});
