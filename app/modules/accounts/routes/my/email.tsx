// Changing one's e-mail address: after a fresh proof, with a notice to the old address and the new one, and to the organisations for which the person votes.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { whenEmailChanged } from "#app/reactions.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { changeEmail } from "../../commands/change-profile.server.ts";
import { linkToProfile } from "../../links.ts";
import { AccountPage } from "../../ui/account-page.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { getAccount } from "../../queries/accounts.server.ts";
import { openDoor } from "../door.server.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:email.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const { email } = await getAccount(context, context.actor.accountId);
  return { email };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const typed = readText(await args.request.formData(), "email", 254).trim();
  const read = z.email().safeParse(typed);
  if (!read.success) return refused({ code: "EMAIL_MALFORMED" }, { email: typed });
  const outcome = await changeEmail(context, read.data, whenEmailChanged);
  if (!outcome.ok) return refused(outcome.error, { email: typed });
  throw redirect(`${linkToProfile()}?done=email`);
}

const fieldOf = { EMAIL_MALFORMED: "email", EMAIL_UNCHANGED: "email" };

export default function Email() {
  const { t } = useTranslation("accounts");
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useRefusal(answer, fieldOf);
  return (
    <AccountPage title={t("email.title")} lead={t("email.lead", { email })}>
      <FormProblems problems={problems} />
      <Form method="post" noValidate className="space-y-6">
        <TextField
          name="email"
          type="email"
          label={t("email.new")}
          defaultValue={answer?.fields.email}
          problem={problemOf("email")}
          autoComplete="email"
          spellCheck={false}
          required
          maxLength={254}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton>{t("email.go")}</SubmitButton>
          <TextLink to={linkToProfile()} className="inline-block py-1">
            {t("cancel")}
          </TextLink>
        </div>
      </Form>
    </AccountPage>
  );
}
