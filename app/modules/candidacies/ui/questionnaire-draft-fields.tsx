// The questions of a questionnaire that is being written, section by section: their words, how they are answered, their place.
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { fileLimits } from "../domain/file-limits.ts";
import { fewestCharacters, longestQuestion, questionKinds, sectionKeys } from "../domain/questionnaire.ts";
import type { Draft, DraftQuestion } from "../domain/questionnaire-draft.ts";
import { nameInDraft } from "../domain/questionnaire-draft.ts";

export interface DraftFieldsProps {
  readonly draft: Draft;
  readonly problemOf: (field: string) => string | undefined;
}

export function QuestionnaireDraftFields({ draft, problemOf }: DraftFieldsProps) {
  const { t } = useTranslation("candidacies");
  return (
    <>
      {sectionKeys.map((section) => (
        <section key={section} className="space-y-5">
          <h2 className="font-display text-2xl leading-tight">{t(`sections.${section}`)}</h2>
          {draft.map((question, place) =>
            question.section === section ? (
              <QuestionFields
                key={question.key}
                {...{ question, place, problemOf }}
                isFirst={draft[place - 1]?.section !== section}
                isLast={draft[place + 1]?.section !== section}
              />
            ) : null,
          )}
          <SubmitButton variant="secondary" name="intent" value={`add.${section}`}>
            {t("questionnaires.add", { section: t(`sections.${section}`) })}
          </SubmitButton>
        </section>
      ))}
    </>
  );
}

interface QuestionFieldsProps extends Pick<DraftFieldsProps, "problemOf"> {
  readonly question: DraftQuestion;
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function QuestionFields({ question, place, problemOf, isFirst, isLast }: QuestionFieldsProps) {
  const { t } = useTranslation("candidacies");
  const field = (name: keyof DraftQuestion) => ({
    name: nameInDraft(place, name),
    defaultValue: String(question[name]),
    problem: problemOf(nameInDraft(place, name)),
  });
  const mark = (name: "isRequired" | "isPublic") => (
    <Checkbox
      name={nameInDraft(place, name)}
      label={t(`questionnaires.${name}`)}
      defaultChecked={question[name]}
      description={name === "isPublic" ? t("questionnaires.isPublicHint") : undefined}
    />
  );
  const said = (name: "es" | "en" | "pt") => (
    <TextArea {...field(name)} label={t(`languages.${name}`)} lang={name} rows={3} maxLength={longestQuestion} />
  );
  return (
    <fieldset className="min-w-0 space-y-4 rounded-md border border-line p-4 sm:p-5">
      <legend className="px-1 font-semibold">{t("questionnaires.question", { number: place + 1 })}</legend>
      <input type="hidden" name={nameInDraft(place, "key")} value={question.key} />
      <input type="hidden" name={nameInDraft(place, "section")} value={question.section} />
      {said("es")}
      {said("en")}
      {said("pt")}
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        <Select {...field("kind")} label={t("questionnaires.kind")} options={useWords("kinds", questionKinds)} />
        <Select
          {...field("explainWhen")}
          label={t("questionnaires.explainWhen")}
          options={useWords("explain", ["never", "yes", "no"])}
        />
        <NumberField
          {...field("most")}
          label={t("questionnaires.most")}
          min={fewestCharacters}
          max={fileLimits.questionnaireAnswer}
        />
        <div>
          {mark("isRequired")}
          {mark("isPublic")}
        </div>
      </div>
      <div className="flex flex-wrap gap-3">
        {isFirst ? null : <Move verb="up" place={place} />}
        {isLast ? null : <Move verb="down" place={place} />}
        <Move verb="remove" place={place} />
      </div>
    </fieldset>
  );
}

function Move({ verb, place }: { readonly verb: "up" | "down" | "remove"; readonly place: number }) {
  const { t } = useTranslation("candidacies");
  return (
    <SubmitButton variant={verb === "remove" ? "danger" : "secondary"} name="intent" value={`${verb}.${place}`}>
      {t(`questionnaires.${verb}`, { number: place + 1 })}
    </SubmitButton>
  );
}

function useWords(group: "kinds" | "explain", values: readonly string[]) {
  const { t } = useTranslation("candidacies");
  return values.map((value) => ({ value, label: t(`questionnaires.${group}.${value}`) }));
}
