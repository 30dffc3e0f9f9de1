// Proposing a candidate, or oneself with one tap: /my/elections/:electionId/nominate
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { answerProblems, answerRefusal } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { nominationInput } from "../../commands/nominate-candidate.input.ts";
import { nominateCandidate } from "../../commands/nominate-candidate.server.ts";
import { countryOptions } from "../../domain/country-options.ts";
import { barredWithReasons } from "../../domain/call-contest.ts";
import { fileLimits } from "../../domain/file-limits.ts";
import { linkToCall, linkToMyCandidacies, linkToMyCandidacy } from "../../links.ts";
import { listNominationsLeft } from "../../queries/nominations-left.server.ts";
import { Barred, NominationsLeft } from "../../ui/nomination-limits.tsx";
import { PersonFields } from "../../ui/person-fields.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openMyCall, organizationsOf } from "../open-call.server.ts";
import { personFieldsOf } from "../read-person.server.ts";

export const handle: PageHandle = { title: "candidacies:nominate.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openMyCall(args);
  const organizations = await organizationsOf(context);
  const anyone = call.contests.some(({ rules }) => rules.nominators === "anyone");
  return {
    election: { id: call.election.id, title: call.election.title },
    organizations,
    mayNominate: organizations.length > 0 || anyone,
    left: await listNominationsLeft(context, call.contests, organizations),
    contests: call.contests.map((contest) => ({ ...contest, barred: barredWithReasons(contest) })),
    countries: countryOptions(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, call } = await openMyCall(args);
  const fields = personFieldsOf(await args.request.formData());
  const isSelf = fields["who"] === "self";
  const own = isSelf ? await getAccount(context, context.actor.accountId) : undefined;
  const person = own === undefined ? {} : { name: own.name, email: own.email, language: own.language };
  const organizationId = fields["organizationId"] === "" ? null : (fields["organizationId"] ?? null);
  const input = nominationInput.safeParse({ ...fields, ...person, isSelf, organizationId });
  if (!input.success) return answerProblems(input.error);
  const outcome = await nominateCandidate(context, { electionId: call.election.id, ...input.data });
  if (!outcome.ok) return answerRefusal(outcome.error);
  return redirect(isSelf ? linkToMyCandidacy(outcome.value.candidacyId) : `${linkToMyCandidacies()}?done=nominated`);
}

const fieldOf = { CITIZENSHIP_BARRED: "citizenships", ALREADY_NOMINATED: "email", STAFF_MAY_NOT_STAND: "email" };

export default function Nominate() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, organizations, mayNominate, left, contests } = useLoaderData<typeof loader>();
  const who = useSearchParams()[0].get("who");
  const title = inLanguage(election.title, language);
  return (
    <Page
      title={t("nominate.title")}
      lead={title}
      width="text"
      breadcrumbs={[{ label: t("call.title"), to: linkToCall(election.id) }]}
    >
      {mayNominate ? (
        <>
          <NominationsLeft left={left} />
          <Barred contests={contests} />
          <nav aria-label={t("nominate.who")} className="flex flex-wrap gap-3">
            {(["self", "other"] as const).map((each) => (
              <LinkButton
                key={each}
                to={`?who=${each}`}
                variant={who === each ? "primary" : "secondary"}
                aria-current={who === each ? "true" : undefined}
                preventScrollReset
              >
                {t(`nominate.${each}`)}
              </LinkButton>
            ))}
          </nav>
          {who === "self" || who === "other" ? <NominationForm key={who} isSelf={who === "self"} /> : null}
        </>
      ) : (
        <EmptyState title={t("nominate.notContact")}>
          {t("nominate.notContactText", { count: organizations.length })}
        </EmptyState>
      )}
    </Page>
  );
}

function NominationForm({ isSelf }: { readonly isSelf: boolean }) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { organizations, contests, countries } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  return (
    <Form method="post" className="space-y-6" noValidate={false}>
      <FormProblems problems={problems} />
      <input type="hidden" name="who" value={isSelf ? "self" : "other"} />
      <OneOf
        name="contestId"
        label={t("form.contest")}
        options={contests.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
      />
      <OneOf
        name="organizationId"
        label={t("form.organization")}
        options={organizations.map(({ id, name, handle: short }) => ({ value: id, label: `${name} (${short})` }))}
      />
      {isSelf ? <Panel>{t("nominate.selfText")}</Panel> : <NomineeFields problemOf={problemOf} />}
      <PersonFields countries={countries} problemOf={problemOf} />
      <TextArea
        name="statement"
        label={t(isSelf ? "form.statementSelf" : "form.statement")}
        description={t("form.upTo", { count: fileLimits.statement })}
        problem={problemOf("statement")}
        maxLength={fileLimits.statement}
        isOptional
      />
      <SubmitButton>{t(isSelf ? "nominate.sendSelf" : "nominate.send")}</SubmitButton>
    </Form>
  );
}

function NomineeFields({ problemOf }: { readonly problemOf: (field: string) => string | undefined }) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  return (
    <>
      <TextField name="name" label={t("form.nomineeName")} problem={problemOf("name")} required maxLength={200} />
      <TextField
        name="email"
        type="email"
        label={t("form.nomineeEmail")}
        description={t("form.nomineeEmailHint")}
        problem={problemOf("email")}
        required
        maxLength={200}
        inputMode="email"
      />
      <Select
        name="language"
        label={t("form.nomineeLanguage")}
        options={(["es", "en", "pt"] as const).map((each) => ({ value: each, label: t(`languages.${each}`) }))}
        defaultValue={language}
      />
    </>
  );
}

/** A choice where there is something to choose, otherwise the one that there is. */
function OneOf({
  name,
  label,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const [only] = options;
  if (options.length > 1) return <Select name={name} label={label} options={options} required />;
  return (
    <p>
      <input type="hidden" name={name} value={only?.value ?? ""} />
      {only === undefined ? null : (
        <>
          {label}: <strong>{only.label}</strong>
        </>
      )}
    </p>
  );
}
