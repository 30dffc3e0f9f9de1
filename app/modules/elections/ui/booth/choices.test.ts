// Marking the ballot: limits, blank, and what is said about them.
import { expect, test } from "vitest";
import { hasChoices, isComplete, noChoices, readBallotQuestions, toggleBlank, toggleCandidate } from "./choices.ts";

const question = {
  kind: "candidates" as const,
  answers: ["Ana", "Beto", "Caro", "Dani"],
  allowsBlank: true,
  min: 1,
  max: 2,
};

test("a candidate is marked and unmarked", () => {
  const marked = toggleCandidate(noChoices, 2, 2);
  expect(marked).toEqual({ choices: { chosen: [2], isBlank: false }, notice: null });
  expect(toggleCandidate(marked.choices, 2, 2).choices).toEqual(noChoices);
});

test("one candidate too many is refused and nothing that was chosen is lost", () => {
  const full = { chosen: [2, 0], isBlank: false };
  expect(toggleCandidate(full, 3, 2)).toEqual({ choices: full, notice: "over-limit" });
});

test("where only one may be chosen, the next choice takes its place", () => {
  const first = toggleCandidate(noChoices, 2, 1).choices;
  expect(toggleCandidate(first, 0, 1)).toEqual({ choices: { chosen: [0], isBlank: false }, notice: null });
});

test("blank clears the candidates and says so; a candidate clears blank and says so", () => {
  const blank = toggleBlank({ chosen: [1], isBlank: false });
  expect(blank).toEqual({ choices: { chosen: [], isBlank: true }, notice: "blank-cleared-candidates" });
  expect(toggleCandidate(blank.choices, 1, 2)).toEqual({
    choices: { chosen: [1], isBlank: false },
    notice: "candidate-cleared-blank",
  });
  expect(toggleBlank(blank.choices)).toEqual({ choices: noChoices, notice: null });
});

test("an empty ballot is no vote where blank is offered, and fewer than the most is one", () => {
  expect(isComplete(noChoices, question)).toBe(false);
  expect(isComplete(noChoices, { ...question, min: 0 })).toBe(false);
  expect(isComplete(noChoices, { ...question, min: 0, allowsBlank: false })).toBe(true);
  expect(isComplete({ chosen: [3], isBlank: false }, question)).toBe(true);
  expect(isComplete({ chosen: [], isBlank: true }, question)).toBe(true);
  expect(isComplete({ chosen: [3], isBlank: false }, { ...question, min: 2 })).toBe(false);
});

test("only what is marked can be lost", () => {
  expect(hasChoices(noChoices)).toBe(false);
  expect(hasChoices({ chosen: [], isBlank: true })).toBe(true);
});

const payload = JSON.stringify({
  questions: [
    { answers: ["Ana", "Beto"], blank: true, min: 1, max: 1, question: "?" },
    { answers: ["Sí", "No", "Abstención"], min: 1, max: 1, question: "¿?" },
  ],
});
const people = {
  kind: "candidates" as const,
  candidates: [
    { position: 1, name: "Beto" },
    { position: 0, name: "Ana" },
  ],
};
const fee = { kind: "question" as const, candidates: [] };

test("the ballot asks contest by contest what the sealed election asks", () => {
  expect(readBallotQuestions(payload, [people, fee])).toEqual([
    { kind: "candidates", answers: ["Ana", "Beto"], allowsBlank: true, min: 1, max: 1 },
    { kind: "question", answers: ["Sí", "No", "Abstención"], allowsBlank: false, min: 1, max: 1 },
  ]);
});

// Requirement: CM 11
test("candidates and contests that differ from the sealed ballot are found out", () => {
  const swapped = people.candidates.map(({ position, name }) => ({ position: 1 - position, name }));
  expect(readBallotQuestions(payload, [{ ...people, candidates: swapped }, fee])).toBeUndefined();
  expect(readBallotQuestions(payload, [{ ...people, candidates: people.candidates.slice(1) }, fee])).toBeUndefined();
  expect(readBallotQuestions(payload, [people])).toBeUndefined();
  expect(readBallotQuestions(payload, [fee, people])).toBeUndefined();
});
