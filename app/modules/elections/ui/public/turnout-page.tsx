// Turnout in numbers: who could and who did, day by day, and break-downs as far as they say nothing about a single organisation.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { smallestClass } from "../../domain/privacy-guard.ts";
import type { GuardOutcome } from "../../domain/privacy-guard.ts";
import type { TurnoutView } from "../../queries/turnout.server.ts";
import { CountryName } from "./country-name.tsx";
import type { ElectionHeading } from "./election-page.tsx";
import { ElectionPage } from "./election-page.tsx";

export interface TurnoutPageProps {
  readonly election: ElectionHeading;
  readonly turnout: TurnoutView;
}

export function TurnoutPage({ election, turnout }: TurnoutPageProps) {
  const { t } = useTranslation("elections");
  const { number, percent } = useFormats();
  const { entitled, voted } = turnout;
  const share = (part: number, whole: number) => percent(whole === 0 ? 0 : part / whole);
  return (
    <ElectionPage election={election} part={t("roll.turnout.title")} lead={t("roll.turnout.lead")}>
      <Figures>
        <Figure label={t("roll.turnout.entitled")} value={number(entitled.organizations)} />
        <Figure
          label={t("roll.turnout.voted")}
          value={`${number(voted.organizations)} (${share(voted.organizations, entitled.organizations)})`}
        />
        <Figure label={t("roll.turnout.votesEntitled")} value={number(entitled.votes)} />
        <Figure
          label={t("roll.turnout.votesCast")}
          value={`${number(voted.votes)} (${share(voted.votes, entitled.votes)})`}
        />
      </Figures>
      <Days days={turnout.days} />
      <Breakdown title={t("roll.turnout.byWeight")} outcome={turnout.byWeight} header={t("roll.weights.weight")}>
        {(key) => t("booth.votes", { count: Number(key) })}
      </Breakdown>
      <Breakdown title={t("roll.turnout.byCountry")} outcome={turnout.byCountry} header={t("public.roll.country")}>
        {(key) => <CountryName code={key} />}
      </Breakdown>
      <Section title={t("roll.turnout.byHour")}>
        <p className="max-w-text">{t("roll.turnout.byHourWhy")}</p>
      </Section>
    </ElectionPage>
  );
}

function Days({ days }: Pick<TurnoutView, "days">) {
  const { t } = useTranslation("elections");
  const { day } = useFormats();
  const said = (text: string) => {
    const instant = readInstant(text);
    return instant === undefined ? text : day(instant);
  };
  return (
    <Section title={t("roll.turnout.byDay")} lead={t("roll.turnout.byDayLead", { k: smallestClass })}>
      {days.length === 0 ? (
        <p>{t("roll.turnout.noDays", { k: smallestClass })}</p>
      ) : (
        <BarChart
          caption={t("roll.turnout.byDayWhat")}
          labelHeader={t("roll.turnout.day")}
          valueHeader={t("roll.turnout.voted")}
          shareHeader={t("desk.freeze.share")}
          bars={days.map(({ from, until, organizations }) => ({
            label: from === until ? said(from) : `${said(from)} – ${said(until)}`,
            value: organizations,
          }))}
        />
      )}
    </Section>
  );
}

interface BreakdownProps {
  readonly title: string;
  readonly header: string;
  readonly outcome: GuardOutcome;
  /** How a class is called. */
  readonly children: (key: string) => ReactNode;
}

function Breakdown({ title, header, outcome, children }: BreakdownProps) {
  const { t } = useTranslation("elections");
  const { number, percent } = useFormats();
  if (!outcome.isShown) {
    return (
      <Section title={title}>
        {outcome.reason === "still-open" ? (
          <p className="max-w-text">{t("roll.turnout.afterClose")}</p>
        ) : (
          <Panel title={t("roll.turnout.hidden")}>
            <p>{t("roll.turnout.hiddenWhy", { k: smallestClass })}</p>
          </Panel>
        )}
      </Section>
    );
  }
  const { classes, others } = outcome.breakdown;
  const rows = [
    ...classes.map((each) => ({ ...each, label: children(each.key) })),
    ...(others === null
      ? []
      : [{ ...others, key: "others", label: t("roll.turnout.others", { count: others.classes }) }]),
  ];
  return (
    <Section title={title} lead={others === null ? undefined : t("roll.turnout.othersWhy", { k: smallestClass })}>
      <Table
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "class", header, isRowHeader: true, cell: ({ label }) => label },
          { key: "entitled", header: t("roll.turnout.entitled"), align: "end", cell: (row) => number(row.entitled) },
          { key: "voted", header: t("roll.turnout.voted"), align: "end", cell: (row) => number(row.voted) },
          {
            key: "share",
            header: t("desk.freeze.share"),
            align: "end",
            cell: (row) => percent(row.voted / row.entitled),
          },
        ]}
      />
    </Section>
  );
}
