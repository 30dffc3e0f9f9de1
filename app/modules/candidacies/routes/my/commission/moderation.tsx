// The commission releases members' questions to the candidates: /commission/elections/:electionId/questions
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { moderateQuestion, moderationInput } from "../../../commands/moderate-question.server.ts";
import { permissions } from "../../../module.ts";
import { linkToModeration, linkToReview } from "../../../links.ts";
import type { QuestionToModerate } from "../../../queries/questions.server.ts";
import { listQuestionsToModerate } from "../../../queries/questions.server.ts";
import { useCandidacyProblems } from "../../../ui/use-candidacy-problems.ts";
import { openCommissionCall } from "../../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:moderation.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openCommissionCall(args);
  return {
    election: { id: call.election.id, title: call.election.title },
    questions: await listQuestionsToModerate(context, call.election.id),
    mayModerate: isPermitted(context.actor, permissions, "candidacies:moderate-questions"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, call } = await openCommissionCall(args, { steppedUp: true });
  const input = moderationInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const outcome = await moderateQuestion(context, input.data);
  return outcome.ok ? redirect(linkToModeration(call.election.id)) : answerRefusal(outcome.error);
}

export default function Moderation() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, questions, mayModerate } = useLoaderData<typeof loader>();
  const { problems } = useCandidacyProblems(useActionData<typeof action>());
  return (
    <Page
      title={t("moderation.title")}
      lead={inLanguage(election.title, language)}
      breadcrumbs={[{ label: t("review.title"), to: linkToReview(election.id) }]}
    >
      <FormProblems problems={problems} />
      <p className="max-w-text">{t("moderation.lead")}</p>
      {questions.length === 0 ? <EmptyState title={t("questions.none")} /> : null}
      <ul className="space-y-6">
        {questions.map((question) => (
          <li key={question.id} className="rounded-lg border border-line bg-raised p-5">
            <Question question={question} />
            {mayModerate && question.state !== "refused" ? <ModerationForm question={question} /> : null}
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Question({ question }: { readonly question: QuestionToModerate }) {
  const { t } = useTranslation("candidacies");
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Badge tone={question.state === "waiting" ? "warning" : "neutral"}>
          {t(`questions.states.${question.state}`)}
        </Badge>
        {question.personName}, {question.organizationName} · <Instant at={question.askedAt} isUtcOnly />
      </p>
      <h2 lang={question.language} className="mt-2 max-w-text whitespace-pre-line break-words text-lg">
        {question.publicText ?? question.text}
      </h2>
      {question.moderatedBy === null ? null : (
        <p className="mt-2 text-sm text-ink-soft">
          {question.moderatedBy}
          {question.moderationReason === null ? null : `: ${question.moderationReason}`}
        </p>
      )}
    </>
  );
}

/** A question that everybody reads already can only be redacted further. */
function ModerationForm({ question: { id, state } }: { readonly question: QuestionToModerate }) {
  const { t } = useTranslation("candidacies");
  const outcomes = state === "waiting" ? (["publish", "refuse"] as const) : (["publish"] as const);
  return (
    <Form method="post" className="mt-4 space-y-4 border-t border-line pt-4">
      <RadioGroup
        name="outcome"
        id={`field-outcome-${id}`}
        label={t("moderation.outcome")}
        options={outcomes.map((value) => ({ value, label: t(`moderation.${value}`) }))}
        defaultValue="publish"
        required
      />
      <TextArea
        name="passages"
        id={`field-passages-${id}`}
        label={t("moderation.passages")}
        description={t("moderation.passagesHint")}
        rows={2}
        isOptional={state === "waiting"}
      />
      <TextArea name="reason" id={`field-reason-${id}`} label={t("moderation.reason")} rows={2} isOptional />
      <SubmitButton name="questionId" value={id}>
        {t("moderation.send")}
      </SubmitButton>
    </Form>
  );
}
