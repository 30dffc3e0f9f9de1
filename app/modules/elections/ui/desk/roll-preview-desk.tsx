// The preview of a roll: proposed to be frozen by one person, looked through and approved by another.
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import type { ProposalView } from "#app/modules/approvals/index.ts";
import { linkToProposal, ProposalFacts } from "#app/modules/approvals/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { RollPreview } from "../../domain/roll-preview.ts";
import { linkToLeftOut } from "../../links.ts";
import type { RefusalToSay } from "./use-refusal-sentence.ts";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

export interface RollPreviewDeskProps {
  readonly election: { readonly id: string; readonly rollDate: string };
  readonly preview: RollPreview;
  /** The proposal that waits for the second person. */
  readonly waiting: ProposalView | null;
  /** The last one, where nothing was frozen by it. */
  readonly ended: ProposalView | null;
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
  /** Of the reader. */
  readonly accountId: string;
  readonly refusal?: RefusalToSay | undefined;
}

export function RollPreviewDesk(props: RollPreviewDeskProps) {
  const { election, preview, waiting, ended, refusal } = props;
  const { t } = useTranslation("elections");
  const { number, day } = useFormats();
  const sentenceOf = useRefusalSentence();
  const rollDay = readInstant(election.rollDate);
  return (
    <div className="space-y-10">
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
      {waiting === null && ended !== null && refusal === undefined ? <Ended proposal={ended} /> : null}
      <Figures>
        <Figure
          label={t("desk.freeze.date")}
          value={rollDay === undefined ? election.rollDate : day(rollDay)}
          isWords
        />
        <Figure label={t("codes.organizations")} value={number(preview.organizations)} />
        <Figure label={t("codes.votes")} value={number(preview.votes)} />
        <Figure label={t("desk.freeze.leftOut")} value={number(preview.leftOut)} />
      </Figures>
      <Groups preview={preview} />
      <LeftOut electionId={election.id} preview={preview} />
      {waiting === null ? <NothingWaits {...props} /> : <Waiting {...props} proposal={waiting} />}
    </div>
  );
}

/** Why nothing was frozen by the proposal before. */
function Ended({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="warning" title={t(`desk.freeze.ended.${proposal.state}`, { name: proposal.decidedByName ?? "" })}>
      {proposal.decisionReason === "" ? null : <p className="wrap-anywhere">{proposal.decisionReason}</p>}
    </Panel>
  );
}

function NothingWaits({ preview, ended, mayPropose }: RollPreviewDeskProps) {
  const { t } = useTranslation("elections");
  if (!mayPropose) return <Panel title={t("desk.freeze.notProposed")} />;
  const seen = { entries: preview.organizations, votes: preview.votes, leftOut: preview.leftOut };
  return (
    <Section title={t("desk.freeze.propose")} lead={t("desk.freeze.proposeLead")}>
      <Form method="post" className="space-y-5">
        {Object.entries(seen).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* Why the reason of before: where only the register moved, proposing anew takes one press. */}
        <TextArea
          key={ended?.id}
          name="reason"
          label={t("desk.freeze.why")}
          description={t("desk.freeze.whyHint")}
          defaultValue={ended?.reason ?? ""}
          rows={3}
          required
        />
        <SubmitButton
          name="intent"
          value="propose"
          disabled={preview.organizations === 0}
          pendingLabel={t("desk.freeze.proposing")}
        >
          {t("desk.freeze.propose")}
        </SubmitButton>
      </Form>
    </Section>
  );
}

type WaitingProps = RollPreviewDeskProps & { readonly proposal: ProposalView };

function Waiting(props: WaitingProps) {
  const { proposal, accountId, mayApprove } = props;
  const { t } = useTranslation("elections");
  const isOwn = proposal.proposedBy === accountId;
  return (
    <Section title={t("desk.freeze.waits", { name: proposal.proposedByName })} lead={t("desk.freeze.waitsLead")}>
      <div className="space-y-6">
        <ProposalFacts proposal={proposal} />
        {isOwn ? (
          <Panel title={t("desk.freeze.own")}>
            <LinkButton size="small" to={linkToProposal(proposal.id)}>
              {t("desk.freeze.toProposal")}
            </LinkButton>
          </Panel>
        ) : null}
        {!isOwn && mayApprove ? <Approving {...props} /> : null}
        {!isOwn && !mayApprove ? <Panel title={t("desk.freeze.commissionDecides")} /> : null}
      </div>
    </Section>
  );
}

function Approving({ preview, proposal, refusal }: WaitingProps) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const [answered, setAnswered] = useState<RefusalToSay>();
  if (refusal !== answered) {
    // A new answer of the server closes the question, so that its reason can be read.
    setAnswered(refusal);
    setAsking(false);
  }
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="primary" onClick={() => setAsking(true)}>
        {t("desk.freeze.approve")}
      </Button>
      <LinkButton to={linkToProposal(proposal.id)}>{t("desk.freeze.refuse")}</LinkButton>
      <Dialog
        title={t("desk.freeze.askTitle")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t("desk.freeze.notYet")}</Button>
            <Form method="post">
              <input type="hidden" name="proposalId" value={proposal.id} />
              <SubmitButton name="intent" value="approve" pendingLabel={t("desk.freeze.freezing")}>
                {t("desk.freeze.freezeNow")}
              </SubmitButton>
            </Form>
          </>
        }
      >
        <p>{t("desk.freeze.ask", { organizations: number(preview.organizations), votes: number(preview.votes) })}</p>
        <p>{t("desk.freeze.final")}</p>
      </Dialog>
    </div>
  );
}

function Groups({ preview }: Pick<RollPreviewDeskProps, "preview">) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
    <Section title={t("desk.freeze.byCategory")}>
      <BarChart
        caption={t("desk.freeze.byCategoryWhat")}
        labelHeader={t("desk.roll.category")}
        valueHeader={t("desk.roll.votes")}
        shareHeader={t("desk.freeze.share")}
        bars={preview.groups.map(({ names, votes, organizations }) => ({
          label: inLanguage(names, language),
          value: votes,
          note: <span className="text-ink-soft">{t("desk.freeze.organizations", { count: organizations })}</span>,
        }))}
      />
    </Section>
  );
}

function LeftOut({ electionId, preview }: { readonly electionId: string } & Pick<RollPreviewDeskProps, "preview">) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  if (preview.leftOut === 0) return null;
  return (
    <Section
      title={t("desk.freeze.whoIsLeftOut")}
      lead={t("desk.freeze.whoIsLeftOutWhat")}
      actions={
        <LinkButton size="small" reloadDocument download to={linkToLeftOut(electionId)}>
          {t("desk.roll.leftOutCsv")}
        </LinkButton>
      }
    >
      <Table
        caption={t("desk.freeze.whoIsLeftOut")}
        isCaptionHidden
        rows={preview.reasons}
        rowKey={({ reason }) => reason}
        columns={[
          {
            key: "reason",
            header: t("desk.freeze.reason"),
            cell: ({ reason }) => t(`desk.freeze.reasons.${reason}`, reason),
          },
          { key: "count", header: t("codes.organizations"), align: "end", cell: ({ count }) => number(count) },
        ]}
      />
    </Section>
  );
}
