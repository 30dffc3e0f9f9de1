// How many problems the calendar has, and each with the way to its stage; heard when it changes.
import { useTranslation } from "react-i18next";
import { fieldId } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { StageProblem } from "../domain/check-stages.ts";
import { useProblemSentence } from "./use-problem-sentence.ts";

export function ProblemSummary({ problems }: { readonly problems: readonly StageProblem[] }) {
  const { t } = useTranslation("calendars");
  const sentenceOf = useProblemSentence();
  return (
    <div role="status">
      {problems.length === 0 ? (
        <Panel tone="success">{t("desk.noProblems")}</Panel>
      ) : (
        <Panel tone="danger" title={t("desk.problems", { count: problems.length })}>
          <ul className="list-disc space-y-1 ps-5">
            {problems.map((problem) => (
              <li key={`${problem.code}-${problem.stage}-${String(problem.details["other"])}`}>
                <a href={`#${fieldId(`${problem.stage}.opensAt`)}`} className="link">
                  {sentenceOf(problem)}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
