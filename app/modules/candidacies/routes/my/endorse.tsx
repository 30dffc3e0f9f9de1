// A membership contact supports a candidacy, or not: /my/candidacies/:candidacyId/endorse
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { answerEndorsement } from "../../commands/answer-endorsement.server.ts";
import { endorsementsAllowed } from "../../domain/call-contest.ts";
import { linkToEndorse, linkToMyCandidacies } from "../../links.ts";
import { getCallOf } from "../../queries/call.server.ts";
import { findCandidacy } from "../../queries/candidacies.server.ts";
import { listEndorsements } from "../../queries/review.server.ts";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { organizationsOf } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:endorse.title" };

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const context = await openDoor(args);
  const candidacy = await findCandidacy(context, args.params["candidacyId"] ?? "");
  const organizations = await organizationsOf(context);
  const asked = candidacy === undefined ? [] : await listEndorsements(context, candidacy.id);
  // Privacy: who stands is nobody's business before the list is published, except theirs who were asked.
  const own = organizations.filter(({ id }) => asked.some(({ organizationId }) => organizationId === id));
  if (candidacy === undefined || own.length === 0) throw new Response(null, { status: 404 });
  return { context, candidacy, asked, organizations: own };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy, asked, organizations } = await openPage(args);
  const { contest } = await getCallOf(context, candidacy);
  const { id, name, employer, nominatedBy, statement } = candidacy;
  return {
    candidate: { id, name, employer, nominatedBy, statement },
    contestTitle: contest.title,
    most: endorsementsAllowed(contest),
    organizations: organizations.map((organization) => {
      const endorsement = asked.find(({ organizationId }) => organizationId === organization.id);
      return {
        ...organization,
        answer: endorsement?.givenAt ? ("given" as const) : endorsement?.declinedAt ? ("declined" as const) : null,
      };
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openPage(args);
  const { organizationId = "", answer } = textFieldsOf(await args.request.formData());
  // Why: a form in which nothing stands is no refusal to support somebody.
  if (answer !== "endorse" && answer !== "decline") throw new Response(null, { status: 400 });
  const endorsement = { candidacyId: candidacy.id, organizationId, endorses: answer === "endorse" };
  const outcome = await answerEndorsement(context, endorsement);
  return outcome.ok ? redirect(linkToEndorse(candidacy.id)) : answerRefusal(outcome.error);
}

export default function Endorse() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { candidate, contestTitle, organizations, most } = useLoaderData<typeof loader>();
  const { problems } = useCandidacyProblems(useActionData<typeof action>());
  return (
    <Page
      title={t("endorse.heading", { name: candidate.name })}
      lead={inLanguage(contestTitle, language)}
      width="text"
      breadcrumbs={[{ label: t("my.title"), to: linkToMyCandidacies() }]}
    >
      <FormProblems problems={problems} />
      <Panel title={t("endorse.about", { name: candidate.name })}>
        <p>{candidate.employer}</p>
        <p>{t("endorse.nominatedBy", { nominator: candidate.nominatedBy })}</p>
        {candidate.statement === "" ? null : <p className="whitespace-pre-line">{candidate.statement}</p>}
      </Panel>
      <p className="max-w-text">{t("endorse.text", { most })}</p>
      {organizations.length === 0 ? <EmptyState title={t("endorse.notAsked")} /> : null}
      {organizations.map((organization) => (
        <Card key={organization.id} title={organization.name}>
          <StatusMessage tone={organization.answer === "given" ? "success" : "info"}>
            {organization.answer === null ? null : t(`endorse.answers.${organization.answer}`)}
          </StatusMessage>
          <Form method="post" className="mt-4 flex flex-wrap gap-3">
            <input type="hidden" name="organizationId" value={organization.id} />
            {organization.answer === "given" ? null : (
              <SubmitButton name="answer" value="endorse">
                {t("endorse.give")}
              </SubmitButton>
            )}
            {organization.answer === "declined" ? null : (
              <SubmitButton name="answer" value="decline" variant="secondary">
                {t(organization.answer === "given" ? "endorse.takeBack" : "endorse.decline")}
              </SubmitButton>
            )}
          </Form>
        </Card>
      ))}
    </Page>
  );
}
