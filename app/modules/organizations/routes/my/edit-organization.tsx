// Changing what is kept about an organisation.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { editOrganization } from "../../commands/edit-organization.server.ts";
import { organizationInput } from "../../commands/edit-organization.input.ts";
import { OrganizationFields } from "../../ui/organization-fields.tsx";
import { openOrganization } from "../page-of-organization.server.ts";

export const handle: PageHandle = { title: "organizations:edit.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { organization, back } = await openOrganization(args);
  return { organization, back };
}

export async function action(args: ActionFunctionArgs) {
  const { context, organization, back } = await openOrganization(args);
  const input = organizationInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const outcome = await editOrganization(context, { organizationId: organization.id, ...input.data });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${back}?done=edited`);
}

export default function EditOrganization() {
  const { t } = useTranslation("organizations");
  const { organization, back } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "organizations");
  return (
    <Page
      title={t("edit.title")}
      lead={t("edit.lead")}
      width="text"
      breadcrumbs={[{ label: organization.name, to: back }]}
    >
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <OrganizationFields values={organization} problemOf={problemOf} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("edit.save")}</SubmitButton>
          <LinkButton to={back}>{t("cancel")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
