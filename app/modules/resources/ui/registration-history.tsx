// The history of a network or an AS number: when, who, and each field before and after.
import { useTranslation } from "react-i18next";
import { useFieldName, useReadableValue } from "#app/modules/audit-log/index.ts";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { RegistrationEvent } from "../domain/registration-history.ts";
import type { ShownHistory } from "../domain/resource-overview.ts";

export function RegistrationHistory({ history }: { readonly history: ShownHistory }) {
  const { t } = useTranslation("resources");
  return (
    <Section title={t("history.title")} id="history" lead={t("history.lead")}>
      <Table
        caption={t("history.title")}
        isCaptionHidden
        rows={history.events}
        rowKey={(event) => `${new Date(event.at).toISOString()} ${event.kind}`}
        columns={[
          { key: "at", header: t("history.when"), cell: ({ at }) => <Instant at={at} precision="second" isUtcOnly /> },
          {
            key: "by",
            header: t("history.who"),
            cell: ({ by }) => (by === null || by === "" ? t("history.registerFile") : by),
          },
          {
            key: "what",
            header: t("history.what"),
            cell: (event) => <What event={event} names={history.names} />,
          },
        ]}
      />
    </Section>
  );
}

function What({ event, names }: { readonly event: RegistrationEvent; readonly names: ShownHistory["names"] }) {
  const { t } = useTranslation("resources");
  if (event.changes.length === 0) return t(`history.kinds.${event.kind}`);
  return (
    <ul className="space-y-1 wrap-anywhere">
      {event.changes.map((change) => (
        <Change key={change.field} change={change} names={names} />
      ))}
    </ul>
  );
}

function Change({
  change: { field, before, after },
  names,
}: {
  readonly change: RegistrationEvent["changes"][number];
  readonly names: ShownHistory["names"];
}) {
  const { t } = useTranslation("resources");
  const fieldName = useFieldName();
  const readable = useReadableValue(names);
  const valueOf = (value: typeof before) => {
    if (field === "status" && typeof value === "string") return t(`statuses.${value}`);
    if (field === "originAsn" && typeof value === "number") return `AS${value}`;
    if (field.endsWith("ContactId") && value === null) return t("contacts.administrative");
    return readable(value);
  };
  return (
    <li>
      <span className="text-ink-soft">{fieldName(field)}: </span>
      <del className="decoration-danger">{valueOf(before)}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only">{t("history.becomes")}</span>
      <ins className="font-semibold no-underline">{valueOf(after)}</ins>
    </li>
  );
}
