// The delegated zones of a block: each with its servers, how they answered and when, and taking it back.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { ServerStatus } from "../domain/server-status.ts";
import { ServerStatusBadge } from "./server-status.tsx";

export interface ShownServer {
  readonly host: string;
  readonly status: ServerStatus;
  readonly statusOn: string | Date;
  readonly lastAuthoritativeOn: string | Date | null;
  readonly lameSince: string | Date | null;
  readonly removalOn: string | Date | null;
  readonly isPublished: boolean;
}

export interface ShownZone {
  readonly zoneName: string;
  readonly prefix: string;
  readonly changeAt: string;
  readonly servers: readonly ShownServer[];
  readonly dsRecords: readonly string[];
}

export function ZoneTable({ zones }: { readonly zones: readonly ShownZone[] }) {
  const { t } = useTranslation("reverse-dns");
  return (
    <Table
      caption={t("zones.title")}
      isCaptionHidden
      rows={zones}
      rowKey={({ zoneName }) => zoneName}
      columns={[
        {
          key: "zone",
          header: t("columns.zone"),
          cell: ({ zoneName, prefix, dsRecords }) => (
            <>
              <span className="block break-all sm:min-w-48">{zoneName}</span>
              <span className="tabular block font-normal text-ink-soft">{prefix}</span>
              {dsRecords.length === 0 ? null : <Badge tone="info">{t("zones.signed")}</Badge>}
            </>
          ),
        },
        {
          key: "servers",
          header: t("columns.servers"),
          cell: ({ servers }) => (
            <ul className="space-y-2.5">
              {servers.map((server) => (
                <li key={server.host}>
                  <ServerLine server={server} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "acts",
          header: t("columns.acts"),
          isHeaderHidden: true,
          cell: ({ zoneName, prefix, changeAt }) => (
            <div className="flex flex-wrap items-center gap-3">
              <TextLink
                to={changeAt}
                aria-label={t("zones.changeNamed", { zone: zoneName })}
                className="inline-flex min-h-target items-center"
              >
                {t("zones.change")}
              </TextLink>
              <Form method="post">
                <input type="hidden" name="act" value="ask" />
                <SubmitButton
                  variant="secondary"
                  size="small"
                  name="range"
                  value={prefix}
                  aria-label={t("zones.withdrawNamed", { zone: zoneName })}
                >
                  {t("zones.withdraw")}
                </SubmitButton>
              </Form>
            </div>
          ),
        },
      ]}
    />
  );
}

function ServerLine({ server }: { readonly server: ShownServer }) {
  const { t } = useTranslation("reverse-dns");
  const { host, status, statusOn, lastAuthoritativeOn, lameSince, removalOn, isPublished } = server;
  return (
    <div className="space-y-0.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 font-semibold wrap-anywhere">{host}</span>
        <ServerStatusBadge status={status} />
        {isPublished ? null : <Badge tone="danger">{t("zones.notPublished")}</Badge>}
      </p>
      <p className="text-ink-soft">
        {t("zones.askedOn")} <Instant at={statusOn} />
      </p>
      {status === "AA" || lastAuthoritativeOn === null ? null : (
        <p className="text-ink-soft">
          {t("zones.lastGood")} <Instant at={lastAuthoritativeOn} />
        </p>
      )}
      {lameSince === null || !isPublished ? null : (
        <p>
          {removalOn === null ? t("zones.watched") : t("zones.removalOn")}{" "}
          {removalOn === null ? null : <Instant at={removalOn} precision="day" />}
        </p>
      )}
    </div>
  );
}
