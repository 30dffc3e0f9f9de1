// How an action says no: with what the page needs to show it beside the fields, and status 422 for programs.
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { Refusal } from "#app/lib/result/index.ts";

/** A rule refused. */
export function answerRefusal(refusal: Refusal) {
  return data({ refusal, problems: undefined }, { status: 422 });
}

/** Fields could not be read. The schema's messages are keys of the module's sentences. */
export function answerProblems(error: z.ZodError) {
  const problems = error.issues.map((issue) => ({ field: issue.path.map(String).join("."), key: issue.message }));
  return data({ refusal: undefined, problems }, { status: 422 });
}

/** The text fields of a form as one object; files and repeated names are left out. */
export function textFieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value.slice(0, 20_000);
  return fields;
}
