// A forgotten password: by user ID or e-mail address. The answer and its time are the same whether or not somebody has it.
import { setTimeout as sleep } from "node:timers/promises";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToMailbox } from "#app/modules/notifications/index.ts";
import { requestPasswordReset } from "../../commands/reset-password.server.ts";
import { linkToSignIn } from "../../links.ts";
import { useRefusal } from "../../ui/use-refusal.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:forgotten.title" };

/** Security: writing a mail takes longer than writing none; the answer waits until both would be done. */
const answerAfterMs = 700;

export function loader({ context }: LoaderFunctionArgs) {
  return { isDemonstration: context.ground.settings.mode === "demonstration" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = readText(await request.formData(), "person", 200);
  const work = requestPasswordReset(context.ground, { person, address: context.clientAddress });
  const [outcome] = await Promise.all([work, sleep(answerAfterMs)]);
  return outcome.ok ? { isSent: true as const } : refused(outcome.error, { person });
}

export default function ForgottenPassword() {
  const { t } = useTranslation("accounts");
  const { isDemonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSent = answer !== undefined && "isSent" in answer;
  const refusal = answer !== undefined && "refusal" in answer ? answer : undefined;
  const { problems } = useRefusal(refusal);
  return (
    <Page title={t("forgotten.title")} lead={isSent ? undefined : t("forgotten.lead")} width="text">
      <StatusMessage>{isSent ? t("forgotten.sent") : null}</StatusMessage>
      <FormProblems problems={problems} />
      {isSent ? (
        <>
          <p>{t("forgotten.nothingCame")}</p>
          {isDemonstration ? <LinkButton to={linkToMailbox()}>{t("forgotten.mailbox")}</LinkButton> : null}
        </>
      ) : (
        <Form method="post" className="space-y-6">
          <TextField
            name="person"
            label={t("forgotten.person")}
            description={t("forgotten.whereId")}
            defaultValue={refusal?.fields.person}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={200}
          />
          <SubmitButton>{t("forgotten.go")}</SubmitButton>
        </Form>
      )}
      <p>
        <TextLink to={linkToSignIn()} className="inline-block py-1">
          {t("secondStep.back")}
        </TextLink>
      </p>
    </Page>
  );
}
