// A membership contact says whether she is still the right person: /my/confirm-contact
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { answerContactQuestion } from "../../commands/answer-contact-question.server.ts";
import { linkToConfirmContact } from "../../links.ts";
import { listOwnContactQuestions } from "../../queries/contact-confirmations.server.ts";
import { useRefusalSentence } from "../../ui/desk/use-refusal-sentence.ts";
import { ContactQuestion } from "../../ui/public/contact-question.tsx";

export const handle: PageHandle = { title: "elections:roll.confirm.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  return { questions: await listOwnContactQuestions(context, context.actor.accountId) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args);
  const {
    electionId = "",
    organizationId = "",
    answer = "",
    remark = "",
  } = textFieldsOf(await args.request.formData());
  if (answer !== "confirmed" && answer !== "corrected") throw new Response(null, { status: 400 });
  const answered = await answerContactQuestion(context, {
    electionId,
    organizationId,
    answer,
    remark,
  });
  return answered.ok ? redirect(linkToConfirmContact()) : { refusal: answered.error };
}

export default function ConfirmContactPage() {
  const { questions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  return (
    <Page title={t("roll.confirm.title")} lead={t("roll.confirm.lead")}>
      <FormProblems problems={answer?.refusal === undefined ? [] : [{ sentence: sentenceOf(answer.refusal) }]} />
      {questions.length === 0 ? (
        <EmptyState title={t("roll.confirm.none")}>{t("roll.confirm.noneText")}</EmptyState>
      ) : (
        <ul className="space-y-5">
          {questions.map((question) => (
            <li key={`${question.electionId}/${question.organizationId}`}>
              <ContactQuestion question={question} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
