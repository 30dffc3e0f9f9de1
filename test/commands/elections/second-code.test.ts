// Voting by link takes what only the mail brought: who keeps the list of codes, who steals the database and who may press
// "send again" has one of two secrets, and with one nothing opens. Source: decision 0010.
import { expect, test } from "vitest";
import { trackerOf } from "#app/lib/ballot-protocol/index.ts";
import { expectOk, ok, refuse } from "#app/lib/result/index.ts";
import { spoilBallot } from "#app/modules/elections/checking/commands/spoil-ballot.server.ts";
import {
  castBallot,
  completeCodeMail,
  completeRollMail,
  findEntryOfCode,
  sendCodeAgain,
} from "#app/modules/elections/index.server.ts";
import { accessKeyOf } from "#app/modules/elections/domain/access-key.ts";
import { codeMailKey } from "#app/modules/elections/domain/code-mail.ts";
import { rollMailKey } from "#app/modules/elections/domain/roll-mail.ts";
import { drawSecondCode, secondKeyOf } from "#app/modules/elections/domain/second-code.ts";
import { sealForMailRoom } from "#app/modules/notifications/index.ts";
import { listMailsInTrouble, mailRoomRecipient, sendAgain } from "#app/modules/notifications/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { aPersonWithAccount } from "../../factories/elections.ts";
import { addressOf, anElectionByLink } from "../../factories/link-election.ts";
import { deliverPost, linkIn } from "../../factories/post.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import type { Given } from "../../setup/databases.ts";
import { listRows } from "../../setup/every-row.ts";

/** What follows from the list of codes alone. */
function keyOfKeeper(election: ElectionInTest, voter: number): string {
  return accessKeyOf({ electionId: election.electionId, code: election.codeOf(voter).code });
}

async function seal(given: Given, properties: { readonly toAddress: string; readonly [name: string]: string }) {
  return sealForMailRoom(await mailRoomRecipient(given.context()), properties);
}

