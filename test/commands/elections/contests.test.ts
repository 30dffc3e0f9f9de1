// Several contests on one ballot, from the draft to the result.
import { expect, test } from "vitest";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { findResult, listContests, nameCandidates, readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { NamedCandidate } from "#app/modules/elections/index.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import type { Given } from "../../setup/databases.ts";

const fee = {
  kind: "question" as const,
  title: { es: "¿Sube la cuota?", en: "Raise the fee?", pt: "Sobe a taxa?" },
  description: { es: "", en: "", pt: "" },
};

describeOnEachDatabase("contests", (given) => {
  // Requirement: CM 9, CM 13, R4, R5
  test("two bodies' worth of decisions are voted in one visit, and each contest is counted by itself", async () => {
    const election = await (await anElection(given, { furtherContests: [fee] })).open();
    expectOk(await election.cast(0, [0], [2]));
    expectOk(await election.cast(1, [1, 2], [0]));
    expectOk(await election.cast(2, [], [1]));
    await election.counted();
    const result = await findResult(given.context(), election.electionId);
    expect(result?.contests.map(({ lines }) => lines.map(({ option, votes }) => [option, votes]))).toEqual([
      [
        [1, 4],
        [2, 4],
        [0, 1],
        ["blank", 7],
      ],
      [
        [1, 7],
        [0, 4],
        [2, 1],
      ],
    ]);
    expect(result?.contests.map(({ totalMarks }) => totalMarks)).toEqual([16, 12]);
    const archive = (await readWholeArchive(given.context(), election.electionId))!;
    expect(verifyArchive(archive).verdict).toBe("valid");
  });

  test("the archive asks the contests in their order; a question has its three answers in the archive's language", async () => {
    const election = await (await anElection(given, { furtherContests: [fee] })).sealed();
    const { electionPayload } = await given.database.election.findUniqueOrThrow({ where: { id: election.electionId } });
    expect(JSON.parse(electionPayload ?? "")).toMatchObject({
      questions: [
        { answers: ["Ana", "Bruno", "Carla"], blank: true, min: 1, max: 2 },
        { question: "¿Sube la cuota?", answers: ["Sí", "No", "Abstención"], min: 1, max: 1 },
      ],
    });
  });

  test("candidates are named until the box is sealed, and the log has who stood before", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const [contest] = await listContests(given.context(), election.electionId);
    expectOk(await name(given, contest!.id, ["Dora", "Eva"]));
    expect((await listContests(given.context(), election.electionId))[0]).toMatchObject({
      maxChoices: 2,
      candidates: [
        { position: 0, name: "Dora", citizenships: ["HN"] },
        { position: 1, name: "Eva" },
      ],
    });
    const line = await given.database.auditEntry.findFirst({ where: { action: "elections:candidates-named" } });
    expect(line?.details).toMatchObject({ before: ["Ana", "Bruno", "Carla"], candidates: ["Dora", "Eva"] });
    expect(line?.changes).toMatchObject([
      {
        field: "candidates.1",
        before: { name: "Ana", citizenships: [] },
        after: { name: "Dora", citizenships: ["HN"] },
      },
      { field: "candidates.2", before: { name: "Bruno" }, after: { name: "Eva" } },
      { field: "candidates.3", before: { name: "Carla" }, after: null },
    ]);
    expectOk(await seal(election));
    expect(await name(given, contest!.id, ["Fina"])).toMatchObject({ error: { code: "BALLOT_ALREADY_SEALED" } });
  });

  test("the box is not sealed while nobody stands in a contest; fewer than the seats may stand", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const [contest] = await listContests(given.context(), election.electionId);
    expectOk(await name(given, contest!.id, []));
    expect(await seal(election)).toMatchObject({ error: { code: "CONTEST_WITHOUT_CANDIDATES" } });
    expectOk(await name(given, contest!.id, ["Dora"]));
    expectOk(await seal(election));
    expect((await listContests(given.context(), election.electionId))[0]).toMatchObject({ seats: 2, maxChoices: 1 });
  });
});

function seal(election: ElectionInTest) {
  const [first, second] = election.commission;
  return sealByTwo(election.given.context(), election.electionId, [first!, second!]);
}

function name(given: Given, contestId: string, names: readonly string[]) {
  const candidates = names.map((each): NamedCandidate => ({
    name: each,
    citizenships: ["HN"],
    biography: { es: "", en: "", pt: "" },
  }));
  return inTransaction(given.context(), (within) => nameCandidates(within, { contestId, candidates }));
}
