// The page of the link in the mail: choosing a new password. Opening it does not use the link up, because mail scanners open links.
// The token stands behind the "#" (CM/Rec(2017)5 no. 21): the page reads it by script; without script it is pasted into a field.
import type { ActionFunctionArgs, HeadersFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { resetPassword } from "../../commands/reset-password.server.ts";
import { tokenIn } from "../../domain/mailed-token.ts";
import { linkToForgottenPassword, linkToWhoseReset } from "../../links.ts";
import { NewPasswordFields, passwordFieldOf } from "../../ui/new-password-fields.tsx";
import { useMailedToken } from "../../ui/use-mailed-token.ts";
import { useRefusal } from "../../ui/use-refusal.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";
import type { WhoseReset } from "./whose-reset.ts";

export const handle: PageHandle = { title: "accounts:reset.title" };

// Why no stricter word about referrers: the address has no secret, and without script the form needs its origin to be said.
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const newPassword = readText(form, "newPassword", 1024);
  const outcome = await resetPassword(context.ground, { token: tokenIn(readText(form, "token", 500)), newPassword });
  if (!outcome.ok) return refused(outcome.error, {});
  throw redirect("/sign-in?done=reset");
}

const fieldOf = { ...passwordFieldOf, RESET_LINK_SPENT: "token" };

export default function ResetPassword() {
  const { t } = useTranslation("accounts");
  const token = useMailedToken();
  const whose = useWhose(token);
  const { problems, problemOf } = useRefusal(useActionData<typeof action>(), fieldOf);
  if (whose?.userId === null) return <Spent />;
  const lead = whose === undefined ? t("reset.leadWithoutName") : t("reset.lead", { userId: whose.userId });
  return (
    <Page title={t("reset.title")} lead={lead} width="text">
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        {token === null ? (
          <TextField
            name="token"
            label={t("reset.token")}
            description={t("reset.tokenHint")}
            problem={problemOf("token")}
            autoComplete="off"
            spellCheck={false}
            required
            maxLength={500}
          />
        ) : (
          <input type="hidden" name="token" value={token} />
        )}
        {whose === undefined ? null : (
          <input type="text" name="userId" value={whose.userId} autoComplete="username" readOnly hidden />
        )}
        <NewPasswordFields problemOf={problemOf} />
        <SubmitButton>{t("reset.go")}</SubmitButton>
      </Form>
    </Page>
  );
}

/** Undefined until the server has said so: the form works before that too. */
function useWhose(token: string | null): WhoseReset | undefined {
  const { submit, data } = useFetcher<WhoseReset>();
  useEffect(() => {
    if (token !== null) submit({ token }, { method: "post", action: linkToWhoseReset() });
  }, [token, submit]);
  return data;
}

function Spent() {
  const { t } = useTranslation("accounts");
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
