// A big number with what it counts.
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface FigureProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** The value is words, a date for example: they need room, and no word is broken for size. */
  readonly isWords?: boolean;
}

export function Figure({ label, value, note, isWords = false }: FigureProps) {
  return (
    <div className="avoid-break min-w-36 flex-1 border-s-3 border-accent ps-4">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd>
        <span className={classes("tabular block font-display", isWords ? "text-xl" : "text-3xl")}>{value}</span>
        {note ? <span className="block text-sm text-ink-soft">{note}</span> : null}
      </dd>
    </div>
  );
}

/** Several figures in a row. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-8 gap-y-5">{children}</dl>;
}
