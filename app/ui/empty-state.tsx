// What stands where a list would be: why it is empty and what to do next.
import type { ReactNode } from "react";

export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-5 py-8 sm:px-8">
      <p className="font-display text-xl">{title}</p>
      {children ? <div className="mt-1.5 max-w-text text-ink-soft">{children}</div> : null}
      {action ? <div className="no-print mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
