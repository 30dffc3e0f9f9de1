// Names and their values: the facts of one thing.
import type { ReactNode } from "react";

export interface Definition {
  readonly term: ReactNode;
  readonly description: ReactNode;
}

export function DefinitionList({ entries }: { readonly entries: readonly Definition[] }) {
  return (
    <dl className="border-t border-line">
      {entries.map(({ term, description }, index) => (
        <div
          key={index}
          className="avoid-break grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[minmax(10rem,16rem)_1fr]"
        >
          <dt className="text-sm text-ink-soft sm:pt-px">{term}</dt>
          <dd className="min-w-0">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
