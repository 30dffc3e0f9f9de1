// One stage in the form: what it is, its one or two instants, and what is wrong with them.
import { useTranslation } from "react-i18next";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { StageProblem } from "../domain/check-stages.ts";
import type { StageOnPaper } from "../domain/stages-form.ts";
import type { StageKind } from "../domain/stages.ts";
import { optionalStages, stageRules } from "../domain/stages.ts";
import { useProblemSentence } from "./use-problem-sentence.ts";

export interface StageFieldsProps {
  readonly kind: StageKind;
  readonly initial: StageOnPaper | undefined;
  readonly isAssumed: boolean;
  readonly malformed: readonly string[];
  readonly problems: readonly StageProblem[];
}

export function StageFields({ kind, initial, isAssumed, malformed, problems }: StageFieldsProps) {
  const { t } = useTranslation("calendars");
  const sentenceOf = useProblemSentence();
  const { isPeriod } = stageRules[kind];
  const problemOf = (field: string) => (malformed.includes(field) ? t("desk.malformed") : undefined);
  return (
    <li>
      <fieldset className="grid gap-4 py-5 lg:grid-cols-[1fr_1.1fr_1.1fr]">
        <legend className="contents">
          <span className="block font-semibold lg:pt-1">
            {t(`stages.${kind}`)}
            <span className="block text-sm font-normal text-ink-soft">{t(`about.${kind}`)}</span>
            {optionalStages.includes(kind) ? (
              <span className="block text-sm font-normal text-ink-soft">{t("desk.optional")}</span>
            ) : null}
            {isAssumed ? <span className="block text-sm font-normal text-warning">{t("desk.assumed")}</span> : null}
          </span>
        </legend>
        <DateTimeField
          name={`${kind}.opensAt`}
          label={t(isPeriod ? "desk.begins" : "desk.on")}
          description=""
          defaultValue={initial?.opensAt}
          problem={problemOf(`${kind}.opensAt`)}
        />
        {isPeriod ? (
          <DateTimeField
            name={`${kind}.closesAt`}
            label={t("desk.ends")}
            description=""
            defaultValue={initial?.closesAt ?? undefined}
            problem={problemOf(`${kind}.closesAt`)}
          />
        ) : null}
        {problems.length === 0 ? null : (
          <ul className="space-y-1 text-sm text-danger lg:col-span-3">
            {problems.map((problem) => (
              <li key={`${problem.code}-${String(problem.details["other"])}`} className="flex gap-2">
                <Icon name="warning" className="mt-0.5 size-4.5 shrink-0" />
                {sentenceOf(problem)}
              </li>
            ))}
          </ul>
        )}
      </fieldset>
    </li>
  );
}
