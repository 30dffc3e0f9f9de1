// A message that stands out of the page: something to know, something that went well, something to mind, something wrong.
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import type { Tone } from "./tone.ts";
import { toneIcons } from "./tone.ts";

export interface PanelProps {
  readonly tone?: Exclude<Tone, "neutral">;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
}

const tones = {
  info: "border-accent bg-accent-soft [--sign:var(--accent)]",
  success: "border-success bg-success-soft [--sign:var(--success)]",
  warning: "border-warning bg-warning-soft [--sign:var(--warning)]",
  danger: "border-danger bg-danger-soft [--sign:var(--danger)]",
};

export function Panel({ tone = "info", title, children, className }: PanelProps) {
  return (
    <div
      className={classes(
        "forced-border avoid-break flex gap-3 rounded-md border-s-4 px-4 py-3.5",
        tones[tone],
        className,
      )}
    >
      <Icon name={toneIcons[tone]} className="mt-0.5 size-5.5 text-(--sign)" />
      <div className="min-w-0 max-w-text flex-1 space-y-1.5">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
