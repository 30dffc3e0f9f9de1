// The list of voters from outside the register: what it must look like, the file, and every fault with its line.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { controlAttributes, Field } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { VoterListProblem } from "../../domain/voter-list.ts";
import { linkToElectionDesk, linkToElectionDesks, linkToFreezing } from "../../links.ts";

export interface VoterListDeskProps {
  readonly election: {
    readonly id: string;
    readonly title: Trilingual;
    readonly electorate: "organizations" | "individuals";
    readonly rollFrozenAt: string | null;
  };
  /** How many the list that is kept has. */
  readonly voters: number;
  readonly answer: {
    readonly imported: number | null;
    readonly code: string | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly problems: readonly VoterListProblem[];
  } | null;
}

const headers = {
  individuals: "name,email,language,country",
  organizations: "handle,organization_name,contact,email,language,country,votes",
} as const;

export function VoterListDesk({ election, voters, answer }: VoterListDeskProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { imported = null, code = null, details = {}, problems = [] } = answer ?? {};
  const problem = code === null ? undefined : t(`refusals.${code}`, { ...details, count: problems.length });
  return (
    <Page
      title={t("desk.voters.title")}
      lead={t(`desk.voters.lead.${election.electorate}`)}
      breadcrumbs={[
        { label: t("desk.list.heading"), to: linkToElectionDesks() },
        { label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) },
      ]}
    >
      <div role="status">
        {imported === null ? null : (
          <Panel tone="success" title={t("desk.voters.imported", { count: imported })}>
            <LinkButton size="small" to={linkToFreezing(election.id)}>
              {t("desk.roll.toFreezing")}
            </LinkButton>
          </Panel>
        )}
      </div>
      <FormProblems problems={problem === undefined ? [] : [{ field: "list", sentence: problem }]} />
      {problems.length === 0 ? null : <Faults problems={problems} />}
      <p>{t("desk.voters.kept", { count: voters })}</p>
      {election.rollFrozenAt === null ? (
        <Form method="post" encType="multipart/form-data" className="space-y-6">
          <div className="max-w-text space-y-2">
            <p>{t("desk.voters.columns")}</p>
            <Code value={headers[election.electorate]} label={t("desk.voters.header")} />
            <p className="text-sm text-ink-soft">{t(`desk.voters.note.${election.electorate}`)}</p>
          </div>
          <Field name="list" label={t("desk.voters.file")} problem={problem} className="max-w-text">
            <input
              {...controlAttributes({ name: "list", problem })}
              type="file"
              accept=".csv,text/csv"
              required
              className="control file:me-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-3 file:py-1 file:font-semibold file:text-ink"
            />
          </Field>
          <SubmitButton pendingLabel={t("desk.voters.importing")}>{t("desk.voters.import")}</SubmitButton>
        </Form>
      ) : (
        <Panel title={t("refusals.ROLL_ALREADY_FROZEN")} />
      )}
    </Page>
  );
}

function Faults({ problems }: { readonly problems: readonly VoterListProblem[] }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <Table
      caption={t("desk.voters.faults")}
      rows={problems}
      rowKey={({ line, column, code }) => `${line} ${column ?? ""} ${code}`}
      columns={[
        { key: "line", header: t("desk.voters.line"), align: "end", cell: ({ line }) => number(line) },
        {
          key: "column",
          header: t("desk.voters.column"),
          cell: ({ column }) => (column === null ? "" : t(`desk.voters.columnNames.${column}`)),
        },
        { key: "fault", header: t("desk.voters.fault"), cell: ({ code }) => t(`refusals.${code}`) },
        { key: "value", header: t("desk.voters.value"), cell: ({ value }) => value },
      ]}
    />
  );
}
