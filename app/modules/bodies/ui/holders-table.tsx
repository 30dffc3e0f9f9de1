// Who holds office, with which citizenships and employer, from when until when.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PublicTerm } from "../domain/office-holder.ts";
import { lastDayOf } from "../domain/office-holder.ts";

export interface HoldersTableProps {
  readonly caption: string;
  readonly terms: readonly PublicTerm[];
  /** A link or a button for each person. */
  readonly actionOf?: (term: PublicTerm) => ReactNode;
}

export function HoldersTable({ caption, terms, actionOf }: HoldersTableProps) {
  const { t } = useTranslation("bodies");
  const { country, list } = useFormats();
  const action =
    actionOf === undefined ? [] : [{ key: "action", header: t("desk.edit"), isHeaderHidden: true, cell: actionOf }];
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={terms}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("page.nobody")} />}
      columns={[
        { key: "name", header: t("page.name"), cell: ({ name }) => name },
        {
          key: "citizenships",
          header: t("page.citizenships"),
          // Why the warning is suppressed: the browser's name for a country may be newer than the server's.
          cell: ({ citizenships }) => <span suppressHydrationWarning>{list(citizenships.map(country))}</span>,
        },
        { key: "employer", header: t("page.employer"), cell: ({ employerGroup }) => employerGroup || "–" },
        { key: "from", header: t("page.from"), cell: ({ from }) => <Day day={from} /> },
        { key: "until", header: t("page.until"), cell: (term) => <Until term={term} /> },
        ...action,
      ]}
    />
  );
}

function Until({ term }: { readonly term: PublicTerm }) {
  const { t } = useTranslation("bodies");
  return (
    <>
      <Day day={lastDayOf(term)} />
      {term.endedOn === null ? null : (
        <span className="block text-ink-soft">{t("page.endedEarly", { reason: term.endReason })}</span>
      )}
    </>
  );
}
