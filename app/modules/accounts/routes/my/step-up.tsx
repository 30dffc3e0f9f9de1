// Proving again who sits before the browser, before something sensitive.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { proveAgain } from "../../commands/prove-again.server.ts";
import { safePath } from "../../domain/safe-path.ts";
import { linkToSignIn } from "../../links.ts";
import { CodeField } from "../../ui/code-field.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { keepToken } from "../cookies.server.ts";
import { openSessionDoor } from "../door.server.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";
import { keepFragment } from "../../ui/keep-fragment.client.ts";

export const handle: PageHandle = { title: "accounts:stepUp.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { session } = await openSessionDoor(args);
  const next = safePath(new URL(args.request.url).searchParams.get("next"));
  return { next, userId: session.userId, hasSecondFactor: session.hasSecondFactor };
}

export async function action(args: ActionFunctionArgs) {
  const { context, session } = await openSessionDoor(args);
  const form = await args.request.formData();
  const next = safePath(form.get("next"));
  const outcome = await proveAgain(context, {
    sessionId: session.sessionId,
    password: readText(form, "password", 1024),
    code: readText(form, "code", 64),
  });
  if (!outcome.ok) {
    if (outcome.error.code === "SESSION_OVER") throw redirect(linkToSignIn(next));
    return refused(outcome.error, {});
  }
  throw redirect(next, { headers: { "Set-Cookie": await keepToken(context, outcome.value) } });
}

export default function StepUp() {
  // Why: the mail's link may lead here first, with the voting code behind the "#".
  useEffect(() => keepFragment(), []);
  const { t } = useTranslation("accounts");
  const { next, userId, hasSecondFactor } = useLoaderData<typeof loader>();
  const { problems } = useRefusal(useActionData<typeof action>());
  return (
    <Page title={t("stepUp.title")} lead={t("stepUp.lead", { userId })} width="text">
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <input type="hidden" name="next" value={next} />
        <input type="text" name="userId" value={userId} autoComplete="username" readOnly hidden />
        <PasswordField name="password" label={t("password.label")} autoComplete="current-password" />
        {hasSecondFactor ? <CodeField label={t("code.label")} description={t("code.hint")} /> : null}
        <SubmitButton>{t("stepUp.go")}</SubmitButton>
      </Form>
    </Page>
  );
}
