// Sub-assignments as a table, with what can be done to each.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { SubAssignmentLine } from "../domain/sub-assignment-line.ts";
import { linkToChangeSubAssignment, linkToSubAssignments } from "../links.ts";

const acts = ["resize", "transfer", "return"] as const;

export function SubAssignmentTable({
  lines,
  isSearched,
}: {
  readonly lines: readonly SubAssignmentLine[];
  readonly isSearched: boolean;
}) {
  const { t } = useTranslation("sub-assignments");
  return (
    <Table
      caption={t("list.title")}
      isCaptionHidden
      rows={lines}
      rowKey={({ prefix }) => prefix}
      empty={
        isSearched ? (
          <EmptyState title={t("list.notFound")}>{t("list.notFoundText")}</EmptyState>
        ) : (
          <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
        )
      }
      columns={[
        { key: "range", header: t("columns.range"), cell: (line) => <Range line={line} /> },
        {
          key: "customer",
          header: t("columns.customer"),
          cell: ({ customer, handle, name }) => (
            <>
              {customer} <span className="font-mono text-sm">({handle})</span>
              {name === "" ? null : <span className="block text-ink-soft">{name}</span>}
            </>
          ),
        },
        {
          key: "as",
          header: t("columns.as"),
          cell: ({ status, isResidential }) => (
            <span className="flex flex-wrap gap-1">
              <Badge>{t(status === "reallocated" ? "statuses.reallocated" : "statuses.reassigned")}</Badge>
              {isResidential ? <Badge tone="info">{t("statuses.residential")}</Badge> : null}
            </span>
          ),
        },
        {
          key: "since",
          header: t("columns.assignedOn"),
          cell: ({ assignedOn, isLate, daysTaken }) => (
            <>
              {assignedOn === "" ? "–" : <Day day={assignedOn} />}{" "}
              {isLate ? <Badge tone="warning">{t("list.lateBy", { count: daysTaken ?? 0 })}</Badge> : null}
            </>
          ),
        },
        { key: "acts", header: t("columns.acts"), isHeaderHidden: true, cell: (line) => <Acts line={line} /> },
      ]}
    />
  );
}

function Range({ line }: { readonly line: SubAssignmentLine }) {
  return line.status === "reallocated" ? (
    <TextLink to={linkToSubAssignments(line.prefix)}>{line.prefix}</TextLink>
  ) : (
    <>{line.prefix}</>
  );
}

function Acts({ line }: { readonly line: SubAssignmentLine }) {
  const { t } = useTranslation("sub-assignments");
  return (
    <span className="flex flex-wrap gap-x-4 lg:flex-nowrap">
      {acts.map((act) => (
        <TextLink
          key={act}
          to={linkToChangeSubAssignment(line.prefix, act)}
          aria-label={t(`${act}.named`, { prefix: line.prefix })}
          className="inline-flex min-h-target items-center whitespace-nowrap"
        >
          {t(`${act}.short`)}
        </TextLink>
      ))}
    </span>
  );
}
