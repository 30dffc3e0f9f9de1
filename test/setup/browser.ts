// A real Chromium for the journeys. It reaches nothing but this machine.
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { pathOfPart } from "./requirements.ts";

/** Starts a browser; each person of a story gets her own `browser.newContext()`. Close it in afterAll. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: pathOfPart("chromium"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ],
  });
}
