// The fields of a form of this module as one object; the citizenships, which repeat, as a list.
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";

export function personFieldsOf(form: FormData): Record<string, string | string[]> {
  const citizenships = form
    .getAll("citizenships")
    .filter((code) => typeof code === "string" && code !== "") as string[];
  return { ...textFieldsOf(form), citizenships };
}
