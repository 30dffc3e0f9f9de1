// Admit, reject or ask to correct, with reasons; after the publication strike or admit, proposed to a second commissioner.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { AnswerProblems } from "#app/ui/use-answer-problems.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { CountedArea } from "./counted-area.tsx";

export interface DecisionFormProps {
  readonly answer: AnswerProblems;
  /** The file that is shown; on another one nothing is decided. */
  readonly fileHash: string;
  /** Before the publication one decides; afterwards one proposes and another approves. */
  readonly kinds: readonly ("admit" | "correct" | "reject" | "strike")[];
}

export function DecisionForm({ answer: { problemOf }, fileHash, kinds }: DecisionFormProps) {
  const { t } = useTranslation("candidacies");
  const isForOne = kinds.includes("correct");
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="fileHash" value={fileHash} />
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
        isOptional={isForOne}
        required={!isForOne}
      />
      {isForOne ? (
        <DateTimeField
          name="correctUntil"
          label={t("decide.correctUntil")}
          description={t("decide.correctUntilHint")}
          problem={problemOf("correctUntil")}
          isOptional
        />
      ) : null}
      <SubmitButton>{t(isForOne ? "decide.send" : "changes.propose")}</SubmitButton>
    </Form>
  );
}
