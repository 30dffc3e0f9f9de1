// The list of voters from outside the register: what it must look like, the file with every fault and its line, and, proposed, the lines that
// a second person reads before she approves them.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProposalView } from "#app/modules/approvals/index.ts";
import { linkToProposal, ProposalFacts } from "#app/modules/approvals/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { controlAttributes, Field } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { VoterListProblem } from "../../domain/voter-list.ts";
import { linkToFreezing } from "../../links.ts";
import type { ProposedVoters } from "../../queries/proposed-voters.server.ts";
import { useDeskWay } from "./use-desk-way.ts";
import type { RefusalToSay } from "./use-refusal-sentence.ts";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

export interface VoterListDeskProps {
  readonly election: {
    readonly id: string;
    readonly title: Trilingual;
    readonly electorate: "organizations" | "individuals";
    readonly rollFrozenAt: string | null;
  };
  /** How many the list that is kept has. */
  readonly voters: number;
  /** The last proposal, whatever became of it. */
  readonly last: ProposalView | null;
  /** Its lines, while it waits for the second person. */
  readonly proposed: ProposedVoters | null;
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
  /** Of the reader. */
  readonly accountId: string;
  readonly done: string | null;
  readonly answer: {
    readonly refusal: RefusalToSay;
    readonly problems: readonly VoterListProblem[];
  } | null;
}

const headers = {
  individuals: "name,email,language,country",
  organizations: "handle,organization_name,contact,email,language,country,votes",
} as const;

export function VoterListDesk(props: VoterListDeskProps) {
  const { election, voters, last, proposed, mayPropose, done, answer } = props;
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const problems = answer?.problems ?? [];
  const sentence = answer === null ? undefined : sentenceOf(answer.refusal);
  const field = answer?.refusal.code === "REASON_MISSING" ? "reason" : "list";
  const isImported = done === "imported" || last?.state === "approved";
  return (
    <Page
      title={t("desk.voters.title")}
      lead={t(`desk.voters.lead.${election.electorate}`)}
      breadcrumbs={useDeskWay(election, mayPropose)}
    >
      <StatusMessage>
        {done === "proposed" ? t("desk.voters.proposed") : null}
        {done === "imported" ? t("desk.voters.imported", { count: voters }) : null}
      </StatusMessage>
      <FormProblems
        problems={sentence === undefined ? [] : [{ field: proposed === null ? field : undefined, sentence }]}
      />
      {problems.length === 0 ? null : <Faults problems={problems} />}
      {last !== null && !isImported && last.state !== "proposed" && answer === null ? <Ended proposal={last} /> : null}
      <p>{t("desk.voters.kept", { count: voters })}</p>
      <WhatIsNext {...props} field={field} problem={sentence} />
    </Page>
  );
}

function WhatIsNext({ field, problem, ...props }: VoterListDeskProps & Pick<ListFormProps, "field" | "problem">) {
  const { election, voters, last, proposed, mayPropose } = props;
  const { t } = useTranslation("elections");
  if (election.rollFrozenAt !== null) return <Panel title={t("refusals.ROLL_ALREADY_FROZEN")} />;
  if (proposed !== null && last !== null) return <WaitingList {...props} proposal={last} proposed={proposed} />;
  if (!mayPropose) return <Panel title={t("desk.voters.notProposed")} />;
  return (
    <>
      {voters === 0 ? null : (
        <LinkButton size="small" to={linkToFreezing(election.id)}>
          {t("desk.roll.toFreezing")}
        </LinkButton>
      )}
      <ListForm electorate={election.electorate} field={field} problem={problem} />
    </>
  );
}

/** Why nothing was imported by the proposal before. */
function Ended({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="warning" title={t(`desk.voters.ended.${proposal.state}`, { name: proposal.decidedByName ?? "" })}>
      {proposal.decisionReason === "" ? null : <p className="wrap-anywhere">{proposal.decisionReason}</p>}
    </Panel>
  );
}

interface ListFormProps {
  readonly electorate: "organizations" | "individuals";
  readonly field: string;
  readonly problem: string | undefined;
}

