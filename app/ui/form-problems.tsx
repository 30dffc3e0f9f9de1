// The summary of what is wrong, above a form. It takes the focus when it appears, so that nobody misses it, and each line leads to its field.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldId } from "./field.tsx";
import { Panel } from "./panel.tsx";

export interface FieldProblem {
  /** The name of the field; leave out for a problem of the whole form. */
  readonly field?: string | undefined;
  readonly sentence: string;
}

export function FormProblems({
  problems,
  title,
}: {
  readonly problems: readonly FieldProblem[];
  readonly title?: string;
}) {
  const { t } = useTranslation("ui");
  const box = useRef<HTMLDivElement>(null);
  // Why the array itself and not its length: the same mistake made again is announced again.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-6 max-w-text">
      <Panel tone="danger" title={title ?? t("formProblems.title", { count: problems.length })}>
        <ul className="space-y-1">
          {problems.map(({ field, sentence }) => (
            <li key={`${field ?? ""} ${sentence}`}>
              {field === undefined ? (
                sentence
              ) : (
                <a href={`#${fieldId(field)}`} className="font-semibold text-danger underline underline-offset-4">
                  {sentence}
                </a>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
