// Admit, reject or ask to correct, with reasons. The candidate gets them by mail.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { AnswerProblems } from "#app/ui/use-answer-problems.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { CountedArea } from "./counted-area.tsx";

export function DecisionForm({
  answer: { problemOf },
  isPublished,
}: {
  readonly answer: AnswerProblems;
  readonly isPublished: boolean;
}) {
  const { t } = useTranslation("candidacies");
  const kinds = isPublished ? (["admit", "reject"] as const) : (["admit", "correct", "reject"] as const);
  return (
    <Form method="post" className="space-y-6">
      <RadioGroup
        name="kind"
        label={t("review.decision")}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`decide.${kind}`),
          description: t(`decide.${kind}Text`),
        }))}
        problem={problemOf("kind")}
        required
        isBoxed
      />
      <CountedArea
        name="reasons"
        label={t("decide.reasons")}
        most={fileLimits.reasons}
        problem={problemOf("reasons")}
        isOptional
      />
      {isPublished ? null : (
        <DateTimeField
          name="correctUntil"
          label={t("decide.correctUntil")}
          description={t("decide.correctUntilHint")}
          problem={problemOf("correctUntil")}
          isOptional
        />
      )}
      <SubmitButton>{t("decide.send")}</SubmitButton>
    </Form>
  );
}
