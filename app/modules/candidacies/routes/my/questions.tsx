// A candidate answers the questions that were put to all: /my/candidacies/:candidacyId/questions
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { answerQuestion, publicAnswerInput } from "../../commands/answer-question.server.ts";
import { fileLimits } from "../../domain/file-limits.ts";
import { linkToAnswerQuestions, linkToMyCandidacy } from "../../links.ts";
import { listPublicQuestions } from "../../queries/questions.server.ts";
import { CountedArea } from "../../ui/counted-area.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:questions.mine" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const questions = await listPublicQuestions(context, candidacy.electionId);
  return {
    id: candidacy.id,
    saved: new URL(args.request.url).searchParams.has("saved"),
    questions: questions
      .filter(({ contestId }) => contestId === candidacy.contestId)
      .map(({ id, text, language, organizationName, answers }) => ({
        id,
        text,
        language,
        organizationName,
        own: answers.find((answer) => answer.candidacyId === candidacy.id)?.text ?? "",
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const fields = textFieldsOf(await args.request.formData());
  const input = publicAnswerInput.safeParse({ ...fields, candidacyId: candidacy.id });
  if (!input.success) return answerProblems(input.error);
  const outcome = await answerQuestion(context, input.data);
  return outcome.ok ? redirect(`${linkToAnswerQuestions(candidacy.id)}?saved`) : answerRefusal(outcome.error);
}

export default function AnswerQuestions() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { id, questions, saved } = useLoaderData<typeof loader>();
  const { problems } = useCandidacyProblems(useActionData<typeof action>());
  return (
    <Page
      title={t("questions.mine")}
      lead={t("questions.equal")}
      width="text"
      breadcrumbs={[{ label: t("desk.title"), to: linkToMyCandidacy(id) }]}
    >
      <StatusMessage>{saved && problems.length === 0 ? t("questions.saved") : null}</StatusMessage>
      <FormProblems problems={problems} />
      {questions.length === 0 ? <EmptyState title={t("questions.none")} /> : null}
      {questions.map((question) => (
        <Form key={question.id} method="post" className="space-y-4 border-t border-line pt-6">
          <input type="hidden" name="language" value={language} />
          <h2 lang={question.language} className="max-w-text whitespace-pre-line break-words text-lg font-semibold">
            {question.text}
          </h2>
          <p className="text-sm text-ink-soft">{question.organizationName}</p>
          <CountedArea
            name="text"
            id={`field-text-${question.id}`}
            label={t("questions.answer")}
            most={fileLimits.publicAnswer}
            defaultValue={question.own}
            rows={5}
            required
          />
          <SubmitButton name="questionId" value={question.id}>
            {t(question.own === "" ? "questions.send" : "questions.change")}
          </SubmitButton>
        </Form>
      ))}
    </Page>
  );
}
