// Whom the caps bar because of those in office, and who may still be elected: the reasons line by line.
import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";
import type { CapLine } from "../domain/barred.ts";

export interface CapReasonsProps {
  readonly citizenships: readonly CapLine[];
  readonly employers: readonly CapLine[];
}

export function CapReasons({ citizenships, employers }: CapReasonsProps) {
  const { t } = useTranslation("bodies");
  const { country } = useFormats();
  const lines = [...citizenships.map((line) => ({ ...line, of: country(line.of) })), ...employers];
  if (lines.length === 0) return <p className="text-ink-soft">{t("page.noCaps")}</p>;
  return (
    <ul className="max-w-text list-disc space-y-1 ps-5">
      {lines.map((line) => (
        <CapSentence key={line.of} line={line} />
      ))}
    </ul>
  );
}

export function CapSentence({ line }: { readonly line: CapLine }) {
  const { t } = useTranslation("bodies");
  const { list } = useFormats();
  const filled = { ...line, holders: list(line.holders) };
  return (
    <li suppressHydrationWarning className={line.remaining === 0 ? "font-semibold" : undefined}>
      {line.remaining === 0 ? t("page.capBarred", filled) : t("page.capLeft", filled)}
    </li>
  );
}
