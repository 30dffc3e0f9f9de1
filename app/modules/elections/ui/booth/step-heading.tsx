// The heading of a step. It takes the focus when the step begins, so that nobody has to look for where things went on.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

export function StepHeading({ takesFocus, children }: { readonly takesFocus: boolean; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [takesFocus]);
  return (
    <h2 ref={heading} tabIndex={-1} className="scroll-mt-24 font-display text-2xl leading-tight">
      {children}
    </h2>
  );
}
