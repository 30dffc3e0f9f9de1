// The frozen roll before its day in the calendar: visitors wait, who prepares or checks it does not, and members keep their own proof.
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { hashToken } from "#app/modules/accounts/domain/tokens.ts";
import { findElection, listElections } from "#app/modules/elections/index.server.ts";
import { findRollProof } from "#app/modules/elections/queries/roll-proof.server.ts";
import { loader as electionPage } from "#app/modules/elections/routes/open/election.tsx";
import { loader as changesPage } from "#app/modules/elections/routes/open/roll-changes.tsx";
import { loader as csvFile } from "#app/modules/elections/routes/open/roll-csv.ts";
import { loader as jsonFile } from "#app/modules/elections/routes/open/roll-json.ts";
import { loader as rollPage } from "#app/modules/elections/routes/open/roll.tsx";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { anElection } from "#test/factories/elections.ts";
import { writingDown } from "#test/setup/questions-asked.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("roll-publication", (given) => {
  async function cookieOf(accountId: string): Promise<string> {
    const token = `token-of-${accountId}`;
    const now = given.clock.now();
    const expiresAt = new Date("2027-01-01T00:00:00Z");
    const times = { createdAt: now, lastSeenAt: now, steppedUpAt: null, expiresAt };
    await given.database.session.create({ data: { accountId, tokenHash: hashToken(token), device: "test", ...times } });
    return (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
  }

  test("visitors and members read page, files and root from the calendar's day on; the commission at once; a member her own proof", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const now = given.clock.now();
    const day = new Date(now.getTime() + 600_000);
    await given.database.calendar.create({
      data: { processId: electionId, template: "board", createdAt: now, changedAt: now },
    });
    const stage = { processId: electionId, kind: "roll-publication", opensAt: day, closesAt: null, changedAt: now };
    await given.database.calendarStage.create({ data: stage });

    const asked = (cookie: string): LoaderFunctionArgs => ({
      request: new Request("http://localhost:3000/elections/e", { headers: { Cookie: cookie } }),
      params: { electionId },
      context: { ground: given.context(), cspNonce: "", clientAddress: "" },
    });
    const statusOf = async (door: (args: LoaderFunctionArgs) => Promise<unknown>, cookie: string): Promise<number> => {
      const answer = await door(asked(cookie)).catch((thrown: unknown) => thrown);
      return answer instanceof Response ? answer.status : 200;
    };
    const files = (cookie: string) =>
      Promise.all([csvFile, jsonFile, changesPage].map((door) => statusOf(door, cookie)));
    const rootShown = async (cookie: string) => (await electionPage(asked(cookie))).fingerprints.roll;

    const { actor } = election.voters[0]!;
    const member = await cookieOf(actor.accountId);
    for (const cookie of ["", member]) {
      const page = await rollPage(asked(cookie));
      expect(page.publicFrom).toBe(day.toISOString());
      expect(page).not.toHaveProperty("roll");
      expect(await files(cookie)).toEqual([404, 404, 404]);
      expect(await rootShown(cookie)).toBeNull();
    }
    const entry = await given.database.rollEntry.findFirstOrThrow({
      where: { electionId, contactAccountId: actor.accountId },
    });
    expect(
      await findRollProof(election.as(actor), { electionId, rollEntryId: entry.id, accountId: actor.accountId }),
    ).toBeDefined();

    const commissioner = await cookieOf(election.commission[0]!.accountId);
    expect(await files(commissioner)).toEqual([200, 200, 200]);
    expect(await rollPage(asked(commissioner))).toMatchObject({ publicFrom: null, roll: { page: 1 } });
    given.clock.set(day);
    expect(await files("")).toEqual([200, 200, 200]);
    expect(await rollPage(asked(""))).toMatchObject({ publicFrom: null, roll: { page: 1 } });
    expect(await rootShown("")).toMatch(/./);
  });

  test("the files of the roll are hashed once for a root and not sent again to whoever has them; a change gives another tag", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const asked = (tag = "") => {
      const written = writingDown(given.context());
      const headers = { "If-None-Match": tag };
      const request = new Request("http://localhost:3000/elections/e", { headers });
      const context = { ground: written.context, cspNonce: "", clientAddress: "" };
      return { written, args: { request, params: { electionId }, context } as LoaderFunctionArgs };
    };
    const ask = async (door: typeof jsonFile, tag?: string) => {
      const { written, args } = asked(tag);
      const answer = await door(args);
      const readsRoll = written.questions.some(({ what }) => what === "RollEntry.findMany");
      return { answer, readsRoll, text: await answer.text(), tag: answer.headers.get("ETag") ?? "" };
    };
    // Why a root of its own: what is kept is kept for the whole process, and the elections of two tests may have the same.
    const giveRoot = () =>
      given.database.election.update({
        where: { id: electionId },
        data: { rollRoot: randomUUID(), rollVersion: { increment: 1 } },
      });
    for (const door of [jsonFile, csvFile]) {
      await giveRoot();
      const first = await ask(door);
      expect([first.answer.status, first.readsRoll, first.text.includes("HN-TEST2-PLEN")]).toEqual([200, true, true]);
      expect(first.answer.headers.get("Cache-Control")).toBe("private, no-cache");
      const second = await ask(door);
      expect([second.answer.status, second.readsRoll, second.text]).toEqual([200, false, first.text]);
      const known = await ask(door, `"other", W/${first.tag}`);
      expect([known.answer.status, known.readsRoll, known.text]).toEqual([304, false, ""]);
      await giveRoot();
      const changed = await ask(door, first.tag);
      expect([changed.answer.status, changed.readsRoll]).toEqual([200, true]);
      expect(changed.tag).not.toBe(first.tag);
    }
  });

  test("no public page of an election reads what only auditors need: neither its list of credentials nor the trustees' files", async () => {
    const election = await (await anElection(given)).withCodes();
    const written = writingDown(given.context());
    const found = await findElection(written.context, election.electionId);
    expect(found?.preparation.find(({ step }) => step === "credentials")).toMatchObject({ done: 1, of: 1 });
    expect(found).not.toHaveProperty("credentialsPayload");
    const [read] = written.questions.filter(({ what }) => what === "Election.findUnique");
    expect(read?.args).toMatchObject({ omit: { credentialsPayload: true, trusteesPayload: true } });
    const trustees = (read?.args as { include: { trustees: { select: object } } }).include.trustees.select;
    for (const column of ["sealedShares", "partialDecryption", "rehearsal"])
      expect(trustees).not.toHaveProperty(column);
    await listElections(written.context);
    const [list] = written.questions.filter(
      ({ what, args }) => what === "Election.findMany" && "orderBy" in (args as object),
    );
    expect(list?.args).toMatchObject({ omit: { credentialsPayload: true } });
  });
});
