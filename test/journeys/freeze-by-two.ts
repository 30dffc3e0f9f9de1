// The roll of an election in two browsers: staff propose it from its preview, a commissioner who signs in for the first time approves it.
import type { PagesSeen, Person } from "./person.ts";

/** From the election's desk of the staff, who are there. */
export async function freezeByTwo(staff: Person, commissioner: Person, seen: PagesSeen): Promise<void> {
  const { page } = staff;
  await page.getByRole("link", { name: "Preview and freeze the roll" }).first().click();
  await page.waitForURL(/freeze/);
  await staff.proveIfAsked();
  await page.waitForLoadState("networkidle");
  await seen.look(page, "freeze preview");
  await page.getByLabel("Reason").fill("Compared with the register of today");
  await staff.press("Propose to freeze it");
  await staff.sees("Proposed. Those who may approve it have a mail.");
  await seen.look(page, "freeze proposed");
  await commissioner.goTo(new URL(page.url()).pathname);
  await commissioner.signInForTheFirstTime();
  await commissioner.proveIfAsked();
  await commissioner.sees("Compared with the register of today");
  await commissioner.press("Approve and freeze");
  await seen.look(commissioner.page, "freeze question");
  await commissioner.press("Yes, freeze the roll");
  await commissioner.page.waitForURL((url) => !url.pathname.endsWith("/freeze"));
}
