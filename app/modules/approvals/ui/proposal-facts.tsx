// One proposal in full: what exactly would happen, each field before and after, who wants it and why, and the decision.
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { readInstant } from "#app/lib/instants/index.ts";
import { keysOfField } from "#app/modules/audit-log/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Day } from "#app/ui/day.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { ProposedChange } from "../domain/approvable-act.ts";
import { partsOfKind } from "../domain/proposal-state.ts";
import type { ProposalView } from "../queries/proposals.server.ts";
import { useActSentence } from "./use-act-sentence.ts";

export function ProposalFacts({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation("approvals");
  const sentenceOf = useActSentence();
  return (
    <div className="space-y-6">
      <p className="max-w-text text-lg font-semibold">{sentenceOf(proposal)}</p>
      {proposal.changes.length > 0 ? (
        <Table
          caption={t("one.what")}
          isCaptionHidden
          rows={proposal.changes}
          rowKey={({ field }) => field}
          columns={[
            {
              key: "field",
              header: t("one.field"),
              cell: ({ field }) => <FieldName kind={proposal.kind} field={field} />,
            },
            {
              key: "before",
              header: t("one.before"),
              cell: ({ field, before }) => <Value {...{ kind: proposal.kind, field }} value={before} />,
            },
            {
              key: "after",
              header: t("one.after"),
              cell: (change) => <After kind={proposal.kind} change={change} />,
            },
          ]}
        />
      ) : null}
      <DefinitionList entries={useFacts(proposal)} />
    </div>
  );
}

function useFacts(proposal: ProposalView): Definition[] {
  const { t } = useTranslation("approvals");
  const language = useLanguage();
  const { subjectTitle, reason, proposedByName, proposedAt, state, expiresAt } = proposal;
  return [
    ...(subjectTitle === null ? [] : [{ term: t("one.about"), description: inLanguage(subjectTitle, language) }]),
    { term: t("one.reason"), description: <span className="whitespace-pre-line">{reason}</span> },
    { term: t("list.by"), description: proposedByName },
    { term: t("list.at"), description: <Instant at={proposedAt} /> },
    ...(state === "proposed" ? [{ term: t("list.expires"), description: <Instant at={expiresAt} /> }] : []),
    ...(proposal.decidedByName === null
      ? []
      : [
          { term: t("list.decidedBy"), description: proposal.decidedByName },
          { term: t(`states.${state}`), description: <Instant at={proposal.decidedAt ?? ""} /> },
        ]),
    ...(proposal.decisionReason === ""
      ? []
      : [
          {
            term: t("one.decisionReason"),
            description: <span className="whitespace-pre-line">{proposal.decisionReason}</span>,
          },
        ]),
  ];
}

/** The field in the words of the module that knows the act; the log's words otherwise. */
function FieldName({ kind, field }: { readonly kind: string; readonly field: string }) {
  const { t } = useTranslation("approvals");
  const { key, keyOfAny, of } = keysOfField(field);
  const { module } = partsOfKind(kind);
  const said =
    t(`${module}:approvals.fields.${key}`, { defaultValue: "" }) ||
    t(`${module}:approvals.fieldsOfAny.${keyOfAny}`, { of, defaultValue: "" });
  return <>{said || t(`audit-log:fields.${key}`, { defaultValue: field })}</>;
}

function After({ kind, change }: { readonly kind: string; readonly change: ProposedChange }) {
  return (
    <ins className="font-semibold no-underline">
      <Value kind={kind} field={change.field} value={change.after} />
    </ins>
  );
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

interface ValueProps {
  readonly kind: string;
  readonly field: string;
  readonly value: Json;
}

function Value({ kind, field, value }: ValueProps) {
  const { t } = useTranslation("approvals");
  const language = useLanguage();
  const { number } = useFormats();
  if (value === null || value === "") return <span className="text-ink-soft">{t("one.nothing")}</span>;
  if (typeof value === "string") {
    const isInstant = instantForm.test(value) && readInstant(value) !== undefined;
    if (isInstant) return <Instant at={value} />;
    if (dayForm.test(value)) return <Day day={value} />;
    // The value in the words of the module that knows the act, where it is one of a few: "link" is "by a link".
    const key = `${partsOfKind(kind).module}:approvals.values.${keysOfField(field).keyOfAny}.${value}`;
    const word = /^[a-z-]+$/.test(value) ? t(key, { defaultValue: "" }) : "";
    return word !== "" ? <>{word}</> : <span className="wrap-anywhere whitespace-pre-line">{value}</span>;
  }
  if (typeof value === "boolean") return <>{t(value ? "one.yes" : "one.no")}</>;
  if (typeof value === "number") return <>{number(value)}</>;
  if (isTrilingual(value)) return <span className="whitespace-pre-line">{inLanguage(value, language)}</span>;
  return <span className="wrap-anywhere">{JSON.stringify(value)}</span>;
}

function isTrilingual(value: Json): value is Json & Trilingual {
  return value !== null && typeof value === "object" && "es" in value && "en" in value && "pt" in value;
}
