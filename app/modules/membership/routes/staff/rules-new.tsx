// Writing a new version of the rules: edit, see who changes, save.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { proposeRulesVersion } from "../../commands/change-rules-by-two.server.ts";
import { rulesVersionInput } from "../../commands/change-rules.server.ts";
import { dayBeside } from "../../domain/day.ts";
import { countEffects } from "../../domain/rule-effects.ts";
import type { RulesRows } from "../../domain/rules-form.ts";
import { documentOf, editRows, readRows, rowsOf } from "../../domain/rules-form.ts";
import { linkToRules } from "../../links.ts";
import { permissions } from "../../module.ts";
import { previewRules } from "../../queries/rule-effects.server.ts";
import { listRulesVersions } from "../../queries/rules.server.ts";
import { RulesForm } from "../../ui/rules-form.tsx";
import { RulesPreview } from "../../ui/rules-preview.tsx";

export const handle: PageHandle = { title: "membership:rules.new" };

const wish = { roles: permissions["membership:change-rules"].slice(), steppedUp: true };

interface Values extends RulesRows {
  readonly effectiveFrom: string;
  readonly source: string;
  readonly isAssumed: boolean;
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, wish);
  const [newest] = await listRulesVersions(context);
  const tomorrow = dayBeside(context.clock.now().toISOString().slice(0, 10), 1);
  const rows = newest ? rowsOf(newest.document) : { classes: [], categories: [] };
  const values: Values = { ...rows, effectiveFrom: "", source: "", isAssumed: false };
  return { values, tomorrow };
}

const effectsShown = 25;

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, wish);
  const fields = textFieldsOf(await args.request.formData());
  const { intent = "preview", effectiveFrom = "", source = "" } = fields;
  const rows = editRows(readRows(fields), intent);
  const values: Values = { ...rows, effectiveFrom, source, isAssumed: fields["isAssumed"] === "on" };
  const nothing = { values, refusal: undefined, problems: undefined, preview: undefined };
  if (intent !== "preview" && intent !== "save") return data(nothing);
  const input = rulesVersionInput.safeParse({
    effectiveFrom,
    source,
    isAssumed: values.isAssumed,
    document: documentOf(rows),
  });
  if (!input.success) {
    const problems = input.error.issues.map((issue) => ({
      field: issue.path.join(".").replace(/^document\.?/, ""),
      key: issue.message,
    }));
    return data({ ...nothing, problems }, { status: 422 });
  }
  if (intent === "save") {
    const outcome = await proposeRulesVersion(context, input.data);
    if (outcome.ok) throw redirect(`${linkToRules()}?done=proposed`);
    return data({ ...nothing, refusal: outcome.error }, { status: 422 });
  }
  const { effects, ...votes } = await previewRules(context, input.data.document, effectiveFrom);
  const preview = {
    ...votes,
    organizations: effects.length,
    counts: countEffects(effects),
    effects: effects.slice(0, effectsShown),
  };
  return data({ ...nothing, preview: { ...preview, document: input.data.document } });
}

const fieldOf = { RULES_NOT_IN_THE_FUTURE: "effectiveFrom", RULES_DAY_TAKEN: "effectiveFrom" };

export default function NewRules() {
  const { t } = useTranslation("membership");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "membership", fieldOf);
  const values = answer?.values ?? loaded.values;
  const preview = answer?.preview;
  // Why a key: fields without React state take new values only when they are drawn anew.
  const version = JSON.stringify([values.classes.length, values.categories.length, problems.length]);
  return (
    <Page
      title={t("rules.new")}
      lead={t("rules.newLead")}
      breadcrumbs={[
        { label: t("staffDesk"), to: "/staff" },
        { label: t("rules.title"), to: linkToRules() },
      ]}
    >
      <FormProblems problems={problems} />
      {preview ? <RulesPreview preview={preview} effectiveFrom={values.effectiveFrom} /> : null}
      <Form method="post" key={version} className="space-y-10" noValidate preventScrollReset={preview === undefined}>
        <RulesForm
          values={values}
          earliest={loaded.tomorrow}
          hasPreview={preview !== undefined}
          problemOf={problemOf}
        />
      </Form>
    </Page>
  );
}
