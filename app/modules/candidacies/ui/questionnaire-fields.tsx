// The questions of a questionnaire as a form, section by section; the commission reads the same list with the answers.
import { useTranslation } from "react-i18next";
import type { Language } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { Answer, Answers, QuestionnaireDocument, QuestionOfDocument } from "../domain/questionnaire.ts";
import { noAnswer } from "../domain/questionnaire.ts";
import { CountedArea } from "./counted-area.tsx";

export interface QuestionnaireProps {
  readonly document: QuestionnaireDocument;
  readonly answers: Answers;
}

/** `isPreview`: the same questions under a heading of the page of whoever writes them, in a language that is not the reader's. */
export function QuestionnaireFields({
  document,
  answers,
  isPreview,
}: QuestionnaireProps & { readonly isPreview?: Language }) {
  const { t } = useTranslation("candidacies");
  const Heading = isPreview === undefined ? "h2" : "h3";
  return (
    <>
      {document.sections.map((section) => (
        <section key={section.key} className="space-y-6">
          <Heading className="font-display text-2xl leading-tight">{t(`sections.${section.key}`)}</Heading>
          {section.questions.map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              answer={answers[question.key] ?? noAnswer}
              inOtherLanguage={isPreview}
            />
          ))}
        </section>
      ))}
    </>
  );
}

interface QuestionFieldProps {
  readonly question: QuestionOfDocument;
  readonly answer: Answer;
  readonly inOtherLanguage: Language | undefined;
}

function QuestionField({ question, answer, inOtherLanguage }: QuestionFieldProps) {
  const { t } = useTranslation("candidacies");
  const own = useLanguage();
  const { key, kind, explainWhen, isPublic, isRequired, most } = question;
  const label = <span lang={inOtherLanguage}>{inLanguage(question.label, inOtherLanguage ?? own)}</span>;
  const mark = isPublic ? t("file.public") : t("file.commissionOnly");
  if (kind === "words") {
    return (
      <CountedArea
        name={`words.${key}`}
        label={
          <>
            {label} <span className="font-normal text-ink-soft">({mark})</span>
          </>
        }
        most={most}
        defaultValue={answer.words}
        rows={most > 300 ? 6 : 3}
        isOptional={!isRequired}
      />
    );
  }
  return (
    <div className="space-y-3">
      <RadioGroup
        name={`choice.${key}`}
        label={label}
        description={mark}
        isOptional={!isRequired}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`answers.${value}`) }))}
        defaultValue={answer.choice === "" ? undefined : answer.choice}
      />
      {explainWhen === null ? null : (
        <CountedArea
          name={`words.${key}`}
          label={t(`file.explain.${explainWhen}`)}
          most={most}
          defaultValue={answer.words}
          rows={2}
          isOptional
        />
      )}
    </div>
  );
}

/** The questions with the answers, for reading. */
export function QuestionnaireAnswersList({ document, answers }: QuestionnaireProps) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  return (
    <div className="space-y-6">
      {document.sections.map((section) => (
        <section key={section.key}>
          <h3 className="text-lg font-semibold">{t(`sections.${section.key}`)}</h3>
          <dl className="border-t border-line">
            {section.questions.map((question) => (
              <div key={question.key} className="border-b border-line py-2.5">
                <dt className="text-sm text-ink-soft">{inLanguage(question.label, language)}</dt>
                <dd>
                  <AnswerShown question={question} answer={answers[question.key] ?? noAnswer} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function AnswerShown({ question, answer }: { readonly question: QuestionOfDocument; readonly answer: Answer }) {
  const { t } = useTranslation("candidacies");
  const isToMind = question.explainWhen !== null && answer.choice === question.explainWhen;
  if (answer.choice === "" && answer.words === "") return <span className="text-ink-soft">{t("answers.none")}</span>;
  return (
    <>
      {answer.choice === "" ? null : (
        <span className={isToMind ? "font-semibold text-warning" : "font-semibold"}>
          {t(`answers.${answer.choice}`)}
        </span>
      )}
      {answer.words === "" ? null : <p className="max-w-text whitespace-pre-line break-words">{answer.words}</p>}
    </>
  );
}
