// A member's words as the public reads them: what was struck out is a visible gap that says how long it is, to eyes and to ears.
import { useTranslation } from "react-i18next";
import type { PublicPart } from "../domain/redaction.ts";

export function PublicText({ parts, language }: { readonly parts: readonly PublicPart[]; readonly language: string }) {
  const { t } = useTranslation("claims");
  return (
    <blockquote lang={language} className="max-w-text whitespace-pre-line border-s-4 border-line-strong ps-4">
      {parts.map((part, index) =>
        part.kind === "text" ? (
          <span key={index}>{part.text}</span>
        ) : (
          <span key={index} className="rounded-sm bg-sunken px-1.5 text-sm text-ink-soft">
            [{t("public.struckOut", { count: part.length })}]
          </span>
        ),
      )}
    </blockquote>
  );
}
