// election check-code and election open-ballot, as a member types them, with the public archive and nothing else.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choiceVector, createBallotWithOpening } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "plenaria-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plenaria(words: readonly string[], input = "") {
  const run = spawnSync(process.execPath, ["app/processes/command-line.mjs", ...words], {
    cwd: root,
    encoding: "utf8",
    input,
    env: { NODE_ENV: "test", PATH: process.env["PATH"] ?? "", PLENARIA_MODE: "production", DATABASE_URL: "mysql://x" },
  });
  return { code: run.status, answer: run.stdout, words: run.stderr };
}

describeOnEachDatabase(
  "the checks of the command line",
  (given) => {
    const archive = join(folder, "board.bel");
    let election: ElectionInTest;

    beforeAll(async () => {
      election = await (await anElection(given)).open();
      expectOk(await election.cast(0, [0]));
      expectOk(await election.cast(0, [1]));
      writeFileSync(archive, (await readWholeArchive(given.context(), election.electionId)) ?? "");
    });

    // Requirement: S2, S4
    test("a code with which nobody voted has no ballot, and one that voted twice has two", () => {
      const none = plenaria(["election", "check-code", archive, "--json"], `${election.codeOf(1).code}\n`);
      expect({ code: none.code, check: JSON.parse(none.answer) }).toMatchObject({
        code: 0,
        check: { ballots: [], of: 2 },
      });
      const two = plenaria(["election", "check-code", archive], election.codeOf(0).code);
      expect(two.code).toBe(1);
      expect(two.answer).toMatch(/^1\t.{43}\treplaced by a later ballot\n2\t.{43}\tcounts\n$/);
      expect(two.answer + two.words).not.toContain(election.codeOf(0).code);
    });

    test("something that is no code is unusable input, and so is a file that is no archive", () => {
      expect(plenaria(["election", "check-code", archive], "nothing").words).toContain("CODE_MALFORMED");
      expect(plenaria(["election", "check-code", "package.json"], "x").code).toBe(2);
    });

    test("an opened ballot tells what it holds, and a lie about it is found", async () => {
      const { electionPayload } = await given.database.election.findUniqueOrThrow({
        where: { id: election.electionId },
      });
      const made = createBallotWithOpening({
        electionPayload: electionPayload ?? "",
        code: election.codeOf(2).code,
        choices: election.questions.map((question) => expectOk(choiceVector(question, [0]))),
        random: given.context().random,
      });
      const file = join(folder, "opened.json");
      writeFileSync(file, JSON.stringify(made));
      const told = plenaria(["election", "open-ballot", file, archive]);
      expect(told).toMatchObject({ code: 0 });
      expect(told.answer).toContain(election.questions[0]?.answers[0]);
      const [first = []] = made.opening.answers;
      const lie = first.map(({ choice, randomness }) => ({ choice: 1 - choice, randomness }));
      writeFileSync(file, JSON.stringify({ ...made, opening: { ...made.opening, answers: [lie] } }));
      expect(plenaria(["election", "open-ballot", file, archive])).toMatchObject({ code: 1 });
    });
  },
  { fresh: "once" },
);
