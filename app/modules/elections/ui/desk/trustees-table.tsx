// How far each trustee is: one line a person, one column a step.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Column } from "#app/ui/table.tsx";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

type TrusteeAtDesk = ElectionAtDesk["trustees"][number];

export function TrusteesTable({ election }: { readonly election: ElectionAtDesk }) {
  const { t } = useTranslation("elections");
  const state = (isDone: boolean) => (
    <Badge tone={isDone ? "success" : "neutral"}>{t(isDone ? "desk.trustees.done" : "desk.trustees.awaited")}</Badge>
  );
  const columns: Column<TrusteeAtDesk>[] = [
    { key: "name", header: t("desk.trustees.name"), cell: ({ index, name }) => `${index}. ${name}` },
    { key: "certificate", header: t("steps.certificates"), cell: ({ hasCertificate }) => state(hasCertificate) },
    { key: "polynomial", header: t("steps.polynomials"), cell: ({ hasPolynomial }) => state(hasPolynomial) },
    { key: "key", header: t("steps.keys"), cell: ({ hasKey }) => state(hasKey) },
    { key: "rehearsal", header: t("steps.rehearsal"), cell: ({ hasRehearsed }) => state(hasRehearsed) },
  ];
  if (election.closedAt !== null) {
    columns.push({ key: "opened", header: t("desk.trustees.opened"), cell: ({ hasDecrypted }) => state(hasDecrypted) });
  }
  const { trusteeThreshold: threshold, trustees } = election;
  return (
    <Table
      caption={t("desk.trustees.caption", { threshold, count: trustees.length })}
      columns={columns}
      rows={trustees}
      rowKey={({ index }) => index}
    />
  );
}

/** The light that everybody may see: how many trustees have shown that they can decrypt. */
export function ReadyLight({ election }: { readonly election: ElectionAtDesk }) {
  const { t } = useTranslation("elections");
  const ready = election.trustees.filter(({ hasRehearsed }) => hasRehearsed).length;
  const isAll = ready === election.trustees.length;
  return (
    <Badge tone={isAll ? "success" : "warning"}>
      {t("desk.trustees.ready", { ready, count: election.trustees.length })}
    </Badge>
  );
}
