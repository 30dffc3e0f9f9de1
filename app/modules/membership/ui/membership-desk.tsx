// What was written down about a membership (classes, debts), and the forms with which staff write more.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { Day } from "#app/ui/day.tsx";
import { Section } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { MembershipPeriod } from "../domain/membership-period.ts";
import type { MembershipClass } from "../domain/rules.ts";

export interface MembershipDeskProps {
  readonly overview: {
    readonly classes: readonly MembershipClass[];
    readonly periods: readonly MembershipPeriod[];
    readonly debts: readonly { readonly from: string; readonly until: string | null; readonly note: string }[];
    readonly today: string;
  };
  readonly mayChange: boolean;
  readonly problemOf: (field: string) => string | undefined;
}

export function MembershipDesk({ overview, mayChange, problemOf }: MembershipDeskProps) {
  const { t } = useTranslation("membership");
  const { classes, periods, debts, today } = overview;
  const owes = debts.some((debt) => debt.until === null);
  return (
    <Section title={t("desk.title")} id="membership" lead={t("desk.lead")}>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="space-y-4">
          <Periods periods={periods} classes={classes} />
          {mayChange ? <ClassForm classes={classes} today={today} problemOf={problemOf} /> : null}
        </div>
        <div className="space-y-4">
          <Debts debts={debts} />
          {mayChange ? (
            owes ? (
              <LiftDebtForm today={today} problemOf={problemOf} />
            ) : (
              <SetDebtForm today={today} problemOf={problemOf} />
            )
          ) : null}
        </div>
      </div>
    </Section>
  );
}

function Periods({
  periods,
  classes,
}: {
  readonly periods: readonly MembershipPeriod[];
  readonly classes: readonly MembershipClass[];
}) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const nameOf = (key: string) => {
    const names = classes.find((each) => each.key === key)?.names;
    return names ? inLanguage(names, language) : key === "none" ? t("desk.noMembership") : key;
  };
  return (
    <Table
      caption={t("desk.periods")}
      rows={periods}
      rowKey={(period) => period.from}
      empty={<p className="text-ink-soft">{t("desk.noPeriods")}</p>}
      columns={[
        { key: "class", header: t("desk.class"), cell: (period) => nameOf(period.class) },
        { key: "from", header: t("desk.from"), cell: (period) => <Day day={period.from} /> },
        {
          key: "until",
          header: t("desk.until"),
          cell: (period) => (period.until === null || period.class === "none" ? "–" : <Day day={period.until} />),
        },
      ]}
    />
  );
}

function Debts({ debts }: { readonly debts: MembershipDeskProps["overview"]["debts"] }) {
  const { t } = useTranslation("membership");
  return (
    <Table
      caption={t("desk.debts")}
      rows={debts}
      rowKey={(debt) => debt.from + (debt.until ?? "")}
      empty={<p className="text-ink-soft">{t("desk.noDebts")}</p>}
      columns={[
        { key: "from", header: t("desk.owedFrom"), cell: (debt) => <Day day={debt.from} /> },
        {
          key: "until",
          header: t("desk.owedUntil"),
          cell: (debt) => (debt.until === null ? t("desk.stillOwed") : <Day day={debt.until} />),
        },
        { key: "note", header: t("desk.note"), cell: (debt) => debt.note || "–" },
      ]}
    />
  );
}

interface FormProps {
  readonly today: string;
  readonly problemOf: (field: string) => string | undefined;
}

function ClassForm({ classes, today, problemOf }: FormProps & { readonly classes: readonly MembershipClass[] }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const options = classes.map((each) => ({ value: each.key, label: inLanguage(each.names, language) }));
  return (
    <Fold title={t("desk.changeClass")} isOpen={problemOf("class") !== undefined}>
      <Form method="post" className="space-y-4">
        <Select
          name="class"
          label={t("desk.newClass")}
          options={[...options, { value: "none", label: t("desk.noMembership") }]}
          problem={problemOf("class")}
          emptyLabel={t("desk.choose")}
          required
        />
        <DateField
          name="from"
          id="class-from"
          label={t("desk.fromDay")}
          defaultValue={today}
          problem={problemOf("class-from")}
          required
        />
        <SubmitButton name="intent" value="class-changed">
          {t("desk.changeClassGo")}
        </SubmitButton>
      </Form>
    </Fold>
  );
}

function SetDebtForm({ today, problemOf }: FormProps) {
  const { t } = useTranslation("membership");
  return (
    <Fold title={t("desk.setDebt")} isOpen={problemOf("from") !== undefined || problemOf("note") !== undefined}>
      <Form method="post" className="space-y-4">
        <DateField
          name="from"
          label={t("desk.owedFromDay")}
          defaultValue={today}
          problem={problemOf("from")}
          required
        />
        <TextField
          name="note"
          label={t("desk.note")}
          description={t("desk.noteHint")}
          problem={problemOf("note")}
          isOptional
          maxLength={500}
        />
        <SubmitButton name="intent" value="debt-set">
          {t("desk.setDebtGo")}
        </SubmitButton>
      </Form>
    </Fold>
  );
}

function LiftDebtForm({ today, problemOf }: FormProps) {
  const { t } = useTranslation("membership");
  return (
    <Fold title={t("desk.liftDebt")} isOpen={problemOf("paidOn") !== undefined}>
      <Form method="post" className="space-y-4">
        <DateField
          name="paidOn"
          label={t("desk.paidOn")}
          description={t("desk.paidOnHint")}
          defaultValue={today}
          problem={problemOf("paidOn")}
          required
        />
        <SubmitButton name="intent" value="debt-lifted">
          {t("desk.liftDebtGo")}
        </SubmitButton>
      </Form>
    </Fold>
  );
}

function Fold({
  title,
  isOpen,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="no-print rounded-md border border-line bg-raised" open={isOpen}>
      <summary className="min-h-touch cursor-pointer px-4 py-2.5 font-semibold">{title}</summary>
      <div className="border-t border-line p-4">{children}</div>
    </details>
  );
}
