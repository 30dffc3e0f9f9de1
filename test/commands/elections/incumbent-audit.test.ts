// The findings of the incumbent's own audit (L3, L5, L7, L8, L9), each as a test that must never fail here. L1 is in cast-ballot.test.ts.
import { expect, test } from "vitest";
import type { Archive } from "#app/lib/ballot-protocol/index.ts";
import { readArchive, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import {
  castBallot,
  closeDueElections,
  findElection,
  findResult,
  listBallots,
  publishCertificate,
  publishPartialDecryption,
  readWholeArchive,
} from "#app/modules/elections/index.server.ts";
import { listCodeRecipients } from "#app/modules/elections/queries/commission.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { decryptionMessage } from "#app/modules/elections/domain/trustee-rounds.ts";
import { findCeremony } from "#app/modules/elections/index.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { aPersonWithAccount, anElection, closesAt, whileOpen } from "../../factories/elections.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import { listRows } from "../../setup/every-row.ts";

describeOnEachDatabase("incumbent-audit", (given) => {
  // Requirement: L3, CM 24, B6
  test("L3: before the close nobody reads a total, and a trustee's part of the sum is refused", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    expect(await findResult(given.context(), election.electionId)).toBeUndefined();
    const row = await given.database.election.findUniqueOrThrow({ where: { id: election.electionId } });
    expect([row.encryptedTally, row.resultPayload, row.countedBallots, row.countedWeight]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const part = {
      electionId: election.electionId,
      partialDecryption: '{"decryption_factors":[],"decryption_proofs":[]}',
    };
    expect(await publishPartialDecryption(election.as(election.commission[0]!), part)).toMatchObject({
      error: { code: "BOX_NOT_CLOSED" },
    });
  });

  // Requirement: L3, CM 45
  test("L3: a clock that goes past the close and back again opens nothing: the box stays closed for good", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    await election.closed();
    given.clock.set(whileOpen);
    expect(await election.cast(1, [0])).toMatchObject({ error: { code: "VOTING_CLOSED" } });
    expect(await findElection(given.context(), election.electionId)).toMatchObject({ phase: "counting" });
    expect(await closeDueElections(given.context())).toEqual([]);
    expect(verifyArchive((await readWholeArchive(given.context(), election.electionId))!)).toMatchObject({
      verdict: "valid",
    });
  });

  // Requirement: C3, L3
  test("L3: at the closing instant the box closes once, however many processes notice it", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    given.clock.set(closesAt);
    await Promise.all([1, 2, 3].map(() => closeDueElections(given.context())));
    const events = await given.database.archiveRecord.findMany({
      where: { kind: "event" },
      orderBy: { position: "asc" },
    });
    expect(events.map(({ eventType }) => eventType)).toEqual(["Setup", "Ballot", "EndBallots", "EncryptedTally"]);
  });

  // Requirement: L5, CM 45
  test("L5: deleting a voter's roll entry, contact or organisation leaves every ballot in the box and in the count", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(1, [0]));
    const before = (await readWholeArchive(given.context(), election.electionId))!;
    await given.database.rollEntry.deleteMany({ where: { id: election.codeOf(1).rollEntryId } });
    await given.database.account.deleteMany({ where: { id: election.voters[1]!.actor.accountId } });
    expect(Buffer.compare(before, (await readWholeArchive(given.context(), election.electionId))!)).toBe(0);
    await election.counted();
    const result = await findResult(given.context(), election.electionId);
    expect(result?.contests[0]?.lines[0]).toMatchObject({ option: 0, votes: 4 });
  });

  // Requirement: L6
  test("L6: a roll that is frozen cannot be frozen again with other voters", async () => {
    const election = await (await anElection(given)).frozen();
    const again = await election.freeze(async () => [{ ...firstRight(election), votes: 11 }]);
    expect(again).toMatchObject({ error: { code: "ROLL_ALREADY_FROZEN" } });
  });

  // Requirement: L7, CM 21
  test("L7: no row of any table holds a voting code or what could be made from one before a vote is cast", async () => {
    const election = await (await anElection(given)).sealed();
    const secrets = election.codes.flatMap(({ code }, voter) => [code, election.casting(voter, "").bindingKey]);
    for (const { table, text } of await listRows(given)) {
      for (const secret of secrets) expect(text.includes(secret), `${table} holds a voting code`).toBe(false);
    }
  });

  // Requirement: L7
  test("L7: staff and administrators can neither issue codes nor vote in a member's place", async () => {
    const election = await (await anElection(given)).open();
    const administrator = await aPersonWithAccount(given, "Ada Admin", ["administrator", "staff", "auditor"]);
    const ballot = await election.encrypt(0, [0]);
    for (const actor of [election.staff, administrator]) {
      await expect(listCodeRecipients(election.as(actor), election.electionId)).rejects.toBeInstanceOf(NotPermitted);
      await expect(castBallot(election.as(actor), election.casting(0, ballot))).rejects.toBeInstanceOf(NotPermitted);
    }
  });

  // Requirement: CM 8
  test("L7: whoever takes over a contact's account still cannot vote without the code from the mail", async () => {
    const election = await (await anElection(given)).open();
    // The thief knows the public credential list, the roll entry and its tag, but no code: a code of another voter is the best there is.
    const ballot = await election.encrypt(1, [0]);
    const attempt = { ...election.casting(1, ballot), rollEntryId: election.codeOf(0).rollEntryId };
    expect(await castBallot(election.as(election.voters[0]!.actor), attempt)).toMatchObject({
      error: { code: "CODE_OF_ANOTHER_ORGANIZATION" },
    });
  });

  // Requirement: L8
  test("L8: a trustee's message is taken from that trustee alone, whatever other roles somebody has", async () => {
    const election = await (await (await anElection(given)).open()).counted(1);
    const third = election.trustees[2]!;
    const ceremony = (await findCeremony(given.context(), {
      electionId: election.electionId,
      accountId: third.actor.accountId,
    }))!;
    const made = await decryptionMessage(
      {
        ...ceremony,
        group: "Ed25519",
        electionPayload: ceremony.electionPayload!,
        encryptedTally: ceremony.encryptedTally!,
      },
      third.key,
      given.context().random,
    );
    const partialDecryption = made.ok ? made.value : "";
    const everything = await aPersonWithAccount(given, "Ada Admin", [
      "administrator",
      "staff",
      "commission",
      "auditor",
    ]);
    const message = { electionId: election.electionId, partialDecryption };
    await expect(publishPartialDecryption(election.as(everything), message)).rejects.toBeInstanceOf(NotPermitted);
    await expect(publishPartialDecryption(given.context(), message)).rejects.toBeInstanceOf(NotPermitted);
    const asAnother = await publishPartialDecryption(election.as(election.commission[1]!), message);
    expect(asAnother).toMatchObject({ error: { code: "DECRYPTION_INVALID" } });
    const certificate = { electionId: election.electionId, certificate: "{}", shareRecipient: `age1${"q".repeat(58)}` };
    await expect(publishCertificate(election.as(everything), certificate)).rejects.toBeInstanceOf(NotPermitted);
  });

  // Requirement: CM 26, B1, B6
  test("a trustee's part that opens one ballot instead of the sum is refused, and nothing else is ever given to be opened", async () => {
    const election = await withThreeVotes(given);
    await election.closed();
    const { electionId, trustees } = election;
    const archive = expectOk(readArchive((await readWholeArchive(given.context(), electionId))!));
    const [first] = archive.events.filter(({ type }) => type === "Ballot");
    const ballot = JSON.parse(archive.findBody(first?.payload ?? "") ?? "") as {
      answers: { choices: { alpha: string; beta: string }[] }[];
    };
    const { actor, key } = trustees[0]!;
    const ceremony = (await findCeremony(given.context(), { electionId, accountId: actor.accountId }))!;
    expect(ceremony.encryptedTally).toBe(archive.findBody(tallyOf(archive))!);
    const { electionPayload } = ceremony;
    const open = (encryptedTally: string) =>
      decryptionMessage(
        { ...ceremony, group: "Ed25519", electionPayload: electionPayload!, encryptedTally },
        key,
        given.context().random,
      );
    const single = await open(JSON.stringify(ballot.answers.map(({ choices }) => choices)));
    const partialDecryption = expectOk(single);
    expect(await publishPartialDecryption(election.as(actor), { electionId, partialDecryption })).toMatchObject({
      error: { code: "DECRYPTION_INVALID" },
    });
    const sum = expectOk(await open(ceremony.encryptedTally!));
    expectOk(await publishPartialDecryption(election.as(actor), { electionId, partialDecryption: sum }));
  });

  // Requirement: L9, CM 19, B1
  test("L9: no row of any table names both a voter and a ballot", async () => {
    const election = await withThreeVotes(given);
    const ballots = await given.database.ballot.findMany();
    const namesOfVoters = election.voters.flatMap(({ actor, email, handle }, voter) => [
      actor.accountId,
      actor.userId,
      actor.name,
      email,
      handle,
      election.codeOf(voter).rollEntryId,
    ]);
    const namesOfBallots = ballots.flatMap(({ tracker, credential }) => [tracker, credential]);
    for (const { table, text } of await listRows(given)) {
      const namesVoter = namesOfVoters.some((name) => text.includes(name));
      const namesBallot = namesOfBallots.some((name) => text.includes(name));
      expect(namesVoter && namesBallot, `a row of ${table} joins a voter and a ballot: ${text}`).toBe(false);
    }
  });

  // Requirement: L9, CM 26
  test("L9: rows that name a voter carry no time at which she voted, so time joins nothing either", async () => {
    const election = await anElection(given);
    await election.sealed();
    const instants: string[] = [];
    for (const voter of [2, 0, 1]) {
      given.clock.set(new Date(whileOpen.getTime() + 61_007 * (voter + 1)));
      instants.push(given.clock.now().toISOString());
      expect(await election.cast(voter, [0])).toMatchObject({ ok: true });
    }
    const epochs = instants.map((instant) => String(new Date(instant).getTime()));
    for (const { table, text } of await listRows(given)) {
      const namesVoter = election.voters.some(
        ({ actor, email }) => text.includes(actor.accountId) || text.includes(email),
      );
      if (!namesVoter) continue;
      for (const moment of [...instants, ...epochs])
        expect(text.includes(moment), `${table} tells when she voted: ${text}`).toBe(false);
    }
  });

  test("L9: the order in which the roll stands in the database is not the order of the votes", async () => {
    const election = await anElection(given);
    await election.sealed();
    const before = (await given.database.rollEntry.findMany()).map(({ id }) => id);
    given.clock.set(whileOpen);
    for (const voter of [2, 0, 1]) expectOk(await election.cast(voter, [0]));
    if (given.kind === "sqlite")
      expect((await given.database.rollEntry.findMany()).map(({ id }) => id)).toEqual(before);
    const days = (await given.database.rollEntry.findMany()).map(({ lastVotedOn }) => lastVotedOn);
    expect(new Set(days)).toEqual(new Set(["2026-03-12"]));
  });

  test("the box is told apart by nobody: listing it needs no account and shows no voter", async () => {
    const election = await withThreeVotes(given);
    const page = await listBallots(given.context({ actor: { kind: "visitor" } }), {
      electionId: election.electionId,
      page: 1,
    });
    expect(Object.keys(page.lines[0]!).sort()).toEqual(["isReplaced", "position", "tracker", "weight"]);
  });
});

/** The hash of the encrypted sum in the archive. */
function tallyOf({ events, findBody }: Archive): string {
  const event = events.find(({ type }) => type === "EncryptedTally");
  return (JSON.parse(findBody(event?.payload ?? "") ?? "{}") as { encrypted_tally?: string }).encrypted_tally ?? "";
}

async function withThreeVotes(given: Given): Promise<ElectionInTest> {
  const election = await (await anElection(given)).open();
  for (const voter of [0, 1, 2]) expect(await election.cast(voter, [voter])).toMatchObject({ ok: true });
  return election;
}

function firstRight(election: ElectionInTest) {
  const voter = election.voters[0]!;
  return {
    organizationId: "another",
    handle: "HN-NEW-PLEN",
    name: "Another",
    country: "HN",
    class: "active-a",
    category: "medium",
    votes: 1,
    explanation: {},
    contact: { accountId: voter.actor.accountId, name: voter.actor.name, email: voter.email, language: "es" },
    isEntitled: true,
  };
}
