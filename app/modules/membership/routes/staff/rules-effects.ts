// Everybody who would change under new rules, as a CSV file.
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerCsv } from "#app/platform/http/file-answer.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { isDay } from "../../domain/day.ts";
import { rulesDocument } from "../../domain/rules.ts";
import { permissions } from "../../module.ts";
import { previewRules } from "../../queries/rule-effects.server.ts";

const asked = z.object({
  effectiveFrom: z.string().refine(isDay),
  document: z
    .string()
    .transform((text, issues) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        issues.addIssue("not JSON");
        return z.NEVER;
      }
    })
    .pipe(rulesDocument),
});

const standing = ["class", "category", "votes", "entitled"];
const header = [
  ...["handle", "name", "country"],
  ...["before", "after"].flatMap((when) => standing.map((field) => `${field}_${when}`)),
];

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["membership:change-rules"].slice() });
  const input = asked.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) throw new Response(null, { status: 422 });
  const { effects } = await previewRules(context, input.data.document, input.data.effectiveFrom);
  const lines = effects.map(({ handle, name, country, before, after }) => [
    ...[handle, name, country],
    ...[before, after].flatMap((each) => [each.class, each.category, each.votes, each.isEntitled ? "yes" : "no"]),
  ]);
  return answerCsv(`membership-changes-${input.data.effectiveFrom}`, header, [lines]);
}
