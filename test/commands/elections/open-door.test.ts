// The doors where nobody signs in, as a browser meets them: guessing is slowed down by address, a voter at the same address is not, no
// field may be longer than an honest one, and no session opens there what it does not open elsewhere.
import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { hashToken } from "#app/modules/accounts/domain/tokens.ts";
import { action as spoil } from "#app/modules/elections/checking/routes/open/spoiled.ts";
import { action as cast } from "#app/modules/elections/routes/open/vote-ballots.ts";
import { action as openEntry } from "#app/modules/elections/routes/open/vote-entry.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { addressOf, anElectionByLink } from "../../factories/link-election.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import type { Given } from "../../setup/databases.ts";
import { listRows } from "../../setup/every-row.ts";

type Action = (args: ActionFunctionArgs) => Promise<Response>;

const address = "203.0.113.77";
const wrong = "0".repeat(64);

function asked(given: Given, electionId: string, body: object, cookie = ""): ActionFunctionArgs {
  const headers = { Cookie: cookie, "Content-Type": "application/json" };
  const request = new Request("http://localhost:3000/vote/e", { method: "POST", headers, body: JSON.stringify(body) });
  const context = { ground: given.context(), cspNonce: "", clientAddress: address };
  return { request, params: { electionId }, context };
}

/** A session as it is long after the proof of who sits there. */
async function staleSession(given: Given, accountId: string): Promise<string> {
  const token = `token-of-${accountId}`;
  const now = given.clock.now();
  const later = new Date(now.getTime() + 3_600_000);
  const times = { createdAt: now, lastSeenAt: now, steppedUpAt: null, expiresAt: later };
  await given.database.session.create({
    data: { accountId, tokenHash: hashToken(token), device: "test", ...times },
  });
  return (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
}

describeOnEachDatabase("open-door", (given) => {
  // Requirement: CM 20, CM 21
  test("who guesses waits, at whichever of the doors and for whichever entry; the voter at the same address opens, spoils and casts", async () => {
    const election = await anElectionByLink(given);
    const { electionId } = election;
    const keys = await election.linkKeys(addressOf(election, 0));
    const { electionId: _, ...casting } = election.casting(0, await election.encrypt(0, [0]));
    const ask = (door: Action, body: object) => door(asked(given, electionId, body));
    const guesses: readonly [Action, object][] = [
      [openEntry, { accessKey: wrong, secondKey: wrong }],
      [spoil, { tracker: "A".repeat(43), accessKey: wrong, secondKey: wrong }],
      [cast, { ...casting, accessKey: wrong, secondKey: wrong }],
      [cast, { ...casting, accessKey: keys.accessKey, secondKey: wrong }],
    ];
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 36; attempt += 1) {
      const [door, body] = guesses[attempt % guesses.length]!;
      const entry = door === cast && attempt > 8 ? { rollEntryId: `entry-${attempt}` } : {};
      statuses.push((await ask(door, { ...body, ...entry })).status);
    }
    expect(statuses.slice(0, 4)).toEqual([404, 403, 403, 403]);
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses.slice(32)).toEqual([429, 429, 429, 429]);
    const waits = await ask(cast, { ...casting, accessKey: wrong });
    expect(Number(waits.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await ask(openEntry, keys)).status).toBe(200);
    expect((await ask(spoil, { tracker: "A".repeat(43), ...keys })).status).toBe(200);
    expect(await (await ask(cast, { ...casting, ...keys })).json()).toMatchObject({ outcome: "accepted" });
    for (const { table, text } of await listRows(given))
      expect(text.includes(address), `${table} holds an address`).toBe(false);
  });

  // Requirement: CM 8
  test("a session without a fresh proof casts nothing at the open door: there only the two codes of a mail count", async () => {
    const election = await anElectionByLink(given);
    const { electionId, ...casting } = election.casting(2, await election.encrypt(2, [0]));
    const cookie = await staleSession(given, election.voters[2]!.actor.accountId);
    const answer = await cast(asked(given, electionId, casting, cookie));
    expect([answer.status, await answer.json()]).toEqual([403, { outcome: "refused", code: "NOT_YOUR_ORGANIZATION" }]);
    expect(await given.database.ballot.count()).toBe(0);
  });

  test.each<[string, Action, object]>([
    ["an entry", cast, { rollEntryId: "e".repeat(65) }],
    ["a ballot", cast, { ballot: "b".repeat(600_001) }],
    ["a binding key", cast, { bindingKey: "0".repeat(65) }],
    ["an access key", cast, { accessKey: "0".repeat(65) }],
    ["a second key", cast, { secondKey: "0".repeat(65) }],
    ["a field that nobody asks for", cast, { remark: "x" }],
    ["an access key", openEntry, { accessKey: "0".repeat(65) }],
    ["a field that nobody asks for", openEntry, { accessKey: wrong, remark: "x" }],
    ["a tracker", spoil, { tracker: "A".repeat(44) }],
  ])(
    "%s that is longer than an honest one, or is none, is refused before anything is looked up",
    async (_, door, part) => {
      const whole = door === cast ? { rollEntryId: "e", ballot: "{}", bindingKey: wrong, ...part } : part;
      expect((await door(asked(given, "MQnThbqb8JDZCU", whole))).status).toBe(400);
      expect(await given.database.rateLimiterFlexible.count()).toBe(0);
    },
  );
});
