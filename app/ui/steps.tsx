// Where one stands in a task of several steps.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";

export interface StepsProps {
  /** What the steps lead to, for those who hear the page. */
  readonly label: string;
  readonly steps: readonly ReactNode[];
  /** From 0; equal to the number of steps when all is done. */
  readonly current: number;
}

export function Steps({ label, steps, current }: StepsProps) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={label}>
      <ol className="flex flex-col gap-x-2 gap-y-1 sm:flex-row sm:flex-wrap">
        {steps.map((step, index) => {
          const isDone = index < current;
          const isCurrent = index === current;
          return (
            <li
              key={index}
              aria-current={isCurrent ? "step" : undefined}
              className={classes(
                "flex min-w-0 flex-1 items-center gap-2.5 border-s-4 py-1.5 ps-3 text-sm sm:border-s-0 sm:border-t-4 sm:ps-0 sm:pt-2",
                isCurrent || isDone ? "border-accent" : "border-line",
                isCurrent ? "font-semibold text-ink" : "text-ink-soft",
              )}
            >
              <span
                aria-hidden="true"
                className={classes(
                  "tabular inline-flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold",
                  stepMark(isDone, isCurrent),
                )}
              >
                {isDone ? <Icon name="check" /> : index + 1}
              </span>
              <span>
                {step}
                {isDone ? <span className="sr-only"> ({t("steps.done")})</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function stepMark(isDone: boolean, isCurrent: boolean): string {
  if (isDone) return "border-accent bg-accent-soft text-accent-strong";
  if (isCurrent) return "border-accent bg-accent text-on-accent";
  return "border-line-strong";
}
