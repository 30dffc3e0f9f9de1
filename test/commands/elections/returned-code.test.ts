// A mail with a voting code comes back, through a real SMTP server: its second code ends, the desks see it, and a forged report silences nobody.
import { createHash } from "node:crypto";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expectOk, ok, refuse } from "#app/lib/result/index.ts";
import { listAlerts, watchCodes } from "#app/modules/alerts/index.server.ts";
import { accessKeyOf } from "#app/modules/elections/domain/access-key.ts";
import { codeMailKey } from "#app/modules/elections/domain/code-mail.ts";
import { secondKeyOf } from "#app/modules/elections/domain/second-code.ts";
import { listPreparationDecisions } from "#app/modules/elections/before-sealing/queries/preparation-decisions.server.ts";
import {
  castBallot,
  checkRolls,
  endReturnedCode,
  findElection,
  findEntryOfCode,
  listReturnedCodes,
  proposeCancelling,
  proposeMending,
  sendCodeAgain,
} from "#app/modules/elections/index.server.ts";
import { sealForMailRoom } from "#app/modules/notifications/index.ts";
import { importBounces, mailRoomRecipient, markUndeliverable } from "#app/modules/notifications/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { RunningMailRoom } from "#app/processes/mail-room.ts";
import { startMailRoom } from "#app/processes/mail-room.ts";
import { whenMailReturned } from "#app/reactions.server.ts";
import { aPersonWithAccount, type ElectionInTest } from "../../factories/elections.ts";
import { addressOf, linkElection } from "../../factories/link-election.ts";
import { linkIn } from "../../factories/post.ts";
import { byTwo } from "../../factories/two-people.ts";
import { aReturnReport } from "../../factories/returned-mail.ts";
import type { PostServer, ReceivedMail } from "../../fakes/post-server.ts";
import { startPostServer, until } from "../../fakes/post-server.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

let server: PostServer;
let room: RunningMailRoom | undefined;

beforeEach(async () => {
  server = await startPostServer();
});

afterEach(async () => {
  await room?.stop();
  room = undefined;
  await server.close();
});

