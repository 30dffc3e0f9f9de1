import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatsIn } from "#app/platform/language/formats.ts";
import { countSeats, sentenceOf } from "./index.ts";

interface PublishedElection {
  id: string;
  seats: number;
  capPerCitizenship?: number;
  termYearsByRank?: number[];
  entitledOrganizations: number;
  votedOrganizations: number;
  turnoutPercent: number;
  totalVotes: number;
  votes: (number | { abstention: number } | { candidate: string; citizenship?: string; votes: number })[];
  elected?: { candidate: string; termYears: number }[];
  skipped?: { candidate: string }[];
}

interface Published {
  elections: PublishedElection[];
}

const published = JSON.parse(
  readFileSync(new URL("../../../test/vectors/results/published-results.json", import.meta.url), "utf8"),
) as Published;

/** The rows of a result page: candidates with their votes, abstention apart. */
function readVotes({ votes }: PublishedElection) {
  const rows = votes.map((row, index) => {
    if (typeof row === "number") return { id: String.fromCharCode(65 + index), votes: row, citizenships: [] };
    if ("abstention" in row) return { id: "abstention", votes: row.abstention, citizenships: [] };
    return { id: row.candidate, votes: row.votes, citizenships: row.citizenship ? [row.citizenship] : [] };
  });
  return {
    candidates: rows
      .filter(({ id }) => id !== "abstention")
      .map((row) => ({ ...row, name: row.id, employerGroup: "" })),
    blankVotes: rows.find(({ id }) => id === "abstention")?.votes ?? 0,
  };
}

function replay(election: PublishedElection) {
  return countSeats({
    ...readVotes(election),
    seats: election.seats,
    termYears: 3,
    termYearsByRank: election.termYearsByRank,
    capPerCitizenship: election.capPerCitizenship ?? null,
    capPerEmployerGroup: null,
    tieRule: "lot",
    staying: [],
  });
}

describe.each(published.elections)("the published result of $id", (election) => {
  test("has the total that its rows add up to", () => {
    const { candidates, blankVotes } = readVotes(election);
    expect(candidates.reduce((sum, { votes }) => sum + votes, blankVotes)).toBe(election.totalVotes);
  });

  test("replays: the seats go to those who were seated, nobody is tied, abstention is reported", () => {
    const outcome = replay(election);
    const first = readVotes(election).candidates[0]?.id;
    const expected = election.elected ?? [{ candidate: first, termYears: 3 }];
    expect(outcome.elected.map(({ id, termYears }) => ({ candidate: id, termYears }))).toEqual(expected);
    expect(outcome.ties).toEqual([]);
    const passedOver = outcome.lines.filter(({ code }) => code.startsWith("PASSED_OVER")).map(({ params }) => params);
    expect(passedOver).toMatchObject((election.skipped ?? []).map(({ candidate }) => ({ id: candidate })));
    expect(outcome.lines).toContainEqual({ code: "BLANK", params: { votes: readVotes(election).blankVotes } });
  });

  // Why cut: 1,504 of 7,415 is 20.283 %; the page of 2018 printed 20.2, the later ones whole numbers.
  test("has the turnout that its page printed, cut or rounded to the printed digits", () => {
    const tenths = Math.floor((election.votedOrganizations * 1000) / election.entitledOrganizations);
    const whole = Math.round((election.votedOrganizations * 100) / election.entitledOrganizations);
    expect([tenths / 10, whole]).toContain(election.turnoutPercent);
  });
});

test("in 2018 the second of the ranking is passed over for citizenship, and the line says through whom", () => {
  const [election] = published.elections;
  const lines = election ? replay(election).lines.map((line) => sentenceOf(line, "en", formatsIn("en"))) : [];
  expect(lines.slice(0, 7)).toEqual([
    "3 seats are filled down the ranking, from the most votes to the fewest. Candidates: 13.",
    "At most 1 with the same citizenship may hold office at once; all of a person's citizenships count.",
    "Abstention: 248 votes for none of the candidates, reported here; abstention takes no seat.",
    "A (1,668 votes) is elected to seat 1, for 3 years.",
    "B (1,426 votes) is passed over: A (elected before) has the same citizenship (X1), and the limit is 1.",
    "C (1,187 votes) is elected to seat 2, for 3 years.",
    "D (759 votes) is elected to seat 3, for 2 years.",
  ]);
});
