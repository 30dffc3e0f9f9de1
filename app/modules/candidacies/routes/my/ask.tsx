// A member asks all candidates of a contest: /my/elections/:electionId/ask
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { askCandidates, questionInput, questionsPerOrganization } from "../../commands/ask-candidates.server.ts";
import { fileLimits } from "../../domain/file-limits.ts";
import { linkToAsk, linkToCandidateQuestions } from "../../links.ts";
import { listOwnQuestions } from "../../queries/questions.server.ts";
import { CountedArea } from "../../ui/counted-area.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openMyCall, organizationsOf } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:questions.ask" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openMyCall(args);
  const { election, contests } = call;
  return {
    election: { id: election.id, title: election.title },
    contests: contests.map(({ id, title }) => ({ id, title })),
    organizations: await organizationsOf(context),
    own: await listOwnQuestions(context, { electionId: election.id, accountId: context.actor.accountId }),
    most: questionsPerOrganization,
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, call } = await openMyCall(args);
  const input = questionInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const outcome = await askCandidates(context, { electionId: call.election.id, ...input.data });
  return outcome.ok ? redirect(`${linkToAsk(call.election.id)}?done`) : answerRefusal(outcome.error);
}

export default function Ask() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, contests, organizations, own, most, done } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>());
  return (
    <Page
      title={t("questions.ask")}
      lead={inLanguage(election.title, language)}
      width="text"
      breadcrumbs={[{ label: t("questions.title"), to: linkToCandidateQuestions(election.id) }]}
    >
      <StatusMessage>{done && problems.length === 0 ? t("questions.asked") : null}</StatusMessage>
      {organizations.length === 0 ? (
        <EmptyState title={t("nominate.notContact")}>{t("questions.notContact")}</EmptyState>
      ) : (
        <>
          <p className="max-w-text">{t("questions.askText", { most })}</p>
          <FormProblems problems={problems} />
          <Form method="post" className="space-y-6" key={own.length}>
            <input type="hidden" name="language" value={language} />
            <Select
              name="contestId"
              label={t("form.contest")}
              options={contests.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
              required
            />
            <Select
              name="organizationId"
              label={t("form.organization")}
              options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
            <CountedArea
              name="text"
              label={t("questions.text")}
              most={fileLimits.question}
              problem={problemOf("text")}
              required
            />
            <SubmitButton>{t("questions.sendQuestion")}</SubmitButton>
          </Form>
        </>
      )}
      {own.length === 0 ? null : (
        <Section title={t("questions.own")}>
          <ul className="border-t border-line">
            {own.map(({ id, text, state, moderationReason }) => (
              <li key={id} className="border-b border-line py-3">
                <Badge tone={state === "published" ? "success" : "neutral"}>{t(`questions.states.${state}`)}</Badge>
                <p className="mt-1 max-w-text whitespace-pre-line break-words">{text}</p>
                {moderationReason === null ? null : <p className="text-sm text-ink-soft">{moderationReason}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
