// The candidate's desk, and before it the question whether to accept: /my/candidacies/:candidacyId
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal } from "#app/platform/http/form-answers.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { acceptNomination, declineNomination } from "../../commands/answer-nomination.server.ts";
import { acceptanceInput } from "../../commands/nominate-candidate.input.ts";
import { openFile } from "../../commands/open-file.server.ts";
import { countryOptions } from "../../domain/country-options.ts";
import { linkToCall, linkToMyCandidacies, linkToMyCandidacy } from "../../links.ts";
import { fileOf, listDecisions } from "../../queries/review.server.ts";
import { listCallStages } from "../../queries/stages.server.ts";
import { CandidateDesk } from "../../ui/candidate-desk.tsx";
import { PersonFields } from "../../ui/person-fields.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";
import { personFieldsOf } from "../read-person.server.ts";

export const handle: PageHandle<{ readonly title: Trilingual } | undefined> = {
  title: ({ loaded, language }) => (loaded === undefined ? "" : inLanguage(loaded.title, language)),
};

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const file = await fileOf(context, candidacy);
  const open = await openFile(context, context.actor, candidacy.id);
  return {
    candidacy,
    title: file.contest.title,
    completeness: file.completeness,
    isComplete: file.isComplete,
    closed: open.ok ? null : open.error,
    decisions: await listDecisions(context, candidacy.id),
    stages: await listCallStages(context, candidacy.electionId),
    countries: candidacy.state === "nominated" ? countryOptions() : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const fields = personFieldsOf(await args.request.formData());
  if (fields["answer"] === "decline") {
    const declined = await declineNomination(context, { candidacyId: candidacy.id });
    return declined.ok ? redirect(linkToMyCandidacies()) : answerRefusal(declined.error);
  }
  const input = acceptanceInput.safeParse(fields);
  if (!input.success) return answerProblems(input.error);
  const accepted = await acceptNomination(context, { candidacyId: candidacy.id, ...input.data });
  return accepted.ok ? redirect(linkToMyCandidacy(candidacy.id)) : answerRefusal(accepted.error);
}

const fieldOf = { CITIZENSHIP_BARRED: "citizenships" };

export default function MyCandidacyPage() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const { candidacy, title } = loaded;
  return (
    <Page
      title={inLanguage(title, language)}
      lead={
        <>
          {candidacy.name} <StateBadge state={candidacy.state} />
        </>
      }
      width="text"
      breadcrumbs={[{ label: t("my.title"), to: linkToMyCandidacies() }]}
    >
      {candidacy.state === "nominated" ? <Acceptance /> : <CandidateDesk {...loaded} />}
    </Page>
  );
}

function Acceptance() {
  const { t } = useTranslation("candidacies");
  const { candidacy, countries } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  if (countries === null) return null;
  return (
    <>
      <Panel title={t("accept.title", { nominator: candidacy.nominatedBy })}>
        {candidacy.statement === "" ? null : <p className="whitespace-pre-line">{candidacy.statement}</p>}
        <p>{t("accept.text")}</p>
        <p>
          <a href={linkToCall(candidacy.electionId)} className="link">
            {t("accept.toCall")}
          </a>
        </p>
      </Panel>
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <p className="max-w-text">{t("accept.check")}</p>
        <PersonFields countries={countries} values={candidacy} problemOf={problemOf} hasName />
        <SubmitButton name="answer" value="accept">
          {t("accept.accept")}
        </SubmitButton>
      </Form>
      <Form method="post" className="border-t border-line pt-6">
        <p className="mb-3">{t("accept.declineText")}</p>
        <SubmitButton name="answer" value="decline" variant="secondary">
          {t("accept.decline")}
        </SubmitButton>
      </Form>
    </>
  );
}
