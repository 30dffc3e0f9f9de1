// The tabs of one booth tell each other their codes; a tab of another account, or of another election, neither hears nor asks for one.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { CodeExchange } from "./voting-code.client.ts";
import { exchangeCodes } from "./voting-code.client.ts";

const open: CodeExchange[] = [];

afterEach(() => {
  for (const exchange of open.splice(0)) exchange.close();
});

/** A tab that has some codes, and what it has heard. */
function openTab(accountId: string, { electionId = "e1", codes = [] as readonly string[] } = {}) {
  const heard: string[] = [];
  const tab = exchangeCodes({ electionId, accountId }, { onCode: (code) => heard.push(code), ownCodes: () => codes });
  open.push(tab);
  return { heard, tell: tab.tell };
}

// Requirement: CM 21
test("a tab of another account gets nothing, whether a code is told or asked for; one of the same account gets both", async () => {
  const first = openTab("ana", { codes: ["code-of-ana"] });
  const stranger = openTab("bruno", { codes: ["code-of-bruno"] });
  const elsewhere = openTab("ana", { electionId: "e2" });
  const second = openTab("ana");
  await expect.poll(() => second.heard).toEqual(["code-of-ana"]);
  first.tell("another-code-of-ana");
  await expect.poll(() => second.heard).toEqual(["code-of-ana", "another-code-of-ana"]);
  // Whoever signs in with another account in the same browser asks, and hears only her own account's.
  const late = openTab("bruno");
  await expect.poll(() => late.heard).toEqual(["code-of-bruno"]);
  await sleep(50);
  expect({ stranger: stranger.heard, elsewhere: elsewhere.heard, first: first.heard }).toEqual({
    stranger: [],
    elsewhere: [],
    first: [],
  });
});
