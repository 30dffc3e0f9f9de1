// What the checks found before a delegation is confirmed: each server, each DS record, and what is to be mended.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { TakesFocus } from "#app/ui/takes-focus.tsx";
import type { CheckReport } from "../queries/check-report.server.ts";
import { ServerStatusBadge } from "./server-status.tsx";

export function CheckResult({ report }: { readonly report: CheckReport }) {
  const { t } = useTranslation("reverse-dns");
  const { zones, firstZone, lastZone, isAcceptable, notInSync } = report;
  return (
    <div className="space-y-6">
      <TakesFocus>
        <Panel tone={isAcceptable ? "success" : "danger"} title={t(isAcceptable ? "check.good" : "check.bad")}>
          <p>{t(isAcceptable ? "check.goodText" : "check.badText")}</p>
        </Panel>
      </TakesFocus>
      <p className="max-w-text break-words">
        {zones === 1 ? t("check.oneZone", { zone: firstZone }) : t("check.manyZones", { zones, firstZone, lastZone })}
      </p>
      <Table
        caption={t("check.servers")}
        rows={report.servers}
        rowKey={({ host }) => host}
        columns={[
          { key: "host", header: t("columns.server"), cell: ({ host }) => <span className="break-all">{host}</span> },
          {
            key: "good",
            header: t("columns.answer"),
            cell: ({ good, bad, moreBad }) => <Answers good={good} bad={bad} moreBad={moreBad} />,
          },
        ]}
      />
      {report.dsRecords.length === 0 ? null : (
        <Table
          caption={t("check.dsRecords")}
          rows={report.dsRecords}
          rowKey={({ text }) => text}
          columns={[
            { key: "ds", header: t("columns.ds"), cell: ({ text }) => <span className="break-all">{text}</span> },
            {
              key: "fits",
              header: t("columns.key"),
              cell: ({ isOfZone }) => (
                <Badge tone={isOfZone ? "success" : "danger"}>{t(isOfZone ? "check.dsFits" : "check.dsStrange")}</Badge>
              ),
            },
          ]}
        />
      )}
      {notInSync > 0 ? (
        <Panel tone="warning" title={t("check.notInSync", { count: notInSync })}>
          <p>{t("check.notInSyncText")}</p>
        </Panel>
      ) : null}
    </div>
  );
}

function Answers({ good, bad, moreBad }: Pick<CheckReport["servers"][number], "good" | "bad" | "moreBad">) {
  const { t } = useTranslation("reverse-dns");
  return (
    <ul className="space-y-1">
      {good > 0 ? (
        <li>
          <ServerStatusBadge status="AA" /> {t("check.zones", { count: good })}
        </li>
      ) : null}
      {bad.map(({ zoneName, status }) => (
        <li key={zoneName}>
          <ServerStatusBadge status={status} /> <span className="break-all">{zoneName}</span>
        </li>
      ))}
      {moreBad > 0 ? <li>{t("check.more", { count: moreBad })}</li> : null}
    </ul>
  );
}
