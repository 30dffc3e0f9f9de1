// The preview of a roll, with the question before it is frozen.
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { RollPreview } from "../../domain/roll-preview.ts";
import { linkToLeftOut } from "../../links.ts";
import type { RefusalToSay } from "./use-refusal-sentence.ts";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

export interface RollPreviewDeskProps {
  readonly election: { readonly id: string; readonly rollDate: string };
  readonly preview: RollPreview;
  readonly refusal?: RefusalToSay | undefined;
}

export function RollPreviewDesk({ election, preview, refusal }: RollPreviewDeskProps) {
  const { t } = useTranslation("elections");
  const { number, day } = useFormats();
  const sentenceOf = useRefusalSentence();
  const [isAsking, setAsking] = useState(false);
  const [answered, setAnswered] = useState<RefusalToSay>();
  if (refusal !== answered) {
    // A new answer of the server closes the question, so that its reason can be read.
    setAnswered(refusal);
    setAsking(false);
  }
  const rollDay = readInstant(election.rollDate);
  return (
    <div className="space-y-10">
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
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
      <Button variant="primary" disabled={preview.organizations === 0} onClick={() => setAsking(true)}>
        {t("desk.freeze.freeze")}
      </Button>
      <Dialog
        title={t("desk.freeze.askTitle")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t("desk.freeze.notYet")}</Button>
            <Form method="post">
              <SubmitButton pendingLabel={t("desk.freeze.freezing")}>{t("desk.freeze.freezeNow")}</SubmitButton>
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
