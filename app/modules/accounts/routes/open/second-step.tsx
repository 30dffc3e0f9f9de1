// Signing in, second step: a code of the authenticator, or one of the recovery codes.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import { completeSignIn } from "../../commands/sign-in.server.ts";
import { safePath } from "../../domain/safe-path.ts";
import { linkToChangePassword, linkToSignIn } from "../../links.ts";
import { CodeField } from "../../ui/code-field.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { signedInHeaders, ticketOf, visitOf } from "../cookies.server.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:secondStep.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"));
  if ((await ticketOf(context.ground, request)) === undefined) throw redirect(linkToSignIn(next));
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = safePath(form.get("next"));
  const ticket = await ticketOf(context.ground, request);
  if (ticket === undefined) throw redirect(startAgain(next));
  const visit = await visitOf(context, request);
  const outcome = await completeSignIn(context.ground, { ticket, code: readText(form, "code", 64) }, visit);
  if (!outcome.ok) {
    if (outcome.error.code === "SIGN_IN_STALE") throw redirect(startAgain(next));
    return refused(outcome.error, {});
  }
  const { accountId, token, mustChangePassword } = outcome.value;
  throw redirect(mustChangePassword ? linkToChangePassword(next) : next, {
    headers: await signedInHeaders(context.ground, visit, accountId, token),
  });
}

function startAgain(next: string): string {
  const link = linkToSignIn(next);
  return `${link}${link.includes("?") ? "&" : "?"}done=stale`;
}

const fieldOf = { CODE_REFUSED: "code" };

export default function SecondStep() {
  const { t } = useTranslation("accounts");
  const { next } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useRefusal(useActionData<typeof action>(), fieldOf);
  return (
    <Page title={t("secondStep.title")} lead={t("secondStep.lead")} width="text">
      <FormProblems problems={problems} title={t("signIn.problem")} />
      <Form method="post" className="space-y-6">
        <input type="hidden" name="next" value={next} />
        <CodeField label={t("code.label")} description={t("code.hint")} problem={problemOf("code")} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton>{t("secondStep.go")}</SubmitButton>
          <TextLink to={linkToSignIn(next)} className="inline-block py-1">
            {t("secondStep.back")}
          </TextLink>
        </div>
      </Form>
    </Page>
  );
}
