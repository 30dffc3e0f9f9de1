import { expect, test } from "vitest";
import { expectedCounts, parseBallotFile } from "./ballot-file.ts";

const file = { question: "Board", answers: ["A", "B", "C"], min: 1, max: 2, blank: true };
const withBallots = (ballots: unknown) => JSON.stringify({ ...file, ballots });

// Source: acceptance test of the incumbent's counting, 2013: V1=1, V2=2, V3=3, V4=4.
test("each mark carries the whole weight of the voter", () => {
  const parsed = parseBallotFile(
    withBallots([
      { weight: 1, choices: [0, 1] },
      { weight: 2, choices: [0] },
      { weight: 3, choices: [1, 2] },
      { weight: 4, choices: [0, 2] },
    ]),
  );
  expect(parsed.ok && expectedCounts(parsed.value)).toEqual([0, 7, 4, 7]);
});

test("an empty choice counts as blank with its weight", () => {
  const parsed = parseBallotFile(withBallots([{ weight: 5, choices: [] }]));
  expect(parsed.ok && expectedCounts(parsed.value)).toEqual([5, 0, 0, 0]);
});

test("a choice too many is refused with the number of its ballot", () => {
  expect(
    parseBallotFile(
      withBallots([
        { weight: 1, choices: [0] },
        { weight: 1, choices: [0, 1, 2] },
      ]),
    ),
  ).toMatchObject({
    error: { code: "BALLOT_FILE_CHOICE", details: { ballot: 2 } },
  });
});

test("text that is no JSON and JSON of another shape are told apart", () => {
  expect(parseBallotFile("{")).toMatchObject({ error: { code: "BALLOT_FILE_NOT_JSON" } });
  expect(parseBallotFile("{}")).toMatchObject({ error: { code: "BALLOT_FILE_SHAPE", details: { where: "question" } } });
});
