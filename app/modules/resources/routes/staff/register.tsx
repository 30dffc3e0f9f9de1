// The register in numbers, and the files that it was read from.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Code } from "#app/ui/code.tsx";
import { Country } from "#app/ui/country.tsx";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { families } from "../../domain/holding.ts";
import { linkToAllResources } from "../../links.ts";
import { permissions } from "../../module.ts";
import { poolsOf } from "../../queries/pools.server.ts";
import { listRegisterImports } from "../../queries/register-imports.server.ts";
import { registerTotals } from "../../queries/register-totals.server.ts";
import { PoolCharts } from "../../ui/pool-charts.tsx";

export const handle: PageHandle = { title: "resources:register.title" };

const countriesShown = 12;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["resources:read-register"].slice() });
  const imports = await listRegisterImports(context);
  return { totals: await registerTotals(context), pools: await poolsOf(context), imports };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Register() {
  const { t } = useTranslation("resources");
  const { totals, pools, imports } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("register.title")}
      lead={t("register.lead")}
      breadcrumbs={[{ label: t("register.crumb"), to: "/staff" }]}
    >
      {imports.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <SearchField label={t("register.search")} action={linkToAllResources()} description={t("mine.searchHint")} />
          <Totals totals={totals} />
          <PoolCharts pools={pools} />
        </>
      )}
      {imports.length === 0 ? null : <Imports imports={imports} />}
    </Page>
  );
}

function NothingYet() {
  const { t } = useTranslation("resources");
  const command = "npm run -s plenaria -- registry import delegated-extended.txt";
  return (
    <EmptyState title={t("register.empty")}>
      <p>{t("register.emptyHint")}</p>
      <p className="mt-2">
        <Code value={command} label={t("register.command")} />
      </p>
    </EmptyState>
  );
}

function Totals({ totals }: { readonly totals: Loaded["totals"] }) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  const shown = totals.countries.slice(0, countriesShown);
  const others = totals.countries.slice(countriesShown).reduce((sum, each) => sum + each.holders, 0);
  const records = families.reduce((sum, family) => sum + totals.records[family], 0);
  return (
    <Section title={t("register.totals")}>
      <Figures>
        <Figure label={t("register.holders")} value={number(totals.holders)} />
        <Figure label={t("register.records")} value={number(records)} />
        <Figure label={t("register.ipv4Blocks")} value={number(Math.round(totals.ipv4Addresses / 256))} />
        <Figure label={t("register.ipv6Blocks")} value={number(totals.ipv6Networks >> 32n)} />
        <Figure label={t("register.asns")} value={number(totals.asns)} />
      </Figures>
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <BarChart
          caption={t("register.byFamily")}
          labelHeader={t("register.family")}
          valueHeader={t("register.records")}
          shareHeader={t("register.share")}
          bars={families.map((family) => ({ label: t(`families.${family}`), value: totals.records[family] }))}
        />
        <BarChart
          caption={t("register.byCountry")}
          labelHeader={t("register.country")}
          valueHeader={t("register.holders")}
          shareHeader={t("register.share")}
          bars={[
            ...shown.map(({ country, holders }) => ({ label: <Country code={country} />, value: holders })),
            ...(others > 0 ? [{ label: t("register.otherCountries"), value: others }] : []),
          ]}
        />
      </div>
    </Section>
  );
}

function Imports({ imports }: { readonly imports: Loaded["imports"] }) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  return (
    <Section title={t("register.imports")} lead={t("register.importsLead")}>
      <Table
        caption={t("register.imports")}
        isCaptionHidden
        rows={imports}
        rowKey={(each) => each.id}
        columns={[
          { key: "at", header: t("register.importedAt"), cell: (each) => <Instant at={each.importedAt} isUtcOnly /> },
          {
            key: "file",
            header: t("register.file"),
            cell: (each) => <span className="break-all">{each.fileName}</span>,
          },
          { key: "registry", header: t("register.registry"), cell: (each) => each.report.registry },
          { key: "day", header: t("register.day"), cell: (each) => <Day day={each.report.day} /> },
          { key: "records", header: t("register.records"), align: "end", cell: (each) => number(each.report.records) },
          { key: "added", header: t("register.added"), align: "end", cell: (each) => number(each.report.added) },
          { key: "changed", header: t("register.changed"), align: "end", cell: (each) => number(each.report.changed) },
          { key: "removed", header: t("register.removed"), align: "end", cell: (each) => number(each.report.removed) },
          {
            key: "new",
            header: t("register.newOrganizations"),
            align: "end",
            cell: (each) => number(each.report.organizationsAdded),
          },
          {
            key: "seconds",
            header: t("register.seconds"),
            align: "end",
            cell: (each) => number(Math.round(each.report.seconds)),
          },
        ]}
      />
    </Section>
  );
}
