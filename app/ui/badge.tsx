// A state in one or two words.
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import type { Tone } from "./tone.ts";

const tones: Record<Tone, string> = {
  neutral: "border-line-strong bg-sunken text-ink",
  info: "border-accent bg-accent-soft text-accent-strong",
  success: "border-success bg-success-soft text-success",
  warning: "border-warning bg-warning-soft text-warning",
  danger: "border-danger bg-danger-soft text-danger",
};

export function Badge({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={classes(
        "inline-flex items-center whitespace-nowrap rounded-sm border px-2 py-px text-xs font-semibold",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