describeOnEachDatabase("second-code", (given) => {
  // Requirement: CM 8, CM 18, CM 21, L7
  test("the keeper of the list of codes opens, spoils and casts nothing for a silent voter by link; the voter does", async () => {
    const election = await anElectionByLink(given);
    const { electionId } = election;
    const keys = await election.linkKeys(addressOf(election, 0));
    const ballot = await election.encrypt(0, [0]);
    const tracker = trackerOf(ballot);
    const accessKey = keyOfKeeper(election, 0);
    expect(accessKey).toBe(keys.accessKey);
    const { secondKey: ofOther } = await election.linkKeys(addressOf(election, 1));
    const invented = secondKeyOf({ electionId, secondCode: drawSecondCode(given.context().random) });
    const visitor = given.context({ actor: { kind: "visitor" } });
    const keeper = election.as(election.commission[0]!);
    for (const secondKey of [undefined, "", accessKey, invented, ofOther]) {
      const proof = { accessKey, secondKey };
      expect(await findEntryOfCode(visitor, { electionId, ...proof })).toEqual(refuse("SECOND_CODE_DIFFERS"));
      expect(await spoilBallot(visitor, { electionId, tracker, ...proof })).toEqual(refuse("SECOND_CODE_DIFFERS"));
      for (const who of [visitor, keeper]) {
        const cast = await castBallot(who, { ...election.casting(0, ballot), ...proof });
        expect(cast).toEqual(refuse("SECOND_CODE_DIFFERS"));
      }
    }
    await expect(spoilBallot(visitor, { electionId, tracker })).rejects.toThrow(NotPermitted);
    await expect(spoilBallot(visitor, { electionId, tracker, secondKey: keys.secondKey })).rejects.toThrow(
      NotPermitted,
    );
    expect(await given.database.ballot.count()).toBe(0);
    expect(await given.database.spoiledBallot.count()).toBe(0);
    expectOk(await findEntryOfCode(visitor, { electionId, ...keys }));
    expectOk(await spoilBallot(visitor, { electionId, tracker: "A".repeat(43), ...keys }));
    expectOk(await castBallot(visitor, { ...election.casting(0, ballot), ...keys }));
  });

  // Requirement: CM 21, L7
  test("no row, and no line of the log of acts, holds a code or a second code, before the mails leave or after", async () => {
    const election = await anElectionByLink(given);
    const sealed = await listRows(given);
    await election.linkKeys(addressOf(election, 0));
    const links = [0, 1].map((voter) => linkIn(election.post, addressOf(election, voter))!);
    const secrets = links.flatMap(({ code, second }) => {
      const { electionId } = election;
      const keys = [accessKeyOf({ electionId, code }), secondKeyOf({ electionId, secondCode: second! })];
      return [code, second!, second!.replaceAll("-", ""), ...keys];
    });
    expect(new Set(secrets).size).toBe(10);
    expect(election.post.map(({ text }) => text).join("")).not.toMatch(/[{}]/);
    for (const { table, text } of [...sealed, ...(await listRows(given))])
      for (const secret of secrets) expect(text.includes(secret), `${table} holds a secret`).toBe(false);
    const drawn = await given.database.auditEntry.findMany({ where: { action: "elections:second-code-drawn" } });
    expect(drawn.map(({ details }) => (details as { organization: string }).organization).sort()).toEqual(
      [0, 1].map((voter) => election.voters[voter]!.handle),
    );
    const hashes = await given.database.rollEntry.findMany({ where: { secondKeyHash: { not: null } } });
    expect(hashes.map(({ rollChannel }) => rollChannel)).toEqual(["link", "link"]);
  });

  test("a code that is sent again brings a new second code, and the earlier mail is refused plainly", async () => {
    const election = await anElectionByLink(given);
    const { electionId } = election;
    const visitor = given.context({ actor: { kind: "visitor" } });
    const first = await election.linkKeys(addressOf(election, 0));
    const { rollEntryId, code } = election.codeOf(0);
    const sealedVotingCode = await seal(given, { toAddress: addressOf(election, 0), code });
    const asked = { electionId, rollEntryId, sealedVotingCode, requestId: "request-1" };
    expectOk(await sendCodeAgain(election.as(election.commission[0]!), asked));
    // Until the new mail leaves, the old one is good.
    expectOk(await findEntryOfCode(visitor, { electionId, ...first }));
    const second = await election.linkKeys(addressOf(election, 0));
    expect(second.accessKey).toBe(first.accessKey);
    expect(second.secondKey).not.toBe(first.secondKey);
    const casting = election.casting(0, await election.encrypt(0, [0]));
    expect(await castBallot(visitor, { ...casting, ...first })).toEqual(refuse("SECOND_CODE_DIFFERS"));
    expectOk(await castBallot(visitor, { ...casting, ...second }));
  });

  test("of a mail that failed half-way and of one that may have left twice, the last one works", async () => {
    const election = await anElectionByLink(given);
    const { electionId } = election;
    const visitor = given.context({ actor: { kind: "visitor" } });
    const refused = await deliverPost(given, () => ({ kind: "again", reason: "451 try later" }));
    const opens = async (mails: Parameters<typeof linkIn>[0]) => {
      const link = linkIn(mails, addressOf(election, 0))!;
      const secondKey = secondKeyOf({ electionId, secondCode: link.second! });
      const accessKey = accessKeyOf({ electionId, code: link.code });
      return (await findEntryOfCode(visitor, { electionId, accessKey, secondKey })).ok;
    };
    given.clock.set(new Date(given.clock.now().getTime() + 2 * 60_000));
    const unsure = await deliverPost(given, () => ({ kind: "unknown", reason: "the line broke" }));
    expect([await opens(refused), await opens(unsure)]).toEqual([false, true]);
    const administrator = await aPersonWithAccount(given, "Ada Admin", ["administrator", "staff"]);
    const desk = election.as(administrator);
    const shown = await listMailsInTrouble(desk);
    for (const mail of shown) expectOk(await sendAgain(desk, mail.id));
    // Whoever presses "send again" sees neither code: the page has addresses and reasons.
    const { second } = linkIn(unsure, addressOf(election, 0))!;
    expect(JSON.stringify(shown)).not.toContain(second);
    const later = await deliverPost(given);
    expect([await opens(unsure), await opens(later)]).toEqual([false, true]);
  });

  test.each([
    ["the code of another entry", (election: ElectionInTest) => ({ code: election.codeOf(1).code })],
    ["a code that nobody has", () => ({ code: "37x1m-H1QXQx-ZvK7v-mGeXWe" })],
    [
      "more than the code, such as a link of its own",
      (election: ElectionInTest) => ({ code: election.codeOf(0).code, link: "https://evil.example/" }),
    ],
  ])("a mail in which was sealed %s does not leave, and ends no link", async (_what, sealedBy) => {
    const election = await anElectionByLink(given);
    const { electionId } = election;
    const keys = await election.linkKeys(addressOf(election, 0));
    const { rollEntryId } = election.codeOf(0);
    const sealedVotingCode = await seal(given, { toAddress: addressOf(election, 0), ...sealedBy(election) });
    const asked = { electionId, rollEntryId, sealedVotingCode, requestId: "request-1" };
    expectOk(await sendCodeAgain(election.as(election.commission[0]!), asked));
    expect(await deliverPost(given)).toEqual([]);
    const [mail] = await listMailsInTrouble(given.context());
    expect(mail).toMatchObject({ state: "failed", reason: expect.stringMatching(/^CANNOT_COMPLETE: /) as string });
    expectOk(await findEntryOfCode(given.context({ actor: { kind: "visitor" } }), { electionId, ...keys }));
  });

  test("a mail whose row was changed to another address, or whose entry has another one by now, does not leave", async () => {
    const election = await anElectionByLink(given);
    const thief = "thief@example.net";
    await inTransaction(given.context(), async ({ database }) => {
      await database.outgoingMail.updateMany({
        where: { toAddress: addressOf(election, 0) },
        data: { toAddress: thief },
      });
      const { rollEntryId } = election.codeOf(1);
      await database.rollEntry.update({ where: { id: rollEntryId }, data: { contactEmail: thief } });
      return ok(undefined);
    });
    const left = await deliverPost(given);
    const withCode = left.filter(({ text }) => text.includes("#code="));
    expect(withCode.map(({ to }) => to)).toEqual([election.voters[2]!.email]);
    const trouble = await listMailsInTrouble(given.context());
    const reasons = trouble.filter(({ template }) => template === "elections/voting-code").map(({ reason }) => reason);
    expect(reasons.sort()).toEqual([
      expect.stringMatching(/^CANNOT_COMPLETE: its address/),
      expect.stringMatching(/^MISADDRESSED/),
    ]);
  });

  // Requirement: L7
  test("a second code that is drawn while two people send the voter's mails elsewhere opens nothing, and no mail leaves to the address of before", async () => {
    const election = await anElectionByLink(given);
    const { electionId } = election;
    const { rollEntryId, code } = election.codeOf(0);
    const toAddress = addressOf(election, 0);
    const mended = { mendedEmail: "vera.nueva@lista.example", secondKeyHash: null, rollKeyHash: null };
    const between = {
      findUniqueOrThrow: async (query: Parameters<typeof given.database.election.findUniqueOrThrow>[0]) => {
        await given.database.rollEntry.update({ where: { id: rollEntryId }, data: mended });
        return given.database.election.findUniqueOrThrow(query);
      },
    };
    const ground = given.context();
    const database = new Proxy(ground.database, {
      get: (target, name) => (name === "election" ? between : (Reflect.get(target, name) as unknown)),
    });
    const about = { subjectId: electionId, language: "es" as const };
    const mail = { ...about, deduplication: codeMailKey(rollEntryId), properties: { toAddress, code } };
    expect(await completeCodeMail({ ...ground, database }, mail)).toMatchObject({ kind: "failed" });
    const late = { ...about, deduplication: rollMailKey(rollEntryId, 1), properties: { toAddress } };
    expect(await completeRollMail(ground, late)).toMatchObject({ kind: "failed" });
    expect(await given.database.rollEntry.findUniqueOrThrow({ where: { id: rollEntryId } })).toMatchObject(mended);
  });
});
