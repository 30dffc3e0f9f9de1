// The frozen roll: who may vote and with how many votes. Whether an organisation voted is not told.
import { useTranslation } from "react-i18next";
import { NamesAttribution } from "#app/modules/organizations/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { linkToRoll } from "../../links.ts";
import { RollRoot } from "./roll-root.tsx";
import type { RollState } from "./roll-root.tsx";
import type { RollPage, RollPageLine } from "../../queries/roll.server.ts";
import { CountryName } from "./country-name.tsx";
import type { ElectionHeading } from "./election-page.tsx";
import { ElectionPage } from "./election-page.tsx";

export interface PublicRollProps {
  readonly election: ElectionHeading & {
    readonly rollDate: string;
    readonly rollRoot: string | null;
    readonly rollOrganizations: number;
    readonly rollVotes: number;
  };
  readonly query: string;
  readonly roll: RollPage;
  readonly state: RollState;
  /** Whom the names come from; "" where nobody has to be named. */
  readonly attribution: string;
}

export function PublicRoll(props: PublicRollProps) {
  return props.election.rollRoot === null ? <NoRollYet election={props.election} /> : <FrozenRoll {...props} />;
}

function FrozenRoll({ election, query, roll, state, attribution }: PublicRollProps) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <ElectionPage election={election} part={t("public.roll.title")} lead={t("public.roll.lead")}>
      <Figures>
        <Figure label={t("public.rollAndBox.organizations")} value={number(election.rollOrganizations)} />
        <Figure label={t("public.rollAndBox.votes")} value={number(election.rollVotes)} />
        <Figure
          label={t("public.roll.frozenFor")}
          value={<Instant at={`${election.rollDate}T00:00:00.000Z`} precision="day" />}
          isWords
        />
      </Figures>
      <SearchField
        label={t("public.roll.search")}
        description={t("public.roll.searchHint")}
        defaultValue={query}
        key={query}
      />
      <p role="status" className="text-sm text-ink-soft">
        {query === "" ? null : t("public.roll.found", { count: roll.total, query })}
        {query === "" ? null : (
          <>
            {" "}
            <TextLink to={linkToRoll(election.id)}>{t("public.roll.all")}</TextLink>
          </>
        )}
      </p>
      <Table
        caption={t("public.roll.caption")}
        columns={useColumns()}
        rows={roll.lines}
        rowKey={(line) => line.organizationHandle}
        empty={<EmptyState title={t("public.roll.none")}>{t("public.roll.noneText")}</EmptyState>}
      />
      <Pagination page={roll.page} pageCount={roll.pages} />
      <RollRoot election={election} state={state} />
      <NamesAttribution source={attribution} />
    </ElectionPage>
  );
}

export interface NoRollYetProps {
  readonly election: ElectionHeading & { readonly rollDate: string };
  /** When the calendar publishes it; absent while it is not frozen. */
  readonly publicFrom?: string;
}

export function NoRollYet({ election, publicFrom }: NoRollYetProps) {
  const { t } = useTranslation("elections");
  const at = `${election.rollDate}T00:00:00.000Z`;
  return (
    <ElectionPage election={election} part={t("public.roll.title")} lead={t("public.roll.lead")}>
      <EmptyState title={t("public.roll.notYet")}>
        {t("public.roll.frozenFor")}: <Instant at={at} precision="day" />
        {publicFrom === undefined ? null : (
          <span className="block">
            {t("public.roll.publicFrom")}: <Instant at={publicFrom} />
          </span>
        )}
      </EmptyState>
    </ElectionPage>
  );
}

function useColumns(): Column<RollPageLine>[] {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  return [
    {
      key: "name",
      header: t("public.roll.name"),
      isRowHeader: true,
      cell: ({ organizationName, organizationHandle }) => (
        <>
          {organizationName}{" "}
          <span className="block font-mono text-xs font-normal text-ink-soft">{organizationHandle}</span>
        </>
      ),
    },
    { key: "country", header: t("public.roll.country"), cell: (line) => <CountryName code={line.country} /> },
    {
      key: "category",
      header: t("public.roll.category"),
      cell: (line) => (
        <>
          {inLanguage(line.categoryNames, language)}
          <span className="block text-xs text-ink-soft">{inLanguage(line.classNames, language)}</span>
        </>
      ),
    },
    {
      key: "channel",
      header: t("public.roll.channel"),
      cell: (line) => t(`public.roll.channels.${line.channel}`),
    },
    { key: "votes", header: t("public.roll.votes"), cell: (line) => number(line.votes), align: "end" },
  ];
}
