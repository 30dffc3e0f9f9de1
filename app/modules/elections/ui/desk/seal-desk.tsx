// Before sealing: everything that must be green, the fingerprints to compare, and what can never be changed afterwards.
// One member proposes with the fingerprints that she compared; another compares them herself and seals.
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalView } from "#app/modules/approvals/index.ts";
import { linkToProposal, useProposalRefusal } from "#app/modules/approvals/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { linkToCommissionDesk } from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";
import type { WeightSecrecy } from "../../queries/weight-secrecy.server.ts";
import { ElectionFacts } from "./election-facts.tsx";
import { WeightWarnings } from "./weight-warnings.tsx";
import type { RefusalToSay } from "./use-refusal-sentence.ts";

export interface SealDeskProps {
  readonly election: ElectionAtDesk;
  readonly fingerprints: { readonly key?: string | undefined; readonly credentials?: string | undefined };
  /** What is compared now; the server refuses when it has changed by the time the button is pressed. */
  readonly compared: { readonly trustees: string; readonly credentials: string };
  /** What the weights could tell: said before nothing can be changed any more. */
  readonly secrecy: WeightSecrecy;
  /** The proposal that waits for a second member. */
  readonly proposal: ProposalView | null;
  readonly isOwn: boolean;
  readonly refusal?: RefusalToSay | undefined;
}

export function SealDesk({ election, fingerprints, compared, secrecy, proposal, isOwn, refusal }: SealDeskProps) {
  const { t } = useTranslation("elections");
  const sentenceOf = useProposalRefusal("elections:seal");
  const [isAsking, setAsking] = useState(false);
  // Why kept from the first sight: what the person compared is what stood here when the page opened.
  const [seen] = useState(compared);
  const [problems, setProblems] = useState<RefusalToSay>();
  if (refusal !== problems) {
    // A new answer of the server closes the question, so that its reason can be read.
    setProblems(refusal);
    setAsking(false);
  }
  const isReady = election.preparation.every(({ step, done, of }) => step === "seal" || done >= of);
  if (election.sealedAt !== null) return <AlreadySealed electionId={election.id} />;
  return (
    <div className="space-y-8">
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
      <Section title={t("ceremony.seal.checklist")}>
        <Checklist election={election} />
      </Section>
      <Section title={t("ceremony.seal.fingerprints")} lead={t("ceremony.seal.fingerprintsWhy")}>
        <FingerprintList fingerprints={fingerprints} />
      </Section>
      <Section title={t("ceremony.seal.fixed")} lead={t("ceremony.seal.fixedWhy")}>
        <ElectionFacts election={election} />
      </Section>
      <Section title={t("roll.weights.heading")} lead={t("roll.weights.lead")}>
        <WeightWarnings secrecy={secrecy} />
      </Section>
      {isReady ? null : <Panel tone="warning" title={t("ceremony.seal.notReady")} />}
      {isReady && proposal === null ? <Proposing compared={seen} /> : null}
      {isReady && proposal !== null && isOwn ? <Waiting proposal={proposal} /> : null}
      {isReady && proposal !== null && !isOwn ? (
        <Approving proposal={proposal} onApprove={() => setAsking(true)} />
      ) : null}
      <Confirmation election={election} compared={seen} isOpen={isAsking} onClose={() => setAsking(false)} />
    </div>
  );
}

/** The first member: says that she has compared, and why it is time. */
function Proposing({ compared }: Pick<SealDeskProps, "compared">) {
  const { t } = useTranslation("elections");
  return (
    <Section title={t("ceremony.seal.propose.title")} lead={t("ceremony.seal.propose.lead")}>
      <Form method="post" className="space-y-5">
        <input type="hidden" name="act" value="propose" />
        <input type="hidden" name="trustees" value={compared.trustees} />
        <input type="hidden" name="credentials" value={compared.credentials} />
        <TextArea
          name="reason"
          label={t("ceremony.seal.propose.how")}
          description={t("ceremony.seal.propose.howHint")}
          rows={2}
          required
        />
        <SubmitButton>{t("ceremony.seal.propose.send")}</SubmitButton>
      </Form>
    </Section>
  );
}

