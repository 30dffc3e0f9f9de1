// Adding an organisation by hand.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { expectOk } from "#app/lib/result/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerProblems, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { createOrganization } from "../../commands/create-organization.server.ts";
import { organizationInput } from "../../commands/edit-organization.input.ts";
import { linkToOrganization, linkToOrganizations } from "../../links.ts";
import { permissions } from "../../module.ts";
import { OrganizationFields } from "../../ui/organization-fields.tsx";

export const handle: PageHandle = { title: "organizations:new.title" };

const wish = { roles: permissions["organizations:create"].slice() };

export async function loader(args: LoaderFunctionArgs) {
  await openDoor(args, wish);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, wish);
  const input = organizationInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const created = expectOk(await createOrganization(context, input.data));
  throw redirect(`${linkToOrganization(created.handle)}?done=created`);
}

export default function NewOrganization() {
  const { t } = useTranslation("organizations");
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "organizations");
  return (
    <Page
      title={t("new.title")}
      lead={t("new.lead")}
      width="text"
      breadcrumbs={[{ label: t("list.title"), to: linkToOrganizations() }]}
    >
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <OrganizationFields problemOf={problemOf} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("new.go")}</SubmitButton>
          <LinkButton to={linkToOrganizations()}>{t("cancel")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