describeOnEachDatabase("a voting code that comes back", (given) => {
  /** An election whose mails all go through the SMTP server, with a return path for each. */
  async function byMail(state: "sealed" | "open"): Promise<ElectionInTest> {
    const plain = given.context();
    const settings = { ...plain.settings, bounceAddress: "bounces@plenaria.example" };
    const election = await linkElection(given);
    await (state === "open" ? election.open() : election.sealed());
    const smtpUrl = `smtp://127.0.0.1:${server.port}`;
    room = await startMailRoom({ ...plain, settings }, { folder: given.settings.folder, smtpUrl, restMs: 20 });
    await mailTo(election, 0);
    return election;
  }

  /** The last mail to the voter that has a code in its link. */
  async function mailTo(election: ElectionInTest, voter: number, after = 0, address = addressOf(election, voter)) {
    let found: { envelope: ReceivedMail; text: string; messageId: string }[] = [];
    await until(async () => {
      const own = server.mails.filter(({ to }) => to.includes(address));
      const read = await Promise.all(
        own.map(async (envelope) => {
          const { text = "", messageId = "" } = await PostalMime.parse(envelope.message);
          return { envelope, text, messageId };
        }),
      );
      found = read.filter(({ text }) => text.includes("#code="));
      const waiting = await given.database.outgoingMail.count({ where: { state: { in: ["waiting", "sending"] } } });
      return found.length > after && waiting === 0;
    });
    const { envelope, text, messageId } = found.at(-1)!;
    const link = linkIn([{ to: address, text }], address)!;
    const { electionId } = election;
    const accessKey = accessKeyOf({ electionId, code: link.code });
    const secondKey = secondKeyOf({ electionId, secondCode: link.second! });
    return { returnPath: envelope.from, messageId, keys: { accessKey, secondKey } };
  }

  const visitor = () => given.context({ actor: { kind: "visitor" } });
  const opens = (election: ElectionInTest, keys: { accessKey: string; secondKey: string }) =>
    findEntryOfCode(visitor(), { electionId: election.electionId, ...keys });

  function comesBack(election: ElectionInTest, to: string, voter = 0) {
    const report = aReturnReport({ recipient: addressOf(election, voter), to });
    return importBounces(given.context(), [report], whenMailReturned);
  }

  async function sendAgain(election: ElectionInTest, requestId: string, toAddress = addressOf(election, 0)) {
    const { rollEntryId, code } = election.codeOf(0);
    const recipient = await mailRoomRecipient(given.context());
    const sealedVotingCode = await sealForMailRoom(recipient, { toAddress, code });
    const asked = { electionId: election.electionId, rollEntryId, sealedVotingCode, requestId };
    expectOk(await sendCodeAgain(election.as(election.commission[0]!), asked));
  }

  // Requirement: L13, L7
  test("before the voting: the code ends at once, desk, alert, log and the voter are told, and a code sent again votes", async () => {
    const election = await byMail("sealed");
    const { electionId } = election;
    const commission = election.as(election.commission[0]!);
    const first = await mailTo(election, 0);
    expectOk(await opens(election, first.keys));
    expect(await comesBack(election, first.returnPath)).toEqual({ bounced: 1, ignored: 0 });
    expect(await opens(election, first.keys)).toEqual(refuse("CODE_MAIL_RETURNED"));
    const { handle } = election.voters[0]!;
    expect(await listReturnedCodes(commission, electionId)).toMatchObject([
      { organizationHandle: handle, address: addressOf(election, 0), isByLink: true },
    ]);
    const nobody = await aPersonWithAccount(given, "Nadie Ajeno", []);
    await expect(listReturnedCodes(election.as(nobody), electionId)).rejects.toThrow(NotPermitted);
    await watchCodes(given.context());
    expect(await listAlerts(commission)).toMatchObject([{ code: "CODES_RETURNED", clearedAt: null }]);
    const entry = { action: "elections:code-mail-returned", subjectId: electionId };
    const logged = await given.database.auditEntry.findMany({ where: entry });
    expect(logged.map(({ details }) => details)).toEqual([{ organization: handle }]);
    await until(async () => server.mails.some(({ message }) => String(message).includes("nos fue devuelto")));

    await sendAgain(election, "request-1");
    const second = await mailTo(election, 0, 1);
    expect(await opens(election, first.keys)).toEqual(refuse("SECOND_CODE_DIFFERS"));
    expectOk(await opens(election, second.keys));
    expect(await listReturnedCodes(commission, electionId)).toEqual([]);
    await watchCodes(given.context());
    expect((await listAlerts(commission))[0]?.clearedAt).not.toBeNull();
    // A late report about the first mail says nothing of the second.
    await given.database.outgoingMail.updateMany({ where: { state: "bounced" }, data: { state: "sent" } });
    expect(await comesBack(election, first.returnPath)).toEqual({ bounced: 1, ignored: 0 });
    expectOk(await opens(election, second.keys));
  });

  // Requirement: L7, CM 19
  test("during the voting: what was voted stays and can be voted again, and neither desk nor log tells who had voted", async () => {
    const election = await byMail("open");
    const { electionId } = election;
    const [voted, silent] = [await mailTo(election, 0), await mailTo(election, 1)];
    const casting = election.casting(0, await election.encrypt(0, [0]));
    expectOk(await castBallot(visitor(), { ...casting, ...voted.keys }));
    await comesBack(election, voted.returnPath, 0);
    await comesBack(election, silent.returnPath, 1);
    expect(await opens(election, silent.keys)).toEqual(refuse("CODE_MAIL_RETURNED"));
    const other = election.casting(1, await election.encrypt(1, [0]));
    expect(await castBallot(visitor(), { ...other, ...silent.keys })).toEqual(refuse("CODE_MAIL_RETURNED"));
    const again = election.casting(0, await election.encrypt(0, [1]));
    expectOk(await castBallot(visitor(), { ...again, ...voted.keys }));
    const listed = await listReturnedCodes(election.as(election.commission[0]!), electionId);
    const whatIsSaid = listed.map((line) => Object.keys(line));
    expect(whatIsSaid[0]).toEqual(whatIsSaid[1]);
    const entry = { action: "elections:code-mail-returned", subjectId: electionId };
    const logged = await given.database.auditEntry.findMany({ where: entry });
    expect(logged.map(({ details }) => Object.keys(details as object))).toEqual([["organization"], ["organization"]]);
  });

  // Requirement: L13, L6, CM 41
  test("another address is two people's act, without the keeper of the codes: the roll stays as signed, the code sent again goes there and votes", async () => {
    const election = await byMail("open");
    const { electionId } = election;
    const { handle } = election.voters[0]!;
    const [keeper, second, third] = election.commission.map((each) => election.as(each));
    const staff = election.as(election.staff);
    const address = "vera.nueva@lista.example";
    const wish = { electionId, handle, address, reason: "La llamamos por teléfono" };
    const first = await mailTo(election, 0);
    // A report about another mail of ours: whoever reads its Message-ID in the proof of sending could have written it.
    await markUndeliverable(given.context(), { address: addressOf(election, 0), reason: "5.1.1", source: "returned" });
    expect(await proposeMending(staff, wish)).toMatchObject({ error: { code: "ADDRESS_RECEIVES_MAIL" } });
    await markUndeliverable(given.context(), { address: addressOf(election, 1), reason: "550", source: "refused" });
    expectOk(await proposeMending(staff, { ...wish, handle: election.voters[1]!.handle }));
    await comesBack(election, first.returnPath);
    expect(await proposeMending(staff, { ...wish, address: "vera" })).toEqual(refuse("ADDRESS_INVALID"));
    const ofAccount = { ...wish, handle: election.voters[2]!.handle };
    expect(await proposeMending(staff, ofAccount)).toEqual(refuse("ADDRESS_NOT_OF_LINK"));
    expect(await proposeMending(keeper!, wish)).toEqual(refuse("KEEPER_MENDS_NOTHING"));
    expect(await byTwo(proposeMending(staff, wish), keeper!)).toEqual(refuse("KEEPER_MENDS_NOTHING"));
    const before = await findElection(given.context(), electionId);
    const reworded = { ...wish, reason: "Nos escribió desde su nueva empresa" };
    await given.database.approval.deleteMany();
    expectOk(await byTwo(proposeMending(second!, reworded), third!));
    const after = await findElection(given.context(), electionId);
    expect([after?.rollRoot, after?.rollVersion]).toEqual([before?.rollRoot, before?.rollVersion]);
    expect((await checkRolls(given.context(), new Set())).map(({ isWhole }) => isWhole)).toEqual([true]);
    const decisions = await listPreparationDecisions(given.context(), electionId);
    expect(decisions.at(-1)).toMatchObject({ kind: "address-mended", subject: { organization: handle } });
    const log = await given.database.auditEntry.findMany({ where: { action: "elections:address-mended" } });
    expect(JSON.stringify([decisions, log])).not.toMatch(/vera\.nueva|lista\.example@/);
    expect(await opens(election, first.keys)).toEqual(refuse("SECOND_CODE_DIFFERS"));
    const told = () => server.mails.filter(({ message }) => /a_otra_direcci|otra direcci/.test(String(message)));
    await until(async () => told().length >= 2);
    expect(told().flatMap(({ to }) => to)).toContain(addressOf(election, 0));

    await sendAgain(election, "request-1", address);
    const { keys } = await mailTo(election, 0, 0, address);
    expect(await listReturnedCodes(second!, electionId)).toEqual([]);
    const casting = election.casting(0, await election.encrypt(0, [0]));
    expectOk(await castBallot(visitor(), { ...casting, ...keys }));
    const { deduplication } = await given.database.outgoingMail.findFirstOrThrow({ where: { toAddress: address } });
    const template = "elections/voting-code";
    await inTransaction(given.context({ actor: { kind: "system", name: "test" } }), async (within) => {
      await endReturnedCode(within, { template, deduplication, subjectId: electionId });
      return ok(undefined);
    });
    const elsewhere = { ...wish, address: "otra@lista.example" };
    expect(await byTwo(proposeMending(second!, elsewhere), third!)).toEqual(refuse("ADDRESS_OF_CAST_VOTE"));
  });

  test("once the election is called off no report is taken in for its codes, no address is mended, and the alert ends", async () => {
    const election = await byMail("sealed");
    const { electionId } = election;
    const [keeper, second] = election.commission.map((each) => election.as(each));
    const [first, other] = [await mailTo(election, 0), await mailTo(election, 1)];
    await comesBack(election, first.returnPath);
    await watchCodes(given.context());
    expect(await listAlerts(keeper!)).toMatchObject([{ code: "CODES_RETURNED", clearedAt: null }]);
    const reason = { es: "La sala cayó", en: "The house fell", pt: "A sala caiu" };
    expectOk(await byTwo(proposeCancelling(keeper!, { electionId, reason }), second!));
    await comesBack(election, other.returnPath, 1);
    expect(await given.database.auditEntry.count({ where: { action: "elections:code-mail-returned" } })).toBe(1);
    await watchCodes(given.context());
    expect((await listAlerts(keeper!))[0]?.clearedAt).not.toBeNull();
    const wish = { electionId, handle: election.voters[0]!.handle, address: "vera@lista.example", reason: "No" };
    expect(await proposeMending(second!, wish)).toEqual(refuse("ELECTION_CANCELLED"));
  });

  // Requirement: L7
  test("who forges a report without the mail ends nothing; who could with it is answered by a mail to the voter, and a new code is out of reach", async () => {
    const election = await byMail("open");
    const first = await mailTo(election, 0);
    const { rollEntryId } = election.codeOf(0);
    const hash = createHash("sha256").update(codeMailKey(rollEntryId)).digest("hex").slice(0, 40);
    const domain = new URL(given.settings.baseUrl).hostname;
    const guesses = [
      aReturnReport({ recipient: addressOf(election, 0), to: `bounces+${"0".repeat(32)}@plenaria.example` }),
      aReturnReport({ recipient: addressOf(election, 0), messageId: `<${hash}@${domain}>` }),
      // The path of another voter's mail ends that one's alone.
      aReturnReport({ recipient: addressOf(election, 0), messageId: (await mailTo(election, 1)).messageId }),
    ];
    const imported = await importBounces(given.context(), guesses, whenMailReturned);
    expect(imported).toEqual({ bounced: 0, ignored: 3 });
    expectOk(await opens(election, first.keys));
    expect(await comesBack(election, first.returnPath)).toEqual({ bounced: 1, ignored: 0 });
    const told = async () => server.mails.filter(({ message }) => String(message).includes("nos fue devuelto"));
    await until(async () => (await told()).length === 1);
    const [notice] = await told();
    expect(notice?.to).toEqual([addressOf(election, 0)]);
    expect((await PostalMime.parse(notice!.message)).text).not.toContain("#");
    await sendAgain(election, "request-1");
    const second = await mailTo(election, 0, 1);
    expect(await comesBack(election, first.returnPath), "the same report once more").toMatchObject({ bounced: 0 });
    const casting = election.casting(0, await election.encrypt(0, [0]));
    expectOk(await castBallot(visitor(), { ...casting, ...second.keys }));
  });
});
