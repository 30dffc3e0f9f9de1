// Writing a new version of a body's rules: edit, see what changes, save: /staff/bodies/:bodyKey/rules
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { bodyRulesVersionInput } from "../../commands/change-rules.server.ts";
import { proposeBodyRules } from "../../commands/keep-by-two.server.ts";
import { dayPlus } from "../../domain/day.ts";
import { effectOfRules } from "../../domain/rules-effect.ts";
import { fieldsOfRules, rulesOfFields } from "../../domain/rules-form.ts";
import { linkToBodyDesk, linkToBodyDesks } from "../../links.ts";
import { permissions } from "../../module.ts";
import { findBodyRules, listBodies, listBodyRulesVersions } from "../../queries/bodies.server.ts";
import { listTerms } from "../../queries/office-holders.server.ts";
import { RulesEffectView } from "../../ui/rules-effect.tsx";
import { RulesFields } from "../../ui/rules-fields.tsx";

export const handle: PageHandle = { title: "bodies:desk.newRules" };

async function openRules(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:change-rules"].slice(), steppedUp: true });
  const bodies = await listBodies(context);
  const body = bodies.find(({ key }) => key === args.params["bodyKey"]);
  if (body === undefined) throw new Response(null, { status: 404 });
  return { context, body, bodies };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, body, bodies } = await openRules(args);
  const [newest] = await listBodyRulesVersions(context, body.key);
  const fallback = await findBodyRules(context, "other", "2000-01-01");
  const document = newest?.document ?? fallback?.document;
  return {
    body,
    bodies,
    values: document === undefined ? {} : fieldsOfRules(document),
    tomorrow: dayPlus(utcDay(context.clock.now()), 1),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, body } = await openRules(args);
  const form = await args.request.formData();
  const incompatibleBodies = form.getAll("incompatibleBodies").map(String).join(",");
  const values: Record<string, string> = { ...textFieldsOf(form), incompatibleBodies };
  const nothing = { values, refusal: undefined, problems: undefined, effect: undefined };
  const document = rulesOfFields(values);
  const { effectiveFrom = "", source = "" } = values;
  const isAssumed = values["isAssumed"] === "on";
  const input = bodyRulesVersionInput.safeParse({ effectiveFrom, source, isAssumed, document });
  if (!input.success) {
    const problems = input.error.issues.map((issue) => ({
      field: String(issue.path[0] === "document" ? (issue.path[1] ?? "") : (issue.path[0] ?? "")),
      key: issue.message,
    }));
    return data({ ...nothing, problems }, { status: 422 });
  }
  if (values["intent"] === "save") {
    const added = await proposeBodyRules(context, body.key, input.data);
    if (added.ok) throw redirect(`${linkToBodyDesk(body.key)}?done=proposed`);
    return data({ ...nothing, refusal: added.error }, { status: 422 });
  }
  const before = await findBodyRules(context, body.key, effectiveFrom);
  const terms = await listTerms(context, { bodyKey: body.key });
  const [was, is] = [before?.document ?? input.data.document, input.data.document];
  return data({ ...nothing, effect: effectOfRules(was, is, terms, effectiveFrom) });
}

const fieldOf = { RULES_NOT_IN_THE_FUTURE: "effectiveFrom", RULES_DAY_TAKEN: "effectiveFrom" };

export default function NewBodyRules() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { body, bodies, values, tomorrow } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "bodies", fieldOf);
  const effect = answer?.effect;
  const others = bodies.filter(({ key }) => key !== body.key && key !== "other");
  return (
    <Page
      title={t("desk.newRules")}
      lead={t("desk.newRulesLead")}
      breadcrumbs={[
        { label: t("desk.title"), to: linkToBodyDesks() },
        { label: inLanguage(body.names, language), to: linkToBodyDesk(body.key) },
      ]}
    >
      <FormProblems problems={problems} />
      {effect === undefined ? null : <RulesEffectView effect={effect} bodies={bodies} />}
      <Form method="post" className="space-y-6" noValidate preventScrollReset={effect === undefined}>
        {/* Why: Enter in a field presses the first button of the form, which must be harmless. */}
        <button type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <RulesFields values={answer?.values ?? values} earliest={tomorrow} others={others} problemOf={problemOf} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-6">
          <SubmitButton name="intent" value="preview" variant={effect === undefined ? "primary" : "secondary"}>
            {t("desk.preview")}
          </SubmitButton>
          {effect === undefined ? null : (
            <SubmitButton name="intent" value="save">
              {t("desk.save")}
            </SubmitButton>
          )}
        </div>
      </Form>
    </Page>
  );
}
