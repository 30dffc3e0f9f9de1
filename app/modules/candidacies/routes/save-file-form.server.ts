// Saves a form of the candidate's file; the page's button and its saving by itself do the same.
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { FormAnswer } from "#app/ui/use-answer-problems.ts";
import { biographyInput } from "../commands/save-file.input.ts";
import { saveAnswers, saveBiography } from "../commands/save-file.server.ts";

/** What was wrong; undefined when it is saved. */
export async function saveFileForm(
  context: PersonContext,
  candidacyId: string,
  part: "biography" | "questionnaire",
  form: FormData,
): Promise<FormAnswer | undefined> {
  const typed = textFieldsOf(form);
  if (part === "questionnaire") {
    const saved = await saveAnswers(context, { candidacyId, typed });
    return saved.ok ? undefined : { refusal: saved.error };
  }
  const links = form.getAll("links").filter((link) => typeof link === "string" && link.trim() !== "");
  const input = biographyInput.safeParse({ ...typed, links });
  if (!input.success) {
    return {
      problems: input.error.issues.map((issue) => ({ field: issue.path.map(String).join("."), key: issue.message })),
    };
  }
  const saved = await saveBiography(context, { candidacyId, ...input.data });
  return saved.ok ? undefined : { refusal: saved.error };
}
