// How far something has come. Without `value` it is under way and nobody knows how far.
import { useId } from "react";
import type { ReactNode } from "react";

export interface ProgressBarProps {
  readonly label: ReactNode;
  readonly value?: number | undefined;
  readonly max?: number;
  /** "120 of 300 ballots" beside the bar. */
  readonly valueText?: string | undefined;
}

export function ProgressBar({ label, value, max = 100, valueText }: ProgressBarProps) {
  const id = useId();
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, max === 0 ? 0 : value / max));
  return (
    <div className="max-w-text">
      <div className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-sm">
        <span id={id} className="font-semibold">
          {label}
        </span>
        {valueText ? <span className="tabular text-ink-soft">{valueText}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        {...(value === undefined ? {} : { "aria-valuenow": value })}
        {...(valueText === undefined ? {} : { "aria-valuetext": valueText })}
        className="h-2.5 overflow-hidden rounded-full border border-line-strong bg-sunken"
      >
        <div
          className={
            share === undefined
              ? "forced-fill h-full w-1/3 animate-pulse bg-accent"
              : "forced-fill h-full bg-accent transition-[width]"
          }
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
