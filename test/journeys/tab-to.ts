// A voter who uses nothing but the keyboard.
import type { Page } from "playwright-core";

/** Presses Tab until the focus is on what is wanted, as a person does who looks at the ring. */
export async function tabTo(page: Page, isWanted: (name: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.innerText : undefined;
      return label ?? focused?.getAttribute("aria-label") ?? focused?.innerText ?? "";
    });
    if (isWanted(name)) return;
  }
  throw new Error("eighty presses of Tab did not reach it");
}
