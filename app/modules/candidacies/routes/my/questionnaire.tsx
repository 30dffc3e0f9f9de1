// The questionnaire of the body: /my/candidacies/:candidacyId/questionnaire
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { linkToMyCandidacy, linkToMyQuestionnaire } from "../../links.ts";
import { fileOf } from "../../queries/review.server.ts";
import { AutosaveForm } from "../../ui/autosave-form.tsx";
import { QuestionnaireFields } from "../../ui/questionnaire-fields.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";
import { saveFileForm } from "../save-file-form.server.ts";

export const handle: PageHandle = { title: "candidacies:file.questionnaire" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const { questionnaire, answers, answersVersion, answersSavedAt } = await fileOf(context, candidacy);
  return { id: candidacy.id, questionnaire, answers, answersVersion, answersSavedAt };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const refused = await saveFileForm(context, candidacy.id, "questionnaire", await args.request.formData());
  return refused === undefined ? redirect(linkToMyCandidacy(candidacy.id)) : data(refused, { status: 422 });
}

export default function MyQuestionnaire() {
  const { t } = useTranslation("candidacies");
  const { id, questionnaire, answers, answersVersion, answersSavedAt } = useLoaderData<typeof loader>();
  const { problems } = useCandidacyProblems(useActionData<typeof action>());
  const back = linkToMyCandidacy(id);
  return (
    <Page
      title={t("file.questionnaire")}
      lead={t("file.questionnaireLead")}
      width="text"
      breadcrumbs={[{ label: t("desk.title"), to: back }]}
    >
      {questionnaire.isAssumed ? <Panel>{t("file.assumed")}</Panel> : null}
      {answersSavedAt === null ? null : (
        <p className="text-sm text-ink-soft">
          {t("file.version", { version: answersVersion })} · <Instant at={answersSavedAt} />
        </p>
      )}
      <FormProblems problems={problems} />
      <AutosaveForm saveTo={`${linkToMyQuestionnaire(id)}/save`} back={back}>
        <QuestionnaireFields document={questionnaire.document} answers={answers} />
      </AutosaveForm>
    </Page>
  );
}
