// What an organisation holds, block by block.
import { useTranslation } from "react-i18next";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { Holding } from "../domain/holding.ts";
import { writeHolding } from "../domain/holding.ts";

const shownAtOnce = 20;

export function HoldingList({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  if (holdings.length === 0) return <EmptyState title={t("holdings.none")} />;
  const rest = holdings.slice(shownAtOnce);
  return (
    <>
      <HoldingTable holdings={holdings.slice(0, shownAtOnce)} />
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="min-h-touch cursor-pointer py-2 text-accent">
            {t("holdings.more", { count: rest.length, number: number(rest.length) })}
          </summary>
          <HoldingTable holdings={rest} />
        </details>
      ) : null}
    </>
  );
}

function HoldingTable({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { t } = useTranslation("resources");
  return (
    <Table
      caption={t("holdings.title")}
      isCaptionHidden
      rows={holdings}
      rowKey={(holding) => `${holding.family}/${holding.start}`}
      columns={[
        {
          key: "resource",
          header: t("holdings.resource"),
          cell: (holding) => <span className="break-all font-mono text-sm">{writeHolding(holding).join(" ")}</span>,
        },
        { key: "family", header: t("register.family"), cell: (holding) => t(`families.${holding.family}`) },
        { key: "size", header: t("holdings.size"), cell: (holding) => <Size holding={holding} /> },
        { key: "status", header: t("holdings.status"), cell: (holding) => t(`holdings.${holding.status}`) },
        {
          key: "since",
          header: t("holdings.since"),
          cell: (holding) => (holding.date === "" ? "–" : <Day day={holding.date} />),
        },
      ]}
    />
  );
}

function Size({ holding: { family, value } }: { readonly holding: Holding }) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  if (family === "ipv6") return t("holdings.prefix", { length: value });
  return t(family === "ipv4" ? "holdings.addresses" : "holdings.numbers", { count: value, number: number(value) });
}
