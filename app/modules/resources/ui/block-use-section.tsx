// How a block is used: figures of the 80 % rule, the map, and every part of it in words.
import { useTranslation } from "react-i18next";
import type { IpFamily } from "#app/lib/ip-addresses/index.ts";
import { Day } from "#app/ui/day.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { BlockUse, ShownPart } from "../domain/resource-overview.ts";
import type { Utilisation } from "../domain/utilisation.ts";
import { shareOf } from "../domain/utilisation.ts";
import { linkToNetwork } from "../links.ts";
import { BlockMap } from "./block-map.tsx";

export interface BlockUseSectionProps {
  readonly prefix: string;
  readonly family: IpFamily;
  readonly use: BlockUse;
}

export function BlockUseSection({ prefix, family, use }: BlockUseSectionProps) {
  const { t } = useTranslation("resources");
  const { number, percent } = useFormats();
  const amount = useAmount(family);
  const { utilisation, together, subAssignments } = use;
  const summary = t("use.summary", {
    prefix,
    count: subAssignments,
    number: number(subAssignments),
    taken: amount(utilisation.taken),
    size: amount(utilisation.size),
    share: percent(shareOf(utilisation), 2),
  });
  return (
    <Section title={t("use.title")} id="use" lead={summary}>
      <Figures>
        <Figure
          label={t("use.ofBlock")}
          value={percent(shareOf(utilisation), 2)}
          note={<Verdict use={utilisation} family={family} />}
        />
        {together.blocks > 1 ? (
          <Figure
            label={t("use.ofAll", { count: together.blocks, number: number(together.blocks) })}
            value={percent(shareOf(together), 2)}
            note={<Verdict use={together} family={family} />}
          />
        ) : null}
        <Figure label={t("use.subAssignments")} value={number(subAssignments)} />
      </Figures>
      <p className="mt-3 max-w-text text-sm text-ink-soft">{t("use.rule")}</p>
      <div className="mt-6">
        <BlockMap cells={use.cells} summary={summary} />
      </div>
      <div className="mt-8 space-y-4">
        <Parts use={use} family={family} />
        <Pagination page={use.page} pageCount={use.pages} />
      </div>
    </Section>
  );
}

function Verdict({ use, family }: { readonly use: Utilisation; readonly family: IpFamily }) {
  const { t } = useTranslation("resources");
  const amount = useAmount(family);
  return <>{use.isReached ? t("use.reached") : t("use.missing", { missing: amount(use.missing, true) })}</>;
}

function Parts({ use, family }: { readonly use: BlockUse; readonly family: IpFamily }) {
  const { t } = useTranslation("resources");
  return (
    <Table
      caption={t("use.parts")}
      rows={use.parts}
      rowKey={(part) => part.prefix}
      columns={[
        { key: "prefix", header: t("mine.block"), cell: (part) => <PartName part={part} /> },
        {
          key: "state",
          header: t("use.state"),
          cell: ({ network }) => (network === null ? t("use.free") : t(`statuses.${network.status}`)),
        },
        { key: "holder", header: t("mine.holder"), cell: ({ network }) => network?.holder ?? "–" },
        { key: "size", header: t("holdings.size"), cell: (part) => <Size prefix={part.prefix} family={family} /> },
        {
          key: "since",
          header: t("holdings.since"),
          cell: ({ network }) =>
            network === null || network.registeredOn === "" ? "–" : <Day day={network.registeredOn} />,
        },
      ]}
    />
  );
}

function PartName({ part }: { readonly part: ShownPart }) {
  const name = <span className="break-all font-mono">{part.prefix}</span>;
  return part.network === null ? name : <TextLink to={linkToNetwork(part.network.id)}>{name}</TextLink>;
}

function Size({ prefix, family }: { readonly prefix: string; readonly family: IpFamily }) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  const length = Number(prefix.split("/")[1]);
  if (family === "ipv6") return t("holdings.prefix", { length });
  const count = 2 ** (32 - length);
  return t("holdings.addresses", { count, number: number(count) });
}

/** IPv4 in addresses, IPv6 in /64 networks; a part of one that is wanted is a whole one. */
function useAmount(family: IpFamily): (addresses: bigint, isRoundedUp?: boolean) => string {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  return (addresses, isRoundedUp = false) => {
    if (family === "ipv4") return t("use.addresses", { number: number(addresses) });
    const networks = (addresses + (isRoundedUp ? (1n << 64n) - 1n : 0n)) >> 64n;
    return t("use.networks64", { number: number(networks) });
  };
}
