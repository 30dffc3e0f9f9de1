// Naming another contact, by user ID or by searching name or e-mail.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { namedPersonInput } from "../../commands/set-contact.input.ts";
import { setContact } from "../../commands/set-contact.server.ts";
import type { ContactRole } from "../../domain/contact-roles.ts";
import { isContactRole } from "../../domain/contact-roles.ts";
import { listContactsOf } from "../../queries/contacts.server.ts";
import { findPeople } from "../../queries/find-people.server.ts";
import { fieldOfPerson, PersonChoice } from "../../ui/person-choice.tsx";
import { openOrganization } from "../page-of-organization.server.ts";

export const handle: PageHandle = { title: "organizations:setContact.title" };

/** Who votes for the organisation, and who names the one who does, is a sensitive matter: the person proves again who she is. */
async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const role = args.params["role"];
  if (!isContactRole(role)) throw new Response(null, { status: 404 });
  return { role, ...(await openOrganization(args, { steppedUp: role !== "billing" })) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, organization, back, role } = await openPage(args);
  const contacts = await listContactsOf(context, [organization.id], role);
  return { organization, back, role, now: contacts[0] ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const { context, organization, back, role } = await openPage(args);
  const input = namedPersonInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const { person, accountId } = input.data;
  const found = accountId === undefined ? await findPeople(context, person) : undefined;
  const exact = found?.isExact === true ? found.people[0]?.accountId : accountId;
  if (exact === undefined) {
    const { people = [], waitSeconds } = found ?? {};
    if (waitSeconds !== undefined)
      return answerRefusal({ code: "TOO_MANY_SEARCHES", details: { seconds: waitSeconds } });
    if (people.length === 0) return answerRefusal({ code: "NOBODY_FOUND", details: { person } });
    return data({ refusal: undefined, problems: undefined, people, person });
  }
  const outcome = await setContact(context, { organizationId: organization.id, role, accountId: exact });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${back}?done=${role}`);
}

export default function SetContact() {
  const { t } = useTranslation("organizations");
  const { organization, back, role, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "organizations", fieldOfPerson);
  return (
    <Page
      title={t(`setContact.titles.${role}`)}
      lead={`${organization.name} (${organization.handle})`}
      width="text"
      breadcrumbs={[{ label: organization.name, to: back }]}
    >
      <FormProblems problems={problems} />
      <p>{now ? t("setContact.now", { name: now.name, userId: now.userId }) : t("setContact.nobodyNow")}</p>
      {role === "billing" ? null : <Panel tone="warning">{t(`setContact.notices.${role}`)}</Panel>}
      <Form method="post" className="space-y-6">
        <PersonChoice answer={answer} problem={problemOf("person")} />
        <Buttons role={role} back={back} />
      </Form>
    </Page>
  );
}

function Buttons({ role, back }: { readonly role: ContactRole; readonly back: string }) {
  const { t } = useTranslation("organizations");
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton>{t(`setContact.go.${role}`)}</SubmitButton>
      <LinkButton to={back}>{t("cancel")}</LinkButton>
    </div>
  );
}