function ListForm({ electorate, field, problem }: ListFormProps) {
  const { t } = useTranslation("elections");
  const ofList = field === "list" ? problem : undefined;
  return (
    <Form method="post" encType="multipart/form-data" className="space-y-6">
      <div className="max-w-text space-y-2">
        <p>{t("desk.voters.columns")}</p>
        <Code value={headers[electorate]} label={t("desk.voters.header")} />
        <p className="text-sm text-ink-soft">{t(`desk.voters.note.${electorate}`)}</p>
      </div>
      <Field name="list" label={t("desk.voters.file")} problem={ofList} className="max-w-text">
        <input
          {...controlAttributes({ name: "list", problem: ofList })}
          type="file"
          accept=".csv,text/csv"
          required
          className="control file:me-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-3 file:py-1 file:font-semibold file:text-ink"
        />
      </Field>
      <TextArea
        name="reason"
        label={t("desk.freeze.why")}
        description={t("desk.voters.whyHint")}
        problem={field === "reason" ? problem : undefined}
        rows={3}
        required
      />
      <SubmitButton name="intent" value="propose" pendingLabel={t("desk.voters.importing")}>
        {t("desk.voters.import")}
      </SubmitButton>
    </Form>
  );
}

type WaitingListProps = VoterListDeskProps & { readonly proposal: ProposalView; readonly proposed: ProposedVoters };

function WaitingList({ proposal, proposed, accountId, mayApprove, election }: WaitingListProps) {
  const { t } = useTranslation("elections");
  const isOwn = proposal.proposedBy === accountId;
  return (
    <Section title={t("desk.voters.waits", { name: proposal.proposedByName })} lead={t("desk.voters.waitsLead")}>
      <div className="space-y-6">
        <ProposalFacts proposal={proposal} />
        <ProposedLines proposed={proposed} electorate={election.electorate} />
        {isOwn ? (
          <Panel title={t("desk.freeze.own")}>
            <LinkButton size="small" to={linkToProposal(proposal.id)}>
              {t("desk.freeze.toProposal")}
            </LinkButton>
          </Panel>
        ) : null}
        {!isOwn && mayApprove ? (
          <Form method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="proposalId" value={proposal.id} />
            <SubmitButton name="intent" value="approve" pendingLabel={t("desk.voters.approving")}>
              {t("desk.voters.approve")}
            </SubmitButton>
            <LinkButton to={linkToProposal(proposal.id)}>{t("desk.freeze.refuse")}</LinkButton>
          </Form>
        ) : null}
        {!isOwn && !mayApprove ? <Panel title={t("desk.freeze.commissionDecides")} /> : null}
      </div>
    </Section>
  );
}

function ProposedLines({
  proposed,
  electorate,
}: Pick<WaitingListProps, "proposed"> & { readonly electorate: "organizations" | "individuals" }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const ofOrganizations: readonly Column<ProposedVoters["lines"][number]>[] = [
    { key: "handle", header: t("desk.voters.columnNames.handle"), cell: ({ handle }) => handle },
    {
      key: "organizationName",
      header: t("desk.voters.columnNames.organizationName"),
      cell: ({ organizationName }) => organizationName,
    },
  ];
  return (
    <>
      <Table
        caption={t("desk.voters.lines", { count: proposed.total })}
        rows={proposed.lines}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: "line", header: t("desk.voters.line"), align: "end", cell: ({ line }) => number(line) },
          ...(electorate === "organizations" ? ofOrganizations : []),
          { key: "name", header: t("desk.voters.columnNames.name"), cell: ({ name }) => name },
          {
            key: "email",
            header: t("desk.voters.columnNames.email"),
            cell: ({ email }) => <span className="wrap-anywhere">{email}</span>,
          },
          { key: "language", header: t("desk.voters.columnNames.language"), cell: ({ language }) => language },
          { key: "country", header: t("desk.voters.columnNames.country"), cell: ({ country }) => country },
          ...(electorate === "organizations"
            ? [
                {
                  key: "votes",
                  header: t("desk.voters.columnNames.votes"),
                  align: "end" as const,
                  // Nought: the register's.
                  cell: ({ votes }: { readonly votes: number }) => (votes === 0 ? "" : number(votes)),
                },
              ]
            : []),
        ]}
      />
      <Pagination page={proposed.page} pageCount={proposed.pages} />
    </>
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
