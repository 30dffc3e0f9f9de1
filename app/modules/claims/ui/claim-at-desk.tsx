// The parts of one claim at the commission's desk. What a person may not do is not shown to her as a form, and the page says why.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkToRollChange } from "#app/modules/elections/index.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { isUndecided } from "../domain/claim-kinds.ts";
import type { ClaimView, ConfidentialPart } from "../domain/claim-view.ts";
import { ClaimStateBadge } from "./claim-state-badge.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { FollowUp } from "./follow-up.tsx";
import type { DecisionInWaiting } from "./proposed-decision.tsx";
import { ProposedDecision } from "./proposed-decision.tsx";
import { PublicText } from "./public-text.tsx";

export interface ClaimAtDeskProps {
  readonly electionId: string;
  readonly claim: ClaimView;
  readonly confidential: ConfidentialPart;
  readonly daysLeft: number | null;
  readonly isCommissioner: boolean;
  readonly isTooNear: boolean;
  /** The decision that waits for a second person. */
  readonly proposed: DecisionInWaiting | null;
  readonly problemOf: (field: string) => string | undefined;
}

export function ClaimAtDesk(props: ClaimAtDeskProps) {
  const { t } = useTranslation("claims");
  const { claim, confidential, isCommissioner, isTooNear, proposed, problemOf } = props;
  const isOpen = isUndecided(claim.state);
  const mayDecide = isCommissioner && isOpen && !isTooNear;
  return (
    <>
      <Section title={t("desk.written")} lead={t("desk.writtenLead")}>
        <Original claim={claim} text={confidential.text} />
      </Section>
      <Section title={t("desk.facts")}>
        <Facts {...props} />
      </Section>
      {mayDecide ? <Beginning {...props} /> : null}
      {isTooNear && isCommissioner ? (
        <Panel tone="warning" title={t("desk.tooNear")}>
          <p>{t("desk.tooNearText")}</p>
        </Panel>
      ) : null}
      <Section title={t("desk.publication")} lead={t("desk.publicationLead")}>
        <Publication {...props} />
      </Section>
      <Section title={t("desk.decision")}>
        {claim.reasons === null ? null : <Decided {...props} />}
        {isOpen && proposed !== null ? (
          <ProposedDecision
            proposed={proposed}
            language={claim.language}
            mayApprove={mayDecide}
            problemOf={problemOf}
          />
        ) : null}
        {mayDecide && proposed === null ? (
          <DecisionForm claimId={confidential.claimId} language={claim.language} problemOf={problemOf} />
        ) : null}
        {isOpen && (isTooNear || !isCommissioner) ? <p className="text-ink-soft">{t("desk.othersDecide")}</p> : null}
      </Section>
    </>
  );
}

function Original({ claim, text }: { readonly claim: ClaimView; readonly text: string | null }) {
  const { t } = useTranslation("claims");
  if (text === null) return <p className="text-ink-soft">{t("own.erased")}</p>;
  return (
    <blockquote lang={claim.language} className="max-w-text whitespace-pre-line border-s-4 border-accent ps-4">
      {text}
    </blockquote>
  );
}

