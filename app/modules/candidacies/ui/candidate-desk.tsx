// The candidate's desk: what is missing, until when, what the commission said, and the ways to each part of the file.
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { Candidacy } from "../domain/candidacy.ts";
import { mayWithdraw } from "../domain/candidacy-state.ts";
import type { CompletenessLine, CompletenessPart } from "../domain/completeness.ts";
import {
  linkToAnswerQuestions,
  linkToAskEndorsements,
  linkToCandidate,
  linkToMyBiography,
  linkToMyPerson,
  linkToMyPhoto,
  linkToMyQuestionnaire,
  linkToPreview,
  linkToWithdraw,
} from "../links.ts";
import type { DecisionView } from "../queries/review.server.ts";
import type { CallStageView } from "../queries/stages.server.ts";
import { CompletenessList } from "./completeness-list.tsx";
import { DecisionList } from "./decision-list.tsx";
import { StageLines } from "./stage-lines.tsx";
import { useCandidacyProblems } from "./use-candidacy-problems.ts";

export interface CandidateDeskProps {
  readonly candidacy: Candidacy;
  readonly completeness: readonly CompletenessLine[];
  readonly isComplete: boolean;
  /** Why the file cannot be changed now; null while it is open. */
  readonly closed: Refusal | null;
  readonly decisions: readonly DecisionView[];
  readonly stages: readonly CallStageView[];
}

export function CandidateDesk(props: CandidateDeskProps) {
  const { t } = useTranslation("candidacies");
  const { candidacy, completeness, isComplete, closed, decisions, stages } = props;
  const { id, state, correctUntil } = candidacy;
  const pages: Partial<Record<CompletenessPart, string>> = {
    person: linkToMyPerson(id),
    questionnaire: linkToMyQuestionnaire(id),
    biography: linkToMyBiography(id),
    translations: linkToMyBiography(id),
    photo: linkToMyPhoto(id),
    endorsements: linkToAskEndorsements(id),
  };
  const isOver = state === "declined" || state === "withdrawn" || state === "rejected";
  return (
    <>
      <FileState closed={closed} isComplete={isComplete} correctUntil={correctUntil} />
      {decisions.length === 0 ? null : (
        <Section title={t("desk.decisions")}>
          <DecisionList decisions={decisions} />
        </Section>
      )}
      {isOver ? null : (
        <Section title={t("desk.file")} lead={t("desk.fileLead")}>
          <CompletenessList lines={completeness} linkOf={(part) => (closed === null ? pages[part] : undefined)} />
          <div className="mt-5 flex flex-wrap gap-3">
            <LinkButton to={linkToPreview(id)}>{t("desk.preview")}</LinkButton>
            <LinkButton to={linkToAskEndorsements(id)}>{t("desk.endorsements")}</LinkButton>
            {state === "published" ? (
              <>
                <LinkButton to={linkToCandidate(id)}>{t("desk.publicPage")}</LinkButton>
                <LinkButton variant="primary" to={linkToAnswerQuestions(id)}>
                  {t("desk.questions")}
                </LinkButton>
              </>
            ) : null}
          </div>
        </Section>
      )}
      {stages.length === 0 ? null : (
        <Section title={t("call.stages")}>
          <StageLines stages={stages} />
        </Section>
      )}
      {mayWithdraw(state) ? (
        <p>
          <LinkButton variant="quiet" to={linkToWithdraw(id)}>
            {t("withdraw.title")}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

function FileState({
  closed,
  isComplete,
  correctUntil,
}: Pick<CandidateDeskProps, "closed" | "isComplete"> & { readonly correctUntil: Date | null }) {
  const { t } = useTranslation("candidacies");
  const { problems } = useCandidacyProblems(closed === null ? undefined : { refusal: closed });
  if (closed !== null) return <Panel title={t("desk.closed")}>{problems.map(({ sentence }) => sentence)}</Panel>;
  if (correctUntil !== null) {
    return (
      <Panel tone="warning" title={t("desk.correct")}>
        <p>
          {t("desk.until")} <Instant at={correctUntil} />
        </p>
      </Panel>
    );
  }
  return isComplete ? (
    <Panel tone="success" title={t("desk.complete")}>
      <p>{t("desk.completeText")}</p>
    </Panel>
  ) : (
    <Panel tone="warning" title={t("desk.incomplete")}>
      <p>{t("desk.incompleteText")}</p>
    </Panel>
  );
}
