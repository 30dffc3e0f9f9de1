// `npm run screenshots`: walks from the call to the certificate through the running demonstration and keeps the pictures of the README.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { DemonstrationPerson } from "#prisma/seed/demonstration.ts";
import { createDemonstration } from "#prisma/seed/demonstration.ts";
import { Person, english } from "./journeys/person.ts";
import { launchBrowser } from "./setup/browser.ts";
import { startHouse } from "./setup/running-house.ts";

/** Of the demonstration: prisma/seed/demonstration-sub-assignments.ts. */
const [keeperOfBlock, managedBlock] = ["Rodrigo Barbosa Oliveira", "10.1.0.0/16"];
const folder = fileURLToPath(new URL("../docs/screenshots", import.meta.url));
mkdirSync(folder, { recursive: true });

let people: readonly DemonstrationPerson[] = [];
const house = await startHouse(async (ground) => {
  ({ people } = await createDemonstration(ground));
});
const browser = await launchBrowser();
const phone = {
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: "en-US",
};

/** Keeps what stands in sight: from so many pixels down, or from the heading that is named. */
async function keep(page: Page, name: string, from: number | string = 0): Promise<void> {
  await page.waitForLoadState("networkidle");
  if (typeof from === "string") {
    await page.getByRole("heading", { name: from }).first().evaluate(scrollToIt);
    return keepPicture(await page.screenshot(), name);
  }
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  return keepPicture(await page.screenshot({ fullPage: true, clip: { x: 0, y: from, width, height } }), name);
}

/** In few colours: a repository is cloned with all of its pictures. */
async function keepPicture(picture: Buffer, name: string): Promise<void> {
  await sharp(picture).png({ palette: true, quality: 80, effort: 8 }).toFile(`${folder}/${name}.png`);
  console.error(`${name}.png`);
}

/** The first page of the minutes as a picture, where this machine can draw one. */
async function keepMinutes(electionId: string): Promise<void> {
  const pdf = await fetch(`${house.baseUrl}/elections/${electionId}/acta/en`);
  const path = `${house.ground.settings.folder}/minutes`;
  writeFileSync(`${path}.pdf`, Buffer.from(await pdf.arrayBuffer()));
  const drawn = spawnSync("pdftoppm", ["-png", "-r", "90", "-f", "1", "-singlefile", `${path}.pdf`, path]);
  if (drawn.status !== 0) console.error("minutes.png is left as it is: pdftoppm (poppler-utils) is missing");
  else await keepPicture(await sharp(`${path}.png`).toBuffer(), "minutes");
}

/** The register, as somebody meets it who manages a block. */
async function keepRegister(): Promise<void> {
  const { id, userId } = await house.ground.database.account.findFirstOrThrow({ where: { name: keeperOfBlock } });
  await house.ground.database.account.update({ where: { id }, data: { language: "en" } });
  const viewport = { width: 1280, height: 1000 };
  const keeper = await Person.arrive(house, browser, {
    ...{ accountId: id, userId },
    browser: { viewport, locale: "en-US" },
  });
  await keeper.goTo("/my/resources");
  await keeper.signInForTheFirstTime(english);
  await keeper.page.getByRole("link", { name: managedBlock }).click();
  await keeper.sees("Use of the block");
  await keep(keeper.page, "block", "Use of the block");
  await keeper.goTo(`/my/sub-assignments/${managedBlock.replace("/", "-")}/new?length=20`);
  await keep(keeper.page, "sub-assign");
  await keeper.goTo("/lookup?query=10.1.33.7");
  await keep(keeper.page, "directory");
}

function scrollToIt(element: Element): void {
  window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 96);
}

const [first] = people;
if (first === undefined) throw new Error("the demonstration has nobody");
await house.ground.database.account.update({ where: { userId: first.userId }, data: { language: "en" } });
const account = await house.ground.database.account.findUniqueOrThrow({ where: { userId: first.userId } });
const entry = await house.ground.database.rollEntry.findFirstOrThrow({
  where: { contactAccountId: account.id, eligibilityTag: { not: null }, hasVoted: false },
  orderBy: { electionId: "asc" },
});
const mail = await house.mailFor(entry.contactEmail, /#code=/);
const voter = await Person.arrive(house, browser, { accountId: account.id, userId: account.userId, browser: phone });
const { page } = voter;

await voter.goTo("/");
await keep(page, "1-front-page");
const elections = await house.ground.database.election.findMany();
const called = elections.find(({ rollFrozenAt }) => rollFrozenAt === null);
const announced = elections.find(({ rollFrozenAt, sealedAt }) => rollFrozenAt !== null && sealedAt === null);
const past = elections.find(({ resultAt }) => resultAt !== null);
if (!called || !announced || !past) throw new Error("the demonstration lacks an election");
await voter.goTo(`/elections/${called.id}/call`);
await keep(page, "call", 250);
await voter.goTo(`/elections/${announced.id}/candidates`);
await keep(page, "candidates", 250);
await voter.goTo("/demonstration/mailbox");
await page
  .getByRole("link", { name: new RegExp(entry.organizationName) })
  .first()
  .click();
await page.waitForURL(/mailbox\/.+/);
await keep(page, "2-mail", 700);
await voter.goTo(/http:\/\/localhost:\d+\/my\/elections\/\S+#code=\S+/.exec(mail.text ?? "")?.[0] ?? "/");
await keep(page, "3-sign-in");
await voter.signInForTheFirstTime(english);
await page.getByRole("checkbox", { name: "Ana Lucía Benítez" }).check();
await page.getByRole("checkbox", { name: "Diego Espinal" }).check();
await keep(page, "4-choose", "Board: three seats");
await voter.press("Go on to contest 2 of 2");
await page.getByRole("radio", { name: "Yes", exact: true }).check();
await voter.press("Check my vote");
await voter.sees("Check your vote before casting it");
await keep(page, "5-check", "Check your vote before casting it");
await page.getByRole("button", { name: /^Cast the vote of/ }).click();
await voter.sees(/Your (test )?vote is cast/);
await keep(page, "6-cast", "Your");
await page.getByRole("link", { name: "See my ballot in the box" }).click();
await page.waitForURL(/\/box/);
await keep(page, "7-in-the-box", "Ballots");
await voter.goTo(`/my/elections/${entry.electionId}/roll`);
await keep(page, "roll-proof", "The proof");
await voter.goTo(`/elections/${past.id}/result`);
await keep(page, "8-result");
await keep(page, "count", "Who is seated, and why");
await voter.goTo("/log");
await keep(page, "log");
await keepMinutes(past.id);
const desktop = await Person.arrive(house, browser, {
  accountId: account.id,
  userId: account.userId,
  browser: { viewport: { width: 1280, height: 1450 }, locale: "en-US" },
});
await desktop.goTo(`/elections/${past.id}/result`);
await keep(desktop.page, "result-on-a-desk");
await keepRegister();
await browser.close();
await house.stop();
process.exit(0);
