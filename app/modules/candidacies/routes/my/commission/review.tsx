// The commission's review of one candidacy: declaration of conflict first, then the file, the checks and the decision.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { readUtcInput } from "#app/lib/instants/index.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { decideCandidacy, decisionInput } from "../../../commands/decide-candidacy.server.ts";
import { proposePublishedChange } from "../../../commands/change-published.server.ts";
import { conflictInput, declareConflict } from "../../../commands/declare-conflict.server.ts";
import { asPublic } from "../../../domain/candidacy-row.ts";
import { canBeDecided } from "../../../domain/candidacy-state.ts";
import { isChangeable, kindsOfDecision } from "../../../domain/kinds-of-decision.ts";
import { publicWordsOf } from "../../../domain/public-words.ts";
import { permissions } from "../../../module.ts";
import { linkToChangeFile, linkToReview, linkToReviewOf } from "../../../links.ts";
import { checksOf, fileOf, listDecisions, listDeclarations } from "../../../queries/review.server.ts";
import { listOpenChanges } from "../../../queries/published-changes.server.ts";
import { CandidateBody } from "../../../ui/candidate-body.tsx";
import { CheckList } from "../../../ui/check-list.tsx";
import { CompletenessList } from "../../../ui/completeness-list.tsx";
import { ConflictForm, Declarations } from "../../../ui/conflict-form.tsx";
import { DecisionForm } from "../../../ui/decision-form.tsx";
import { DecisionList } from "../../../ui/decision-list.tsx";
import { OpenChanges } from "../../../ui/open-changes.tsx";
import { QuestionnaireAnswersList } from "../../../ui/questionnaire-fields.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useCandidacyProblems } from "../../../ui/use-candidacy-problems.ts";
import { openCommissionCandidacy } from "../../open-call.server.ts";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>> | undefined> = {
  title: ({ loaded }) => loaded?.candidacy.name ?? "",
};

export async function loader(args: LoaderFunctionArgs) {
  const { context, call, candidacy } = await openCommissionCandidacy(args);
  const file = await fileOf(context, candidacy);
  const declarations = await listDeclarations(context, candidacy.id);
  const own = declarations.find(({ accountId }) => accountId === context.actor.accountId);
  const mayDecide = isPermitted(context.actor, permissions, "candidacies:decide");
  // Source: who has declared nothing has not seen the file; auditors read without deciding.
  const maySee = !mayDecide || own !== undefined;
  return {
    election: { id: call.election.id, title: call.election.title },
    contestTitle: file.contest.title,
    kinds: kindsOfDecision(call, candidacy),
    isFileChangeable: isChangeable(call) && candidacy.state === "published",
    openChanges: await listOpenChanges(context, candidacy.id),
    candidacy: { id: candidacy.id, name: candidacy.name, state: candidacy.state },
    declarations,
    declared: own?.hasConflict ?? null,
    mayDecide: mayDecide && canBeDecided(candidacy.state),
    review: maySee
      ? {
          fileHash: file.fileHash,
          candidate: asPublic(candidacy),
          words: publicWordsOf(file.questionnaire.document, file.answers),
          document: file.questionnaire.document,
          answers: file.answers,
          completeness: file.completeness,
          checks: await checksOf(context, file),
          decisions: await listDecisions(context, candidacy.id),
        }
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, call, candidacy } = await openCommissionCandidacy(args, { steppedUp: true });
  const fields = { ...textFieldsOf(await args.request.formData()), candidacyId: candidacy.id };
  const back = linkToReviewOf(call.election.id, candidacy.id);
  if ("hasConflict" in fields || !("kind" in fields)) {
    const declaration = conflictInput.safeParse(fields);
    if (!declaration.success) return answerProblems(declaration.error);
    const declared = await declareConflict(context, declaration.data);
    return declared.ok ? redirect(back) : answerRefusal(declared.error);
  }
  if (fields.kind === "strike" || call.isPublished) return propose(context, candidacy.id, fields);
  const typed = "correctUntil" in fields ? String(fields.correctUntil) : "";
  const correctUntil = fields.kind === "correct" ? (readUtcInput(typed) ?? null) : null;
  const decision = decisionInput.safeParse({ ...fields, correctUntil });
  if (!decision.success) return answerProblems(decision.error);
  const decided = await decideCandidacy(context, decision.data);
  return decided.ok ? redirect(back) : answerRefusal(decided.error);
}

const publishedDecision = z.object({ kind: z.enum(["admit", "strike"]), fileHash: z.string(), reasons: z.string() });

async function propose(context: PersonContext, candidacyId: string, typed: unknown) {
  const input = publishedDecision.safeParse(typed);
  if (!input.success) return answerRefusal({ code: "LIST_PUBLISHED" });
  const { kind, fileHash, reasons } = input.data;
  const wish = { candidacyId, fileHash, fields: null, reason: reasons } as const;
  const proposed = await proposePublishedChange(context, { ...wish, kind });
  return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : answerRefusal(proposed.error);
}

const fieldOf = {
  REASON_MISSING: "reasons",
  REASONS_NEEDED: "reasons",
  CORRECTION_IN_THE_PAST: "correctUntil",
};

export default function Review() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const {
    election,
    contestTitle,
    candidacy,
    declarations,
    declared,
    mayDecide,
    kinds,
    isFileChangeable,
    openChanges,
    review,
  } = useLoaderData<typeof loader>();
  const answer = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  return (
    <Page
      title={candidacy.name}
      lead={
        <>
          {inLanguage(contestTitle, language)} <StateBadge state={candidacy.state} />
        </>
      }
      breadcrumbs={[{ label: t("review.title"), to: linkToReview(election.id) }]}
    >
      <FormProblems problems={answer.problems} />
      <Section title={t("review.declaration")}>
        <div className="space-y-5">
          <Declarations declarations={declarations} />
          {mayDecide && declared !== true ? <ConflictForm isFirst={declared === null} answer={answer} /> : null}
        </div>
      </Section>
      {review === null ? null : (
        <>
          <Section title={t("review.checks")} lead={t("review.checksLead")}>
            <CheckList checks={review.checks} />
          </Section>
          <Section title={t("desk.file")}>
            <CompletenessList lines={review.completeness} />
          </Section>
          <Section title={t("file.questionnaire")}>
            <QuestionnaireAnswersList document={review.document} answers={review.answers} />
          </Section>
          <Section title={t("review.asVotersSee")}>
            <div className="space-y-8 rounded-lg border border-line p-4 sm:p-6">
              <CandidateBody candidate={review.candidate} words={review.words} />
            </div>
          </Section>
          {review.decisions.length === 0 ? null : (
            <Section title={t("desk.decisions")}>
              <DecisionList decisions={review.decisions} />
            </Section>
          )}
          <OpenChanges changes={openChanges} />
          {mayDecide && declared === false && kinds.length > 0 ? (
            <Section title={t("review.decide")} lead={kinds.includes("correct") ? undefined : t("changes.byTwo")}>
              <DecisionForm answer={answer} fileHash={review.fileHash} kinds={kinds} />
              {isFileChangeable ? (
                <p className="mt-6">
                  <LinkButton to={linkToChangeFile(election.id, candidacy.id)}>{t("changes.edit")}</LinkButton>
                </p>
              ) : null}
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}
