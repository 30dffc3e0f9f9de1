// The page of the link in the mail: choosing a new password. Opening it does not use the link up, because mail scanners open links.
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { findPasswordReset, resetPassword } from "../../commands/reset-password.server.ts";
import { linkToForgottenPassword } from "../../links.ts";
import { NewPasswordFields, passwordFieldOf } from "../../ui/new-password-fields.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:reset.title" };

// Security: the address of this page is a secret.
export const headers: HeadersFunction = () => ({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const reset = await findPasswordReset(context.ground, params["token"] ?? "");
  return { userId: reset?.userId ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const newPassword = readText(form, "newPassword", 1024);
  const outcome = await resetPassword(context.ground, { token: params["token"] ?? "", newPassword });
  if (!outcome.ok) return refused(outcome.error, {});
  throw redirect("/sign-in?done=reset");
}

export default function ResetPassword() {
  const { t } = useTranslation("accounts");
  const { userId } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useRefusal(useActionData<typeof action>(), passwordFieldOf);
  if (userId === null) {
    return (
      <Page title={t("reset.title")} width="text">
        <Panel tone="warning" title={t("reset.spentTitle")}>
          <p>{t("refusals.RESET_LINK_SPENT")}</p>
        </Panel>
        <LinkButton to={linkToForgottenPassword()} variant="primary">
          {t("reset.askAgain")}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t("reset.title")} lead={t("reset.lead", { userId })} width="text">
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <input type="text" name="userId" value={userId} autoComplete="username" readOnly hidden />
        <NewPasswordFields problemOf={problemOf} />
        <SubmitButton>{t("reset.go")}</SubmitButton>
      </Form>
    </Page>
  );
}
