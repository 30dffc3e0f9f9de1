// Everybody who would change under new rules, as a CSV file.
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
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

const header =
  "handle,name,country,class_before,category_before,votes_before,entitled_before,class_after,category_after,votes_after,entitled_after";

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["membership:change-rules"].slice() });
  const input = asked.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) throw new Response(null, { status: 422 });
  const { effects } = await previewRules(context, input.data.document, input.data.effectiveFrom);
  const lines = effects.map(({ handle, name, country, before, after }) =>
    csvLine([
      handle,
      name,
      country,
      ...[before, after].flatMap((each) => [each.class, each.category, each.votes, each.isEntitled ? "yes" : "no"]),
    ]),
  );
  return new Response(`${csvByteOrderMark}${header}\r\n${lines.join("")}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="membership-changes-${input.data.effectiveFrom}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
