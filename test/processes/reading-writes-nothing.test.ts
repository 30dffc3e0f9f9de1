// Asking for a page changes nothing: every address of the house is asked for by a visitor, a member and every role, and the whole
// database is compared. Finding L12 of the incumbent's audit: there a GET wrote over the stored secret.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { hashToken, newToken } from "#app/modules/accounts/domain/tokens.ts";
import { openLogKey, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { startWeb } from "#app/processes/web.ts";
import { listUrls } from "#app/urls.js";
import { createDemonstration } from "#prisma/seed/demonstration.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";
import { listRows } from "../setup/every-row.ts";

const buildPath = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));

/** A session of the account, as signing in would have begun it. */
async function cookieOf(ground: Ground, accountId: string): Promise<string> {
  const token = newToken(ground.random);
  const now = ground.clock.now();
  await ground.database.account.update({ where: { id: accountId }, data: { mustChangePassword: false } });
  await ground.database.session.create({
    data: {
      accountId,
      tokenHash: hashToken(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      steppedUpAt: now,
      device: "test",
    },
  });
  return (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
}

/** Everything in the database that a GET may not touch: all but when a session was last seen, and the entries that say who was refused at a door. */
async function stateOf(given: Given): Promise<string[]> {
  const rows = await listRows(given);
  return rows
    .filter(
      ({ table, text }) => table !== "sessions" && table !== "audit_tail" && !text.includes("accounts:door-refused"),
    )
    .map(({ table, text }) => `${table}\n${text}`)
    .sort();
}

/** A member, and somebody with each set of roles that occurs. */
async function onePersonOfEachKind(
  given: Given,
  people: readonly { readonly userId: string }[],
): Promise<[kind: string, accountId: string][]> {
  const accounts = await given.database.account.findMany({
    where: { userId: { in: people.map(({ userId }) => userId) } },
    include: { roles: true },
  });
  const kindOf = (roles: readonly { readonly role: string }[]) =>
    roles
      .map(({ role }) => role)
      .sort()
      .join(" ");
  return [...new Map(accounts.map(({ id, roles }) => [kindOf(roles), id]))];
}

/** The address with things that are there in the place of its parameters. */
async function addressesFor(given: Given): Promise<string[]> {
  const { database } = given;
  const elections = await database.election.findMany({ select: { id: true } });
  const { handle } = await database.organization.findFirstOrThrow({ where: { contacts: { some: {} } } });
  const urls = await listUrls();
  return urls.flatMap(({ path }) =>
    elections.map(({ id }) =>
      `/${path}`
        .replace(":electionId", id)
        .replace(":handle", handle)
        .replace(":role", "membership")
        .replace(":sequence", "3")
        .replace(":file", "es.json")
        .replace("log/tile/*", "log/tile/entries/000.p/2")
        .replace("*", "nowhere")
        .replace(/:\w+/g, "1"),
    ),
  );
}

describeOnEachDatabase(
  "reading",
  (given) => {
    // Requirement: L12, L10
    test("no address writes anything when it is asked for with GET, whoever asks", async () => {
      if (!existsSync(buildPath)) throw new Error("The pages are not built. Run npm test, which builds them.");
      const ground: Ground = { ...given.context(), clock: systemClock };
      const { people } = await createDemonstration(ground);
      await openLogKey(ground);
      expect((await signCheckpoint(ground)).ok).toBe(true);
      const kinds = await onePersonOfEachKind(given, people);
      const cookies = new Map([["visitor", ""]]);
      for (const [kind, accountId] of kinds) cookies.set(kind, await cookieOf(ground, accountId));
      const addresses = [...new Set(await addressesFor(given))];
      const before = await stateOf(given);
      const web = await startWeb(ground, (await import(buildPath)) as ServerBuild, 0);
      const broken: string[] = [];
      const readersOfLog: string[] = [];
      for (const [kind, cookie] of cookies) {
        for (const address of addresses) {
          const headers = cookie === "" ? {} : { Cookie: cookie };
          const response = await fetch(`http://127.0.0.1:${web.port}${address}`, { headers, redirect: "manual" });
          await response.arrayBuffer();
          if (address === "/commission/log" && response.status === 200) readersOfLog.push(kind);
          if (response.status >= 500) broken.push(`${response.status} ${address}`);
        }
      }
      await web.close();
      expect(readersOfLog.sort()).toEqual(
        [...cookies.keys()].filter((kind) => /admin|audit|commission/.test(kind)).sort(),
      );
      expect(readersOfLog.some((kind) => kind === "auditor")).toBe(true);
      expect(addresses.length).toBeGreaterThan(70);
      const after = await stateOf(given);
      expect(after.filter((row) => !before.includes(row))).toEqual([]);
      expect(after).toEqual(before);
      expect(broken).toEqual([]);
    });
  },
  { on: "sqlite" },
);
