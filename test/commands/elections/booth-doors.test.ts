// Every address of the booth and every address that takes a ballot, asked by everybody who may not: nobody comes in without a fresh proof of
// who she is and a mandate on the roll, and nobody who is choosing is hurried. Source: CM/Rec(2017)5 nos. 8 and 12.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { hashToken, newToken } from "#app/modules/accounts/domain/tokens.ts";
import { loader as boothPage } from "#app/modules/elections/routes/my/booth.tsx";
import { action as sendBallot } from "#app/modules/elections/routes/my/ballots.ts";
import { action as sendAssisted } from "#app/modules/elections/routes/my/commission/voter-help-ballots.ts";
import { action as sendByLink } from "#app/modules/elections/routes/open/vote-ballots.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { aPersonWithAccount, anElection } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

interface Answered {
  readonly status: number;
  readonly leadsTo: string;
  readonly body: unknown;
}

type Door = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;

async function answerOf(door: Promise<unknown>): Promise<Answered> {
  const answer = await door.catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) return { status: answer instanceof Error ? 500 : 200, leadsTo: "", body: answer };
  const body = answer.headers.get("Content-Type")?.includes("json") ? ((await answer.json()) as unknown) : undefined;
  return { status: answer.status, leadsTo: answer.headers.get("Location")?.split("?")[0] ?? "", body };
}

/** A browser of the account that proved so many minutes ago who sits before it; undefined: nobody is signed in. */
async function aBrowser(election: ElectionInTest, accountId: string | undefined, provedMinutesAgo = 0) {
  const { given, electionId } = election;
  const context = given.context();
  let cookie = "";
  if (accountId !== undefined) {
    const token = newToken(context.random);
    const now = given.clock.now();
    const times = { createdAt: now, lastSeenAt: now, expiresAt: addMinutes(now, 600) };
    const steppedUpAt = addMinutes(now, -provedMinutesAgo);
    const row = { accountId, tokenHash: hashToken(token), device: "test", steppedUpAt, ...times };
    await given.database.session.create({ data: row });
    await given.database.account.update({ where: { id: accountId }, data: { mustChangePassword: false } });
    cookie = (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
  }
  const ask = (door: Door, body?: object) =>
    answerOf(
      door({
        request: new Request("http://localhost:3000/somewhere", {
          headers: { Cookie: cookie },
          ...(body && { method: "POST", body: JSON.stringify(body) }),
        }),
        params: { electionId },
        context: { ground: context, cspNonce: "", clientAddress: "203.0.113.5" },
      }),
    );
  return {
    enter: () => ask(boothPage),
    cast: (body: object) => ask(sendBallot, body),
    castByLink: (body: object) => ask(sendByLink, body),
    castAssisted: (body: object) => ask(sendAssisted, body),
  };
}

describeOnEachDatabase("the doors of the booth", (given) => {
  // Requirement: CM 8, B3, L7
  test("nobody enters or casts without having signed in, without a fresh proof, or without a mandate", async () => {
    const election = await (await anElection(given)).open();
    const [voter, other] = election.voters;
    const { electionId: _, ...ballot } = election.casting(0, await election.encrypt(0, [0]));
    const accessKey = "0".repeat(64);
    const notYours = { status: 403, body: { outcome: "refused", code: "NOT_YOUR_ORGANIZATION" } };

    const visitor = await aBrowser(election, undefined);
    expect(await visitor.enter()).toMatchObject({ status: 302, leadsTo: "/sign-in" });
    expect(await visitor.cast(ballot)).toMatchObject({ status: 302, leadsTo: "/sign-in" });
    expect(await visitor.castAssisted(ballot)).toMatchObject({ status: 302, leadsTo: "/sign-in" });
    expect(await visitor.castByLink({ ...ballot, accessKey })).toMatchObject(notYours);

    const stale = await aBrowser(election, voter!.actor.accountId, 61);
    expect(await stale.enter()).toMatchObject({ status: 302, leadsTo: "/step-up" });
    expect(await stale.cast(ballot)).toMatchObject({ status: 302, leadsTo: "/step-up" });

    const everything = await aPersonWithAccount(given, "Ada Admin", ["administrator", "staff", "auditor"]);
    for (const { accountId } of [everything, election.commission[0]!, election.staff, other!.actor]) {
      const browser = await aBrowser(election, accountId);
      expect(await browser.cast(ballot)).toMatchObject(notYours);
      expect(await browser.castByLink(ballot)).toMatchObject(notYours);
    }
    for (const { accountId } of [everything, election.staff, voter!.actor])
      expect(await (await aBrowser(election, accountId)).castAssisted(ballot)).toMatchObject({ status: 403 });
    const assisted = await (await aBrowser(election, election.commission[0]!.accountId)).castAssisted(ballot);
    expect(assisted.status).toBeGreaterThanOrEqual(400);
    const entered = await (await aBrowser(election, everything.accountId)).enter();
    expect(entered).toMatchObject({ status: 200, body: { entries: [] } });

    const dismissed = await aBrowser(election, voter!.actor.accountId);
    await given.database.account.update({ where: { id: voter!.actor.accountId }, data: { isActive: false } });
    expect(await dismissed.cast(ballot)).toMatchObject({ status: 302, leadsTo: "/sign-in" });
    await given.database.account.update({ where: { id: voter!.actor.accountId }, data: { isActive: true } });
    expect(await given.database.ballot.count()).toBe(0);
    expect(await given.database.rollEntry.count({ where: { hasVoted: true } })).toBe(0);
    expect(await dismissed.cast(ballot)).toMatchObject({ status: 200, body: { outcome: "accepted" } });
  });

  // Requirement: CM 12
  test("who came in with a fresh proof may choose for an hour before she casts", async () => {
    const election = await (await anElection(given)).open();
    const browser = await aBrowser(election, election.voters[1]!.actor.accountId, 1);
    expect(await browser.enter()).toMatchObject({ status: 200, body: { entries: [{}] } });
    given.clock.set(addMinutes(given.clock.now(), 55));
    expect(await browser.enter()).toMatchObject({ status: 302, leadsTo: "/step-up" });
    const { electionId: _, ...ballot } = election.casting(1, await election.encrypt(1, [0]));
    expect(await browser.cast(ballot)).toMatchObject({ status: 200, body: { outcome: "accepted" } });
    given.clock.set(addMinutes(given.clock.now(), 10));
    expect(await browser.cast(ballot)).toMatchObject({ status: 302, leadsTo: "/step-up" });
  });

  // Requirement: CM 10
  test("what the booth is given names nobody before others: no count, no choice, no words of a candidate", async () => {
    const election = await (await anElection(given)).open();
    const mail = await election.cast(0, [0]);
    expect(mail.ok).toBe(true);
    const { body } = await (await aBrowser(election, election.voters[1]!.actor.accountId)).enter();
    const { contests, ...fields } = (body as { election: { contests: readonly object[] } }).election;
    expect(Object.keys(fields).sort()).toEqual(
      ["closesAt", "electionPayload", "group", "id", "isTest", "now", "opensAt", "phase", "title"].sort(),
    );
    expect(JSON.stringify(contests)).not.toMatch(/"(votes|total|blankVotes|percent|chosen|selected)"/);
    expect(contests).toHaveLength(1);
  });
});
