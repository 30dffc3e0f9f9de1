// Staff fill in the form of a new election: a board of two seats and a question.
import type { Page } from "playwright-core";

export const candidates = ["Ana Lucía Benítez", "Bruno Carvalho", "Carmen Domínguez"] as const;

/** Open since a minute ago, for an hour. */
export async function fillElection(page: Page, now: Date): Promise<void> {
  const minute = 60_000;
  const utc = (instant: Date) => instant.toISOString().slice(0, 16);
  for (const [language, title] of Object.entries({ es: "Directorio", en: "Board", pt: "Diretoria" })) {
    await page.locator(`[name="title.${language}"]`).fill(title);
  }
  for (const [position, name] of candidates.entries())
    await page.locator(`[name="contests.0.candidates.${position}.name"]`).fill(name);
  await page.locator("[name='contests.0.maxChoices']").fill("2");
  await page.getByRole("button", { name: /Add a question/ }).click();
  for (const [language, title] of Object.entries({ es: "Directorio", en: "Board", pt: "Diretoria" }))
    await page.locator(`[name="contests.0.title.${language}"]`).fill(title);
  for (const [language, title] of Object.entries({ es: "¿Sube la cuota?", en: "Raise the fee?", pt: "Sobe a taxa?" }))
    await page.locator(`[name="contests.1.title.${language}"]`).fill(title);
  for (const box of await page.locator("[name=trusteeAccountIds]").all()) await box.check();
  await page.locator("[name=rollDate]").fill(now.toISOString().slice(0, 10));
  await page.locator("[name=opensAt]").fill(utc(new Date(now.getTime() - minute)));
  await page.locator("[name=closesAt]").fill(utc(new Date(now.getTime() + 60 * minute)));
}
