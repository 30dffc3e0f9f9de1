// The declaration that every commissioner makes before looking at a candidacy, and those that were made.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { AnswerProblems } from "#app/ui/use-answer-problems.ts";
import { fileLimits } from "../domain/file-limits.ts";
import type { Declaration } from "../queries/review.server.ts";
import { CountedArea } from "./counted-area.tsx";

export function ConflictForm({
  isFirst,
  answer: { problemOf },
}: {
  readonly isFirst: boolean;
  readonly answer: AnswerProblems;
}) {
  const { t } = useTranslation("candidacies");
  return (
    <Form method="post" className="space-y-4">
      <p className="max-w-text">{t(isFirst ? "conflict.text" : "conflict.again")}</p>
      <RadioGroup
        name="hasConflict"
        label={t("conflict.question")}
        options={(isFirst ? (["no", "yes"] as const) : (["yes"] as const)).map((value) => ({
          value,
          label: t(`conflict.${value}`),
        }))}
        problem={problemOf("hasConflict")}
        required
        isBoxed
      />
      <CountedArea
        name="explanation"
        label={t("conflict.explanation")}
        most={fileLimits.reasons}
        problem={problemOf("explanation")}
        rows={3}
        isOptional
      />
      <SubmitButton>{t("conflict.declare")}</SubmitButton>
    </Form>
  );
}

export function Declarations({ declarations }: { readonly declarations: readonly Declaration[] }) {
  const { t } = useTranslation("candidacies");
  if (declarations.length === 0) return <p className="text-ink-soft">{t("conflict.none")}</p>;
  return (
    <ul className="border-t border-line">
      {declarations.map(({ accountId, name, hasConflict, explanation, declaredAt }) => (
        <li key={accountId} className="border-b border-line py-3">
          <p className="flex flex-wrap items-center gap-2">
            <strong>{name}</strong>
            <Badge tone={hasConflict ? "danger" : "success"}>
              {t(`review.declared.${hasConflict ? "conflict" : "none"}`)}
            </Badge>
            <span className="text-sm text-ink-soft">
              <Instant at={declaredAt} isUtcOnly />
            </span>
          </p>
          {explanation === "" ? null : <p className="max-w-text whitespace-pre-line break-words">{explanation}</p>}
        </li>
      ))}
    </ul>
  );
}