function Waiting({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation("elections");
  return (
    <Panel title={t("ceremony.seal.waiting.title")}>
      <p>{t("ceremony.seal.waiting.text")}</p>
      <LinkButton size="small" to={linkToProposal(proposal.id)}>
        {t("ceremony.seal.waiting.see")}
      </LinkButton>
    </Panel>
  );
}

/** The second member: nothing can be pressed before she says that she has compared herself. */
function Approving({ proposal, onApprove }: { readonly proposal: ProposalView; readonly onApprove: () => void }) {
  const { t } = useTranslation("elections");
  const [hasCompared, setCompared] = useState(false);
  return (
    <Section title={t("ceremony.seal.approve.title", { name: proposal.proposedByName })}>
      <div className="space-y-5">
        <p className="max-w-text">{t("ceremony.seal.approve.why", { reason: proposal.reason })}</p>
        <Checkbox
          name="hasCompared"
          label={t("ceremony.seal.approve.compared")}
          checked={hasCompared}
          onChange={(event) => setCompared(event.currentTarget.checked)}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" disabled={!hasCompared} onClick={onApprove}>
            {t("ceremony.seal.seal")}
          </Button>
          <LinkButton to={linkToProposal(proposal.id)}>{t("ceremony.seal.approve.refuse")}</LinkButton>
        </div>
      </div>
    </Section>
  );
}

function Confirmation({
  election,
  compared,
  isOpen,
  onClose,
}: {
  readonly election: ElectionAtDesk;
  readonly compared: SealDeskProps["compared"];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <Dialog
      title={t("ceremony.seal.askTitle")}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("ceremony.seal.notYet")}</Button>
          <Form method="post">
            <input type="hidden" name="act" value="approve" />
            <input type="hidden" name="trustees" value={compared.trustees} />
            <input type="hidden" name="credentials" value={compared.credentials} />
            <SubmitButton pendingLabel={t("ceremony.seal.sealing")}>{t("ceremony.seal.sealNow")}</SubmitButton>
          </Form>
        </>
      }
    >
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("ceremony.seal.consequence.fixed")}</li>
        <li>
          {t("ceremony.seal.consequence.mail", {
            count: election.rollOrganizations,
            number: number(election.rollOrganizations),
          })}
        </li>
        <li>{t("ceremony.seal.consequence.final")}</li>
      </ul>
    </Dialog>
  );
}

function Checklist({ election }: { readonly election: ElectionAtDesk }) {
  const { t } = useTranslation("elections");
  return (
    <ul className="max-w-text border-t border-line">
      {election.preparation
        .filter(({ step }) => step !== "seal")
        .map(({ step, done, of }) => (
          <li key={step} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5">
            <span>{t(`ceremony.seal.checks.${step}`, { of })}</span>
            <Badge tone={done >= of ? "success" : "warning"}>
              {done >= of || of === 1
                ? t(`desk.trustees.${done >= of ? "done" : "awaited"}`)
                : t("steps.progress", { done, of })}
            </Badge>
          </li>
        ))}
    </ul>
  );
}

function FingerprintList({ fingerprints: { key, credentials } }: Pick<SealDeskProps, "fingerprints">) {
  const { t } = useTranslation("elections");
  const entries: Definition[] = [
    ...(key === undefined
      ? []
      : [
          {
            term: t("ceremony.key.fingerprint"),
            description: <Code value={key} label={t("ceremony.key.fingerprint")} />,
          },
        ]),
    ...(credentials === undefined
      ? []
      : [
          {
            term: t("ceremony.seal.credentials"),
            description: <Code value={credentials} label={t("ceremony.seal.credentials")} />,
          },
        ]),
  ];
  return <DefinitionList entries={entries} />;
}

function AlreadySealed({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="success" title={t("refusals.BOX_ALREADY_SEALED")}>
      <LinkButton size="small" to={linkToCommissionDesk(electionId)}>
        {t("ceremony.toDesk")}
      </LinkButton>
    </Panel>
  );
}
