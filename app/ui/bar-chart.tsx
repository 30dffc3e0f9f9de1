// A chart of bars that is a table at the same time: eyes see lengths, screen readers and paper get every number.
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { useFormats } from "./use-formats.ts";

export interface Bar {
  readonly label: ReactNode;
  readonly value: number;
  /** A word or a badge after the label: "elected". */
  readonly note?: ReactNode;
  /** Draws the bar in full colour; the others are drawn lighter when any is highlighted. */
  readonly isHighlighted?: boolean;
}

export interface BarChartProps {
  readonly caption: ReactNode;
  readonly labelHeader: string;
  readonly valueHeader: string;
  readonly shareHeader: string;
  readonly bars: readonly Bar[];
  /** What 100 % is; by default the sum of the bars. */
  readonly total?: number;
}

export function BarChart({ caption, labelHeader, valueHeader, shareHeader, bars, total }: BarChartProps) {
  const { number, percent } = useFormats();
  const whole = total ?? bars.reduce((sum, bar) => sum + bar.value, 0);
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  const hasHighlight = bars.some((bar) => bar.isHighlighted);
  return (
    <figure>
      <table className="w-full border-collapse text-sm">
        <caption className="mb-2 text-start text-ink-soft">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink text-start">
            <th scope="col" className="py-2 text-start align-bottom font-semibold">
              {labelHeader}
            </th>
            <th scope="col" className="w-px py-2 ps-4 text-end align-bottom font-semibold sm:whitespace-nowrap">
              {valueHeader}
            </th>
            <th scope="col" className="w-px py-2 ps-4 text-end align-bottom font-semibold sm:whitespace-nowrap">
              {shareHeader}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, index) => (
            <tr key={index} className="border-b border-line">
              <th scope="row" className="py-2.5 text-start font-normal">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-semibold">{bar.label}</span>
                  {bar.note}
                </span>
                <BarLine share={bar.value / longest} isPale={hasHighlight && !bar.isHighlighted} />
              </th>
              <td className="py-2.5 ps-4 text-end align-top text-base font-semibold">{number(bar.value)}</td>
              <td className="py-2.5 ps-4 text-end align-top text-base">
                {whole === 0 ? "–" : percent(bar.value / whole)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function BarLine({ share, isPale }: { readonly share: number; readonly isPale: boolean }) {
  return (
    <svg
      aria-hidden="true"
      className={classes("forced-fill mt-1.5 block h-3 w-full", isPale ? "text-line-strong" : "text-accent")}
      preserveAspectRatio="none"
      viewBox="0 0 1000 12"
    >
      <rect x="0" y="11" width="1000" height="1" fill="currentColor" opacity="0.35" />
      <rect x="0" y="0" width={Math.max(0, Math.min(1, share)) * 1000} height="12" fill="currentColor" />
    </svg>
  );
}
