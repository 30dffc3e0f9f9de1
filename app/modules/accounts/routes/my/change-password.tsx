// Replacing the password: at will, or because the first one was a one-off password.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { changePassword } from "../../commands/change-password.server.ts";
import { safePath } from "../../domain/safe-path.ts";
import { linkToProfile, linkToSignIn } from "../../links.ts";
import { AccountPage } from "../../ui/account-page.tsx";
import { NewPasswordFields, passwordFieldOf } from "../../ui/new-password-fields.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { keepToken } from "../cookies.server.ts";
import { openSessionDoor } from "../door.server.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:changePassword.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { session } = await openSessionDoor(args, { beforePasswordChange: true });
  const next = safePath(new URL(args.request.url).searchParams.get("next"), "");
  return { next, userId: session.userId, isFirst: session.mustChangePassword };
}

export async function action(args: ActionFunctionArgs) {
  const { context, session } = await openSessionDoor(args, { beforePasswordChange: true });
  const form = await args.request.formData();
  const outcome = await changePassword(context, {
    sessionId: session.sessionId,
    currentPassword: readText(form, "currentPassword", 1024),
    newPassword: readText(form, "newPassword", 1024),
  });
  if (!outcome.ok) {
    if (outcome.error.code === "SESSION_OVER") throw redirect(linkToSignIn());
    return refused(outcome.error, {});
  }
  const fallback = session.mustChangePassword ? "/" : `${linkToProfile()}?done=password`;
  throw redirect(safePath(form.get("next"), fallback), {
    headers: { "Set-Cookie": await keepToken(context, outcome.value) },
  });
}

export default function ChangePassword() {
  const { t } = useTranslation("accounts");
  const { next, userId, isFirst } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useRefusal(useActionData<typeof action>(), passwordFieldOf);
  const content = (
    <>
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <input type="hidden" name="next" value={next} />
        <input type="text" name="userId" value={userId} autoComplete="username" readOnly hidden />
        {isFirst ? null : (
          <PasswordField
            name="currentPassword"
            label={t("changePassword.current")}
            problem={problemOf("currentPassword")}
            autoComplete="current-password"
          />
        )}
        <NewPasswordFields problemOf={problemOf} />
        <SubmitButton>{t("changePassword.go")}</SubmitButton>
      </Form>
    </>
  );
  if (isFirst) {
    return (
      <Page title={t("changePassword.firstTitle")} lead={t("changePassword.firstLead")} width="text">
        {content}
      </Page>
    );
  }
  return (
    <AccountPage title={t("changePassword.title")} lead={t("changePassword.lead")}>
      {content}
    </AccountPage>
  );
}
