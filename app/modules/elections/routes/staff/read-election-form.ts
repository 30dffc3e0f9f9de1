// Reads the form of a new election. What is wrong comes back as codes with the field's name, for a sentence beside each field.
import { readUtcInput } from "#app/lib/instants/index.ts";
import { languages } from "#app/platform/language/languages.ts";
import type { z } from "zod";
import type { CreateElectionInput } from "../../commands/create-election.input.ts";
import { createElectionInput } from "../../commands/create-election.input.ts";

export interface InputProblem {
  readonly field: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

export type ReadElection =
  | { readonly ok: true; readonly value: CreateElectionInput }
  | { readonly ok: false; readonly error: readonly InputProblem[] };

export function readElectionForm(form: FormData): ReadElection {
  const contests = contestsOf(form);
  const parsed = createElectionInput.safeParse({
    title: trilingualOf(form, "title"),
    description: trilingualOf(form, "description"),
    isTest: form.has("isTest"),
    electorate: textOf(form, "electorate") || undefined,
    hasCall: form.has("hasCall"),
    group: textOf(form, "group"),
    contests: contests.map(({ contest }) => contest),
    trusteeAccountIds: form.getAll("trusteeAccountIds"),
    trusteeThreshold: numberOf(form, "trusteeThreshold"),
    rollDate: textOf(form, "rollDate"),
    opensAt: readUtcInput(textOf(form, "opensAt")),
    closesAt: readUtcInput(textOf(form, "closesAt")),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: parsed.error.issues.map((issue) => atItsRow(problemOf(issue), contests)) };
}

/** Everything typed, by field, so that the form can be filled again in a browser without JavaScript. */
export function typedIn(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function numberOf(form: FormData, name: string): number | undefined {
  const text = textOf(form, name).trim();
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function trilingualOf(form: FormData, name: string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, textOf(form, `${name}.${language}`)]));
}

interface ContestRow {
  /** The number that the contest has in the form. */
  readonly row: number;
  readonly contest: object;
  /** The numbers of its candidates' rows. */
  readonly candidateRows: readonly number[];
}

/** The contests in the order of their numbers. */
function contestsOf(form: FormData): ContestRow[] {
  return rowsIn(form, "contests").map((row) => {
    const name = `contests.${row}`;
    const description = trilingualOf(form, `${name}.description`);
    const title = trilingualOf(form, `${name}.title`);
    if (textOf(form, `${name}.kind`) === "question") {
      return { row, contest: { kind: "question", title, description }, candidateRows: [] };
    }
    const candidates = candidatesOf(form, name);
    const contest = {
      kind: "candidates",
      bodyKey: textOf(form, `${name}.bodyKey`),
      // Why undefined: a contest without a title is called as the election is.
      title: Object.values(title).every((text) => text.trim() === "") ? undefined : title,
      description,
      minChoices: numberOf(form, `${name}.minChoices`),
      maxChoices: numberOf(form, `${name}.maxChoices`),
      allowsBlank: form.has(`${name}.allowsBlank`),
      // Why undefined: without a day the body's rules say when the terms begin.
      termsBeginOn: textOf(form, `${name}.termsBeginOn`).trim() || undefined,
      extraordinaryReason: textOf(form, `${name}.extraordinaryReason`),
      candidates: candidates.map(({ candidate }) => candidate),
    };
    return { row, contest, candidateRows: candidates.map((candidate) => candidate.row) };
  });
}

interface CandidateRow {
  /** The number that the row has in the form. */
  readonly row: number;
  readonly candidate: { readonly name: string; readonly country: string; readonly biography: Record<string, string> };
}

/** The rows in the order of their numbers; rows in which nothing was typed are left out. */
function candidatesOf(form: FormData, contest: string): CandidateRow[] {
  return rowsIn(form, `${contest}.candidates`)
    .map((row) => {
      const name = `${contest}.candidates.${row}`;
      return {
        row,
        candidate: {
          name: textOf(form, `${name}.name`),
          country: textOf(form, `${name}.country`).toUpperCase(),
          biography: trilingualOf(form, `${name}.biography`),
        },
      };
    })
    .filter(({ candidate: { name, country, biography } }) =>
      [name, country, ...Object.values(biography)].some((text) => text.trim() !== ""),
    );
}

/** The numbers N of the fields "prefix.N.…", ascending. */
function rowsIn(form: FormData, prefix: string): number[] {
  const begin = `${prefix}.`;
  const found = [...form.keys()].flatMap((name) =>
    name.startsWith(begin) ? (/^(\d+)\./.exec(name.slice(begin.length))?.[1] ?? []) : [],
  );
  return [...new Set(found)].map(Number).sort((left, right) => left - right);
}

// Why: the schema counts contests and candidates without the empty rows between them, the form counts the rows.
function atItsRow(problem: InputProblem, contests: readonly ContestRow[]): InputProblem {
  const field = problem.field.replace(
    /^contests\.(\d+)(?:\.candidates\.(\d+))?/,
    (whole, position: string, candidate: string | undefined) => {
      const contest = contests[Number(position)];
      if (contest === undefined) return whole;
      const row = candidate === undefined ? "" : `.candidates.${contest.candidateRows[Number(candidate)] ?? candidate}`;
      return `contests.${contest.row}${row}`;
    },
  );
  return { ...problem, field };
}

const ownCode = /^[A-Z][A-Z_]+$/;

/** Our own codes stand as they are; what zod says in English becomes a code that has a sentence in three languages. */
function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const field = issue.path.join(".");
  if (ownCode.test(issue.message)) return { field, code: issue.message };
  if (issue.code === "too_big") {
    const code = issue.origin === "string" ? "TOO_LONG" : "NUMBER_TOO_LARGE";
    return { field, code, details: { maximum: Number(issue.maximum) } };
  }
  if (issue.code === "too_small")
    return { field, code: "NUMBER_TOO_SMALL", details: { minimum: Number(issue.minimum) } };
  if (field === "opensAt" || field === "closesAt") return { field, code: "MOMENT_EXPECTED" };
  return { field, code: issue.code === "invalid_value" ? "CHOICE_EXPECTED" : "NUMBER_EXPECTED" };
}
