// A ballot opened before it is cast shows its choices and nothing else will do.
import { describe, expect, test } from "vitest";
import { expectOk } from "../../result/index.ts";
import type { GroupName } from "../primitives/group-name.ts";
import { createBallotWithOpening } from "./ballot.ts";
import { generateCredentialCode } from "./credential-code.ts";
import { serializeElection } from "./election.ts";
import { checkOpening } from "./opening.ts";
import { choiceVector, type HomomorphicQuestion } from "./question.ts";
import { electionPublicKey, generateSingleTrustee } from "./trustees/trustees.ts";
import { serializeTrustees } from "./trustees/format.ts";

let counter = 0;
const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1)
    bytes[index] = (counter = (counter * 1103515245 + 12345) % 2147483648) >> 16;
  return bytes;
};

const questions: HomomorphicQuestion[] = [
  { question: "Board", answers: ["Ana", "Bruno", "Carmen"], blank: true, min: 1, max: 2 },
  { question: "Bylaws", answers: ["Yes", "No", "Abstain"], blank: false, min: 1, max: 1 },
];

function anElection(group: GroupName) {
  const { trustee } = generateSingleTrustee({ group, random });
  const trusteesPayload = serializeTrustees([trustee]);
  return serializeElection({
    uuid: "MQnThbqb8JDZCU",
    name: "n",
    description: "d",
    group,
    publicKey: electionPublicKey(group, trusteesPayload),
    questions,
  });
}

describe.each(["Ed25519", "BELENIOS-2048"] as const)("an opened ballot in %s", (group) => {
  const electionPayload = anElection(group);
  const choices = [expectOk(choiceVector(questions[0]!, [2])), expectOk(choiceVector(questions[1]!, [1]))];
  const code = generateCredentialCode(group, random);
  const { ballot, opening } = createBallotWithOpening({ electionPayload, code, choices, random });

  // Requirement: CM 15, S1
  test("shows what it holds, contest by contest", () => {
    expect(expectOk(checkOpening({ electionPayload, ballot, opening })).answers).toEqual([
      { question: "Board", chosen: [2], isBlank: false },
      { question: "Bylaws", chosen: [1], isBlank: false },
    ]);
  });

  test("a page that encrypted another choice than it says is found out", () => {
    const [board = [], bylaws = []] = opening.answers;
    const swapped = [{ ...board[0]! }, { ...board[1]!, choice: 1 }, { ...board[2]! }, { ...board[3]!, choice: 0 }];
    const lie = { ...opening, answers: [swapped, bylaws] };
    expect(checkOpening({ electionPayload, ballot, opening: lie })).toMatchObject({
      error: { code: "OPENING_DIFFERS" },
    });
  });

  test("an opening of another ballot, or none at all, is refused", () => {
    const other = createBallotWithOpening({ electionPayload, code, choices, random });
    const codeOf = (value: unknown) => checkOpening({ electionPayload, ballot, opening: value });
    expect(codeOf(other.opening)).toMatchObject({ error: { code: "OPENING_OF_ANOTHER_BALLOT" } });
    expect(codeOf({ tracker: opening.tracker })).toMatchObject({ error: { code: "OPENING_MALFORMED" } });
    expect(codeOf({ ...opening, answers: [opening.answers[0]] })).toMatchObject({ error: { code: "OPENING_DIFFERS" } });
  });
});