function Facts({ claim, confidential, daysLeft }: ClaimAtDeskProps) {
  const { t } = useTranslation("claims");
  const { conflicts } = confidential;
  return (
    <DefinitionList
      entries={[
        { term: t("public.state"), description: <ClaimStateBadge state={claim.state} /> },
        {
          term: t("desk.who"),
          description: `${confidential.organizationName} (${confidential.organizationHandle}), ${confidential.filedByName}`,
        },
        ...(claim.subjectLabel === "" ? [] : [{ term: t("form.subject"), description: claim.subjectLabel }]),
        { term: t("desk.language"), description: t(`languages.${claim.language}`) },
        { term: t("card.filedAt"), description: <Instant at={claim.filedAt} /> },
        ...(claim.decideBy === null
          ? []
          : [
              {
                term: t("desk.deadline"),
                description: (
                  <>
                    <Instant at={claim.decideBy} />
                    {daysLeft === null || !isUndecided(claim.state)
                      ? null
                      : ` · ${daysLeft < 0 ? t("desk.overdue") : t("desk.daysLeft", { count: daysLeft })}`}
                  </>
                ),
              },
            ]),
        {
          term: t("desk.conflicts"),
          description:
            conflicts.length === 0 ? (
              t("desk.noConflicts")
            ) : (
              <ul>
                {conflicts.map(({ accountId, name, reason }) => (
                  <li key={accountId}>
                    {name}: {reason}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

/** Taking it up, or stepping back from it. */
function Beginning({ claim, confidential: { claimId }, problemOf }: ClaimAtDeskProps) {
  const { t } = useTranslation("claims");
  return (
    <div className="space-y-4">
      {claim.state === "filed" ? (
        <Form method="post">
          <input type="hidden" name="claimId" value={claimId} />
          <SubmitButton variant="secondary" name="intent" value="review">
            {t("desk.review")}
          </SubmitButton>
        </Form>
      ) : null}
      <details className="max-w-text" open={problemOf("conflict") !== undefined || problemOf("reason") !== undefined}>
        <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("desk.haveConflict")}</summary>
        <Form method="post" className="mt-2 space-y-4" noValidate>
          <input type="hidden" name="claimId" value={claimId} />
          <TextField
            name="conflict"
            label={t("desk.conflictReason")}
            description={t("desk.conflictHint")}
            problem={problemOf("conflict") ?? problemOf("reason")}
          />
          <SubmitButton variant="secondary" name="intent" value="conflict">
            {t("desk.declare")}
          </SubmitButton>
        </Form>
      </details>
    </div>
  );
}

function Publication({
  claim,
  confidential: { claimId, text },
  isCommissioner,
  isTooNear,
  problemOf,
}: ClaimAtDeskProps) {
  const { t } = useTranslation("claims");
  const mayDecide = isCommissioner && !isTooNear && text !== null && claim.state !== "withdrawn";
  return (
    <div className="space-y-5">
      {claim.publicText === null ? (
        <p className="text-ink-soft">{t(`desk.published.${claim.publication}`)}</p>
      ) : (
        <PublicText parts={claim.publicText} language={claim.language} />
      )}
      {mayDecide ? (
        <Form method="post" className="space-y-4" noValidate>
          <input type="hidden" name="claimId" value={claimId} />
          <TextArea
            name="marked"
            lang={claim.language}
            label={t("desk.marked")}
            description={t("desk.markedHint")}
            defaultValue={text}
            rows={8}
            problem={problemOf("marked")}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="secondary" name="intent" value="publish">
              {t("desk.publish")}
            </SubmitButton>
            <SubmitButton variant="secondary" name="intent" value="withhold">
              {t("desk.withhold")}
            </SubmitButton>
          </div>
        </Form>
      ) : null}
    </div>
  );
}

function Decided({ claim, confidential, electionId, isCommissioner, isTooNear, problemOf }: ClaimAtDeskProps) {
  const { t } = useTranslation("claims");
  const isUpheld = claim.state === "upheld";
  return (
    <div className="space-y-4">
      <Panel tone={isUpheld ? "success" : "info"} title={t(isUpheld ? "card.upheld" : "card.rejected")}>
        <p lang={claim.language} className="whitespace-pre-line">
          {claim.reasons}
        </p>
        <p className="text-sm text-ink-soft">
          {confidential.decidedByName} · {claim.decidedAt === null ? null : <Instant at={claim.decidedAt} />}
        </p>
      </Panel>
      {isUpheld && claim.kind === "roll" && isCommissioner ? (
        <Panel title={t("desk.changeRoll")}>
          <p>{t("desk.changeRollText")}</p>
          <p>
            <LinkButton
              variant="primary"
              to={linkToRollChange(electionId, confidential.organizationHandle, String(claim.number))}
            >
              {t("desk.toRollChange")}
            </LinkButton>
          </p>
        </Panel>
      ) : null}
      {isUpheld && claim.kind !== "candidate" ? (
        <FollowUp
          claim={claim}
          claimId={confidential.claimId}
          mayRecord={isCommissioner && !isTooNear}
          problemOf={problemOf}
        />
      ) : null}
    </div>
  );
}
