// Signing in, first step: user ID and password.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Authenticator } from "remix-auth";
import { FormStrategy } from "remix-auth-form";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { signIn } from "../../commands/sign-in.server.ts";
import { safePath } from "../../domain/safe-path.ts";
import { linkToChangePassword, linkToForgottenPassword, linkToSecondStep } from "../../links.ts";
import { findSession } from "../../queries/session.server.ts";
import { keepFragment } from "../../ui/keep-fragment.client.ts";
import { PasswordField } from "../../ui/password-field.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { keepTicket, signedInHeaders, visitOf } from "../cookies.server.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:signIn.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safePath(searchParams.get("next"));
  if ((await findSession(context.ground, request)) !== undefined) throw redirect(next);
  const done = searchParams.get("done");
  return { next, done: done === "reset" || done === "out" || done === "stale" ? done : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ground } = context;
  const visit = await visitOf(context, request);
  const authenticator = new Authenticator<Awaited<ReturnType<typeof attempt>>>();
  authenticator.use(new FormStrategy(({ form }) => attempt(form)));
  const { outcome, userId, next } = await authenticator.authenticate("form", request);
  if (!outcome.ok) return refused(outcome.error, { userId });
  if (outcome.value.kind === "code-needed") {
    throw redirect(linkToSecondStep(next), {
      headers: { "Set-Cookie": await keepTicket(ground, outcome.value.ticket) },
    });
  }
  const { accountId, token, mustChangePassword } = outcome.value;
  throw redirect(mustChangePassword ? linkToChangePassword(next) : next, {
    headers: await signedInHeaders(ground, visit, accountId, token),
  });

  async function attempt(form: FormData) {
    const userId = readText(form, "userId", 64);
    const next = safePath(form.get("next"));
    const outcome = await signIn(ground, { userId, password: readText(form, "password", 1024) }, visit);
    return { outcome, userId, next };
  }
}

export default function SignIn() {
  const { t } = useTranslation("accounts");
  const { next, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems } = useRefusal(answer);
  useEffect(() => keepFragment(), []);
  return (
    <Page title={t("signIn.title")} lead={t("signIn.lead")} width="text">
      {done === null || answer !== undefined ? null : (
        <StatusMessage tone={done === "stale" ? "warning" : "success"}>{t(`signIn.done.${done}`)}</StatusMessage>
      )}
      <FormProblems problems={problems} title={t("signIn.problem")} />
      <Form method="post" className="space-y-6">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="userId"
          label={t("userId.label")}
          description={t("userId.hint")}
          defaultValue={answer?.fields.userId}
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={64}
        />
        <PasswordField name="password" label={t("password.label")} autoComplete="current-password" />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton>{t("signIn.go")}</SubmitButton>
          <TextLink to={linkToForgottenPassword()} className="inline-block py-1">
            {t("forgotten.link")}
          </TextLink>
        </div>
      </Form>
    </Page>
  );
}
