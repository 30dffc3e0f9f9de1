// Writing what candidates are asked from a day on: edit, see it as they will, propose it: /commission/questionnaires/new
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listBodies } from "#app/modules/bodies/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { proposeQuestionnaire, questionnaireInput } from "../../../commands/set-questionnaire.server.ts";
import type { Draft, DraftProblem } from "../../../domain/questionnaire-draft.ts";
import {
  documentOfDraft,
  draftOf,
  draftOfFields,
  pressed,
  problemsOfDraft,
} from "../../../domain/questionnaire-draft.ts";
import { linkToQuestionnaires } from "../../../links.ts";
import { permissions } from "../../../module.ts";
import { builtInQuestionnaire, findQuestionnaire } from "../../../queries/questionnaire.server.ts";
import { QuestionnaireDraftFields } from "../../../ui/questionnaire-draft-fields.tsx";
import { QuestionnairePreview } from "../../../ui/questionnaire-preview.tsx";
import { useCandidacyProblems } from "../../../ui/use-candidacy-problems.ts";

export const handle: PageHandle = { title: "candidacies:questionnaires.new" };

const roles = permissions["candidacies:set-questionnaire"].slice();

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles });
  const from = new URL(args.request.url).searchParams.get("from") ?? builtInQuestionnaire.id;
  const version = await findQuestionnaire(context, from);
  if (version === undefined) throw new Response(null, { status: 404 });
  const bodies = await listBodies(context);
  const facts = factsOf({}, version.bodyKey === "" ? [] : [version.bodyKey]);
  return { draft: draftOf(version.document), facts, bodies, today: utcDay(context.clock.now()) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const fields = textFieldsOf(form);
  const intent = fields["intent"] ?? "preview";
  const context = await openDoor(args, { roles, steppedUp: intent === "save" });
  const draft = pressed(draftOfFields(fields), intent);
  const facts = factsOf(fields, form.getAll("bodyKeys").map(String));
  const nothing = { draft, facts, preview: undefined, refusal: undefined, problems: undefined };
  if (intent !== "save" && intent !== "preview") return data(nothing);
  const version = readVersion(draft, facts, intent === "save");
  if ("problems" in version) return data({ ...nothing, problems: version.problems }, { status: 422 });
  if (intent === "preview") return data({ ...nothing, preview: version.document });
  const input = questionnaireInput.safeParse(version);
  if (!input.success) return data({ ...nothing, problems: problemsOf(input.error.issues) }, { status: 422 });
  const proposed = await proposeQuestionnaire(context, input.data);
  if (proposed.ok) throw redirect(`${linkToQuestionnaires()}?done=proposed`);
  return data({ ...nothing, preview: version.document, refusal: proposed.error }, { status: 422 });
}

function factsOf(fields: Readonly<Record<string, string>>, bodyKeys: readonly string[]) {
  const { effectiveFrom = "", source = "" } = fields;
  return { effectiveFrom, source, bodyKeys: [...bodyKeys], isAssumed: fields["isAssumed"] === "on" };
}

/** For a preview the questions are enough. */
function readVersion(draft: Draft, facts: ReturnType<typeof factsOf>, isWhole: boolean) {
  const document = problemsOfDraft(draft).length === 0 ? documentOfDraft(draft) : undefined;
  const ofFacts = questionnaireInput.omit({ document: true }).safeParse(facts);
  const problems = [...(isWhole ? problemsOf(ofFacts.error?.issues ?? []) : []), ...problemsOfDraft(draft)];
  return document === undefined || problems.length > 0 ? { problems } : { ...facts, document };
}

function problemsOf(issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): DraftProblem[] {
  return issues.map(({ path, message }) => ({ field: String(path[0] ?? ""), key: message }));
}

const fieldOf = {
  QUESTIONNAIRE_NOT_IN_THE_FUTURE: "effectiveFrom",
  QUESTIONNAIRE_DAY_TAKEN: "effectiveFrom",
  BODY_UNKNOWN: "bodyKeys",
};

export default function NewQuestionnaire() {
  const { t } = useTranslation("candidacies");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useCandidacyProblems(answer, fieldOf);
  const preview = answer?.preview;
  return (
    <Page
      title={t("questionnaires.new")}
      lead={t("questionnaires.newLead")}
      breadcrumbs={[{ label: t("questionnaires.title"), to: linkToQuestionnaires() }]}
    >
      <FormProblems problems={problems} />
      {preview === undefined ? null : (
        <Section title={t("questionnaires.preview")}>
          <Panel className="mb-5">{t("questionnaires.previewText")}</Panel>
          <QuestionnairePreview document={preview} />
        </Section>
      )}
      <Form method="post" className="max-w-text space-y-8" noValidate preventScrollReset={preview === undefined}>
        {/* Why: Enter in a field presses the first button of the form, which must be harmless. */}
        <button type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <VersionFields values={answer?.facts ?? loaded.facts} problemOf={problemOf} />
        <QuestionnaireDraftFields draft={answer?.draft ?? loaded.draft} problemOf={problemOf} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-6">
          <SubmitButton name="intent" value="preview" variant={preview === undefined ? "primary" : "secondary"}>
            {t("questionnaires.preview")}
          </SubmitButton>
          {preview === undefined ? null : (
            <SubmitButton name="intent" value="save">
              {t("questionnaires.propose")}
            </SubmitButton>
          )}
        </div>
      </Form>
    </Page>
  );
}

interface VersionFieldsProps {
  readonly values: ReturnType<typeof factsOf>;
  readonly problemOf: (field: string) => string | undefined;
}

function VersionFields({ values, problemOf }: VersionFieldsProps) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { bodies, today } = useLoaderData<typeof loader>();
  return (
    <div className="space-y-5">
      <CheckboxGroup
        name="bodyKeys"
        label={t("questionnaires.bodies")}
        defaultValue={values.bodyKeys}
        problem={problemOf("bodyKeys")}
        options={bodies.map(({ key, names }) => ({ value: key, label: inLanguage(names, language) }))}
      />
      <DateField
        name="effectiveFrom"
        label={t("questionnaires.effectiveFrom")}
        description={t("questionnaires.effectiveFromHint")}
        min={today}
        defaultValue={values.effectiveFrom}
        problem={problemOf("effectiveFrom")}
      />
      <TextArea
        name="source"
        label={t("questionnaires.source")}
        description={t("questionnaires.sourceHint")}
        rows={2}
        defaultValue={values.source}
        problem={problemOf("source")}
      />
      <Checkbox name="isAssumed" label={t("questionnaires.isAssumed")} defaultChecked={values.isAssumed} />
    </div>
  );
}
