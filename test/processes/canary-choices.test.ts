// After a whole election over HTTP and real mail, nothing that the house keeps, writes or sends stands beside a voter and tells what she
// chose, and nowhere is what would open a ballot. Source: CM/Rec(2017)5 no. 19: an automated search with canary choices.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import PostalMime from "postal-mime";
import { expect, test, vi } from "vitest";
import { choiceVector, createBallotWithOpening } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { assembleEvidence, readBundle } from "#app/modules/certificates/index.server.ts";
import { accessKeyOf } from "#app/modules/elections/domain/access-key.ts";
import { openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { closeDueElections } from "#app/modules/elections/index.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { startMailRoom } from "#app/processes/mail-room.ts";
import type { ElectionInTest } from "../factories/elections.ts";
import { anElection, closesAt } from "../factories/elections.ts";
import { backUp } from "../setup/back-up.ts";
import { startBooth } from "../setup/booth-on-the-line.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";
import { listRows } from "../setup/every-row.ts";

const canaries = ["Canario Amarillo Zeta", "Canario Bermejo Iota", "Canario Celeste Omega", "Canario Dorado Sigma"];

/** A piece of what the house keeps, wrote or sent, small enough that two things in it stand beside each other. */
interface Piece {
  readonly where: string;
  readonly text: string;
}

/** Every file under the folder; what is not text is searched as it is. */
function filesUnder(folder: string): Piece[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? filesUnder(path)
      : [{ where: path, text: readFileSync(path).toString("latin1") }];
  });
}

/** Mails as their readers see them. */
async function mailsUnder(folder: string): Promise<(Piece & { readonly to: string })[]> {
  const files = filesUnder(folder).filter(({ where }) => where.endsWith(".eml"));
  return Promise.all(
    files.map(async ({ where, text: raw }) => {
      const { subject = "", text = "", html = "", to, headers } = await PostalMime.parse(Buffer.from(raw, "latin1"));
      const parts = [subject, text, html, ...headers.map(({ key, value }) => `${key}: ${value}`)];
      return { where, text: parts.join("\n"), to: to?.[0]?.address ?? "" };
    }),
  );
}

/** A ballot with everything that would open it. */
async function canaryBallot(election: ElectionInTest, voter: number, choice: number) {
  const { given, electionId, questions } = election;
  const { electionPayload } = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const { ballot, opening } = createBallotWithOpening({
    electionPayload: electionPayload ?? "",
    code: election.codeOf(voter).code,
    choices: [expectOk(choiceVector(questions[0]!, [choice]))],
    random: given.context().random,
  });
  return { voter, ballot, secrets: opening.answers.flat().map(({ randomness }) => randomness) };
}

describeOnEachDatabase("canary choices", (given) => {
  // Requirement: CM 19, CM 16, CM 21, CM 23, L9, B1
  test("no table, file, mail, log, output or back-up holds a choice beside a voter, or what would open a ballot", async () => {
    const lines: string[] = [];
    const catching = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) });
    const printed = (["stdout", "stderr"] as const).map((stream) =>
      vi.spyOn(process[stream], "write").mockImplementation((line) => (lines.push(String(line)), true)),
    );
    const election = await (
      await anElection(given, { candidates: canaries, weights: [1, 1, 1, 1, 1], maxChoices: 1 })
    ).open();
    const { electionId } = election;
    const ground = { ...given.context(), log: pino({ level: "trace" }, catching) };
    const { folder } = given.settings;
    const room = await startMailRoom(ground, { folder, restMs: 20 });
    const booth = await startBooth(election, {}, ground.log);
    const ballots = [];
    for (const [voter, choice] of [0, 1, 2, 3, 0].entries()) ballots.push(await canaryBallot(election, voter, choice));
    ballots.push(await canaryBallot(election, 0, 2));
    for (const { voter, ballot } of ballots)
      expect(await booth.send(voter, ballot)).toMatchObject({ outcome: "accepted" });
    expect(await booth.send(1, `${ballots[1]!.ballot.slice(0, -1)},"x":1}`)).toMatchObject({ outcome: "refused" });
    await expect.poll(() => given.database.outgoingMail.count({ where: { state: "waiting" } })).toBe(0);
    given.clock.set(closesAt);
    await closeDueElections(ground);
    await openSum(withActor(ground, ground.actor), electionId, election.trustees.slice(0, 2));
    expectOk(await signCheckpoint(ground));
    expectOk(await assembleEvidence(ground, { electionId }));
    expect(await readBundle(ground, electionId)).toBeDefined();
    await room.stop();
    await booth.close();
    for (const spy of printed) spy.mockRestore();
    const restored = await (await backUp(given))();

    const mails = await mailsUnder(folder);
    const rows = [...(await listRows(given)), ...(await listRows({ ...given, database: restored.database }))];
    const pieces: Piece[] = [
      ...rows.map(({ table, text }) => ({ where: table, text })),
      ...lines.flatMap((line) => line.split("\n")).map((text) => ({ where: "log or output", text })),
      ...mails,
    ];
    await restored.drop();
    expect(mails.length).toBeGreaterThanOrEqual(10);
    expect(pieces.some(({ text }) => text.includes(canaries[0]!))).toBe(true);
    const voters = election.voters.map(({ actor, email, handle }, voter) => [
      ...[actor.accountId, actor.userId, actor.name, email, handle],
      election.codeOf(voter).rollEntryId,
    ]);
    for (const { where, text } of pieces) {
      const namesVoter = voters.flat().some((name) => text.includes(name));
      const chosen = canaries.filter((canary) => text.includes(canary));
      expect(namesVoter ? chosen : [], `${where} has a choice beside a voter: ${text.slice(0, 400)}`).toEqual([]);
    }
    const openings = ballots.flatMap(({ secrets }) => secrets);
    const keys = election.voters.flatMap((_, voter) => {
      const { code } = election.codeOf(voter);
      return [accessKeyOf({ electionId, code }), election.casting(voter, "").bindingKey];
    });
    const everything = [...pieces, ...filesUnder(folder)];
    for (const secret of [...openings, ...keys])
      expect(everything.filter(({ text }) => text.includes(secret)).map(({ where }) => where)).toEqual([]);
    for (const [voter, { email }] of election.voters.entries()) {
      const { code } = election.codeOf(voter);
      const holders = everything.filter(({ text }) => text.includes(code));
      expect(holders.filter(({ where }) => !where.endsWith(".eml")).map(({ where }) => where)).toEqual([]);
      expect(mails.filter(({ text }) => text.includes(code)).map(({ to }) => to)).toEqual([email]);
    }
  });
});
