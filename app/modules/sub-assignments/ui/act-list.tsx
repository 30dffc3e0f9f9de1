// What was done last in a block, each act with its undo. What stands in the way of an undo is said when it is tried.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";

export interface ShownAct {
  readonly actId: string;
  readonly kind: "registered" | "returned" | "resized" | "transferred";
  readonly prefix: string;
  readonly actedAt: string;
  readonly actedByName: string;
  readonly isUndone: boolean;
}

export function ActList({ acts }: { readonly acts: readonly ShownAct[] }) {
  const { t } = useTranslation("sub-assignments");
  return (
    <Table
      caption={t("acts.title")}
      isCaptionHidden
      rows={acts}
      rowKey={({ actId }) => actId}
      columns={[
        { key: "what", header: t("columns.act"), cell: ({ kind, prefix }) => `${t(`acts.kinds.${kind}`)}: ${prefix}` },
        { key: "when", header: t("columns.when"), cell: ({ actedAt }) => <Instant at={actedAt} /> },
        { key: "who", header: t("columns.who"), cell: ({ actedByName }) => actedByName },
        {
          key: "undo",
          header: t("acts.undo"),
          isHeaderHidden: true,
          cell: (act) => (act.isUndone ? <Badge>{t("acts.undone")}</Badge> : <Undo act={act} />),
        },
      ]}
    />
  );
}

function Undo({ act }: { readonly act: ShownAct }) {
  const { t } = useTranslation("sub-assignments");
  return (
    <Form method="post">
      <SubmitButton name="act" value={act.actId} variant="secondary" size="small">
        {t("acts.undo")}
        <span className="sr-only">
          : {t(`acts.kinds.${act.kind}`)}, {act.prefix}
        </span>
      </SubmitButton>
    </Form>
  );
}
