// A few choices side by side of which one holds: a form of submit buttons, so that it works before the page wakes up and without JavaScript.
import type { FormEvent, ReactNode } from "react";
import { classes } from "./classes.ts";

export interface Segment {
  readonly value: string;
  readonly label: ReactNode;
  /** What is heard, when the label is too short for it. Must begin with the label's words. */
  readonly spoken?: string;
  readonly lang?: string;
}

export interface SegmentsProps {
  readonly label: string;
  readonly name: string;
  readonly action: string;
  readonly segments: readonly Segment[];
  readonly current: string;
  /** Where the server sends the reader back to. */
  readonly back: string;
  /** Called instead of sending the form when the page is awake. */
  readonly onChoose: (value: string) => void;
}

export function Segments({ label, name, action, segments, current, back, onChoose }: SegmentsProps) {
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    onChoose(submitter.value);
  }
  return (
    <form
      method="post"
      action={action}
      onSubmit={handleSubmit}
      aria-label={label}
      className="no-print inline-flex rounded-md border border-line-strong bg-raised"
    >
      <input type="hidden" name="back" value={back} />
      {segments.map((segment) => {
        const isCurrent = segment.value === current;
        return (
          <button
            key={segment.value}
            type="submit"
            name={name}
            value={segment.value}
            lang={segment.lang}
            aria-label={segment.spoken}
            aria-pressed={isCurrent}
            className={classes(
              "min-h-9 min-w-9 px-2 text-sm font-semibold first:rounded-s-[0.25rem] last:rounded-e-[0.25rem]",
              isCurrent ? "forced-fill bg-accent text-on-accent" : "text-ink-soft hover:bg-sunken hover:text-ink",
            )}
          >
            {segment.label}
          </button>
        );
      })}
    </form>
  );
}
