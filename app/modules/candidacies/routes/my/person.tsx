// The facts of the candidate, put right while the file is open: /my/candidacies/:candidacyId/person
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { changePerson } from "../../commands/answer-nomination.server.ts";
import { acceptanceInput } from "../../commands/nominate-candidate.input.ts";
import { countryOptions } from "../../domain/country-options.ts";
import { linkToMyCandidacy } from "../../links.ts";
import { PersonFields } from "../../ui/person-fields.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";
import { personFieldsOf } from "../read-person.server.ts";

export const handle: PageHandle = { title: "candidacies:parts.person" };

export async function loader(args: LoaderFunctionArgs) {
  const { candidacy } = await openOwnCandidacy(args);
  const { id, name, country, citizenships, employer, employerGroup } = candidacy;
  return { id, person: { name, country, citizenships, employer, employerGroup }, countries: countryOptions() };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const input = acceptanceInput.safeParse(personFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const outcome = await changePerson(context, { candidacyId: candidacy.id, ...input.data });
  return outcome.ok ? redirect(linkToMyCandidacy(candidacy.id)) : answerRefusal(outcome.error);
}

const fieldOf = { CITIZENSHIP_BARRED: "citizenships" };

export default function MyPerson() {
  const { t } = useTranslation("candidacies");
  const { id, person, countries } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  const back = linkToMyCandidacy(id);
  return (
    <Page title={t("parts.person")} width="text" breadcrumbs={[{ label: t("desk.title"), to: back }]}>
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <PersonFields countries={countries} values={person} problemOf={problemOf} hasName />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("file.save")}</SubmitButton>
          <LinkButton to={back}>{t("file.back")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
