// The checklist of a candidate's file: what is there, what is missing, and the way to the page where it is written.
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { CompletenessLine, CompletenessPart } from "../domain/completeness.ts";

export interface CompletenessListProps {
  readonly lines: readonly CompletenessLine[];
  /** Where each part is written; absent for who only reads. */
  readonly linkOf?: (part: CompletenessPart) => string | undefined;
}

export function CompletenessList({ lines, linkOf }: CompletenessListProps) {
  const { t } = useTranslation("candidacies");
  return (
    <ul className="border-t border-line">
      {lines.map((line) => {
        const isDone = line.done >= line.of;
        const to = linkOf?.(line.part);
        return (
          <li key={line.part} className="flex items-start gap-3 border-b border-line py-3">
            <Icon
              name={isDone ? "check" : line.isRequired ? "warning" : "info"}
              className={isDone ? "mt-1 text-success" : line.isRequired ? "mt-1 text-warning" : "mt-1 text-ink-soft"}
            />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                {to === undefined ? t(`parts.${line.part}`) : <TextLink to={to}>{t(`parts.${line.part}`)}</TextLink>}
              </p>
              <p className="text-sm text-ink-soft">
                <Sentence line={line} isDone={isDone} />
              </p>
            </div>
            <span className="tabular text-sm text-ink-soft">{line.of > 1 ? `${line.done} / ${line.of}` : null}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Sentence({ line, isDone }: { readonly line: CompletenessLine; readonly isDone: boolean }) {
  const { t } = useTranslation("candidacies");
  const { list } = useFormats();
  if (isDone) return <>{t("checklist.done")}</>;
  const left = line.of - line.done;
  switch (line.part) {
    case "translations":
      return (
        <>{t("checklist.translations", { languages: list(line.missing.map((each) => t(`languages.${each}`))) })}</>
      );
    case "person":
      return <>{t("checklist.person", { fields: list(line.missing.map((each) => t(`checklist.fields.${each}`))) })}</>;
    case "questionnaire":
    case "endorsements":
      return <>{t(`checklist.${line.part}`, { left })}</>;
    case "acceptance":
    case "biography":
    case "photo":
      return <>{t(`checklist.${line.part}`)}</>;
  }
}
