// The count's reasoning, line by line, as sentences in the reader's language.
import type { ContestCount } from "#app/lib/audit-bundle/index.ts";
import { sentenceOf } from "#app/lib/seat-count/index.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";

export function CountLines({ count }: { readonly count: ContestCount }) {
  const formats = useFormats();
  const language = useLanguage();
  return (
    <ol className="max-w-text list-decimal space-y-1.5 ps-6 marker:text-ink-soft">
      {count.lines.map((line, index) => (
        <li key={index} className={line.code === "ELECTED" ? "font-semibold" : undefined}>
          {sentenceOf(line, language, formats)}
        </li>
      ))}
    </ol>
  );
}
