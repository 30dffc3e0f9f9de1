// Networks and AS numbers as tables.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Day } from "#app/ui/day.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { writeAsn } from "../domain/autonomous-system.ts";
import type { NamedPerson, NetworkLine, SystemLine } from "../domain/resource-line.ts";
import { linkToAutonomousSystem, linkToNetwork } from "../links.ts";

export function NetworkTable({ networks }: { readonly networks: readonly NetworkLine[] }) {
  const { t } = useTranslation("resources");
  const columns: Column<NetworkLine>[] = [
    { key: "prefix", header: t("mine.block"), cell: (each) => <NetworkName network={each} /> },
    { key: "status", header: t("holdings.status"), cell: (each) => t(`statuses.${each.status}`) },
    { key: "holder", header: t("mine.holder"), cell: (each) => <Holder {...each.holder} /> },
    {
      key: "contact",
      header: t("mine.technicalContact"),
      cell: (each) => <PersonName person={each.technicalContact} />,
    },
    {
      key: "origin",
      header: t("mine.originAsn"),
      cell: (each) => (each.originAsn === null ? "–" : writeAsn(each.originAsn)),
    },
    { key: "use", header: t("mine.use"), cell: (each) => <Use use={each.use} /> },
  ];
  return (
    <Table
      caption={t("mine.networks")}
      isCaptionHidden
      columns={columns}
      rows={networks}
      rowKey={(each) => each.id}
      empty={<p className="text-ink-soft">{t("mine.noNetwork")}</p>}
    />
  );
}

export function SystemTable({ systems }: { readonly systems: readonly SystemLine[] }) {
  const { t } = useTranslation("resources");
  const columns: Column<SystemLine>[] = [
    {
      key: "asn",
      header: t("mine.asn"),
      cell: (each) => (
        <TextLink to={linkToAutonomousSystem(each.asn)} className="font-mono">
          {writeAsn(each.asn)}
        </TextLink>
      ),
    },
    { key: "status", header: t("holdings.status"), cell: (each) => t(`statuses.${each.status}`) },
    { key: "holder", header: t("mine.holder"), cell: (each) => <Holder {...each.holder} /> },
    { key: "contact", header: t("mine.routingContact"), cell: (each) => <PersonName person={each.routingContact} /> },
    {
      key: "since",
      header: t("holdings.since"),
      cell: (each) => (each.registeredOn === "" ? "–" : <Day day={each.registeredOn} />),
    },
  ];
  return (
    <Table
      caption={t("mine.systems")}
      isCaptionHidden
      columns={columns}
      rows={systems}
      rowKey={(each) => each.asn}
      empty={<p className="text-ink-soft">{t("mine.noSystem")}</p>}
    />
  );
}

function NetworkName({ network }: { readonly network: NetworkLine }) {
  const { t } = useTranslation("resources");
  return (
    <span className="block min-w-0">
      <TextLink to={linkToNetwork(network.id)} className="break-all font-mono">
        {network.prefix}
      </TextLink>
      {network.name === "" ? null : <span className="block font-normal text-ink-soft">{network.name}</span>}
      {network.isDirect ? null : (
        <span className="block">
          <Badge>{t("mine.subAssigned")}</Badge>
        </span>
      )}
    </span>
  );
}

function Holder({ name, handle }: NetworkLine["holder"]) {
  return (
    <span className="block wrap-anywhere">
      {name}
      <span className="block font-mono text-xs text-ink-soft">{handle}</span>
    </span>
  );
}

function PersonName({ person }: { readonly person: NamedPerson | null }) {
  const { t } = useTranslation("resources");
  return person === null ? t("contacts.nobody") : `${person.name} (${person.userId})`;
}

function Use({ use }: { readonly use: NetworkLine["use"] }) {
  const { t } = useTranslation("resources");
  const { percent } = useFormats();
  if (use === null) return <span className="text-ink-soft">{t("mine.ownUse")}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {percent(use.share, 2)}
      {use.isReached ? <Badge tone="success">{t("use.reachedShort")}</Badge> : null}
    </span>
  );
}
