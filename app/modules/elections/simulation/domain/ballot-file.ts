// The file of `election simulate --ballots`: one question, and for every voter a weight and the chosen answers.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

const schema = z.object({
  question: z.string().min(1),
  answers: z.array(z.string().min(1)).min(1),
  min: z.number().int().min(0),
  max: z.number().int().min(1),
  blank: z.boolean(),
  ballots: z.array(z.object({ weight: z.number().int().min(1), choices: z.array(z.number().int().min(0)) })).min(1),
});

/** Empty choices are a blank ballot. */
export type BallotFile = z.infer<typeof schema>;

export type BallotFileRefusal = Refusal<"BALLOT_FILE_NOT_JSON" | "BALLOT_FILE_SHAPE" | "BALLOT_FILE_CHOICE">;

/** Reads the file's text; a refusal says where and what. */
export function parseBallotFile(text: string): Result<BallotFile, BallotFileRefusal> {
  const json = parseJson(text);
  if (json === undefined) return refuse("BALLOT_FILE_NOT_JSON");
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse("BALLOT_FILE_SHAPE", { where: issue?.path.join(".") ?? "", problem: issue?.message ?? "" });
  }
  const file = parsed.data;
  for (const [position, ballot] of file.ballots.entries()) {
    const problem = problemOf(file, ballot.choices);
    if (problem !== undefined) return refuse("BALLOT_FILE_CHOICE", { ballot: position + 1, problem });
  }
  return ok(file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Why: the caller names the file and says what is expected; the parser's own words would not help.
    return undefined;
  }
}

function problemOf(file: BallotFile, choices: readonly number[]): string | undefined {
  if (new Set(choices).size < choices.length) return "names an answer twice";
  const unknown = choices.find((choice) => choice >= file.answers.length);
  if (unknown !== undefined) return `chooses answer ${unknown}, but the answers are 0 to ${file.answers.length - 1}`;
  if (choices.length === 0) return file.blank || file.min === 0 ? undefined : "is blank, but blank is not allowed";
  if (choices.length < file.min) return `chooses ${choices.length}, fewer than the minimum of ${file.min}`;
  if (choices.length > file.max) return `chooses ${choices.length}, more than the maximum of ${file.max}`;
  return undefined;
}

/** What every answer must get, blank first where it is allowed: the plain sum, for comparison. */
export function expectedCounts(file: BallotFile): number[] {
  const counts = file.answers.map(() => 0);
  let blank = 0;
  for (const { weight, choices } of file.ballots) {
    if (choices.length === 0) blank += weight;
    for (const choice of choices) counts[choice] = (counts[choice] ?? 0) + weight;
  }
  return file.blank ? [blank, ...counts] : counts;
}
