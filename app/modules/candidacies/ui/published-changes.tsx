// What two commissioners changed after the publication: each field before and after, the reason, and who they were.
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCandidate } from "../links.ts";
import type { PublishedChangeView } from "../queries/published-changes.server.ts";

export interface PublishedChangesProps {
  readonly changes: readonly PublishedChangeView[];
  /** On a list of all candidates each change says whom it is about. */
  readonly hasNames?: boolean;
}

/** Nothing where nothing was changed. */
export function PublishedChanges({ changes, hasNames = false }: PublishedChangesProps) {
  const { t } = useTranslation("candidacies");
  if (changes.length === 0) return null;
  return (
    <Section title={t("changes.title")} lead={t("changes.lead")}>
      <ol className="border-t border-line">
        {changes.map((change) => (
          <li key={change.id} className="space-y-3 border-b border-line py-4">
            <h3 className="font-semibold">
              {t(`changes.kinds.${change.kind}`)}
              {hasNames ? (
                <>
                  : <TextLink to={linkToCandidate(change.candidacyId)}>{change.candidateName}</TextLink>
                </>
              ) : null}
            </h3>
            <p className="text-sm text-ink-soft">
              <Instant at={change.decidedAt} /> ·{" "}
              {t("changes.by", { proposer: change.proposedByName, approver: change.approvedByName })}
            </p>
            <p className="max-w-text whitespace-pre-line break-words">{change.reason}</p>
            {change.kind === "edit" ? <Fields fields={change.changes} /> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Fields({ fields }: { readonly fields: PublishedChangeView["changes"] }) {
  const { t } = useTranslation("candidacies");
  return (
    <DefinitionList
      entries={fields.map(({ field, before, after }) => ({
        term: t(`approvals.fields.${field.replaceAll(".", "_")}`),
        description:
          after === "***" ? (
            t("changes.notPublic")
          ) : (
            <>
              <del className="block whitespace-pre-line break-words text-ink-soft">
                <span className="sr-only">{t("changes.before")}: </span>
                <Value value={before} />
              </del>
              <ins className="block whitespace-pre-line break-words no-underline">
                <span className="sr-only">{t("changes.after")}: </span>
                <Value value={after} />
              </ins>
            </>
          ),
      }))}
    />
  );
}

function Value({ value }: { readonly value: Json }) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  if (value === null || value === "") return <>{t("changes.nothing")}</>;
  if (typeof value === "object") return <>{inLanguage(value as Json & Trilingual, language)}</>;
  return <>{String(value)}</>;
}
