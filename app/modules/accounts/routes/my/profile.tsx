// The profile: name, language, e-mail address.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { languageCookie } from "#app/platform/http/cookies.server.ts";
import { languages } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { changeProfile } from "../../commands/change-profile.server.ts";
import { linkToEmail, linkToProfile } from "../../links.ts";
import { AccountPage } from "../../ui/account-page.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { getAccount } from "../../queries/accounts.server.ts";
import { openDoor } from "../door.server.ts";

export const handle: PageHandle = { title: "accounts:profile.title" };

const input = z.object({ name: z.string().trim().min(2).max(120), language: z.enum(languages) });

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const { userId, name, email, language } = await getAccount(context, context.actor.accountId);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    userId,
    name,
    email,
    language,
    done: done === "profile" || done === "email" || done === "password" ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args);
  const read = input.safeParse(Object.fromEntries(await args.request.formData()));
  if (!read.success) return data({ refusal: { code: "NAME_MISSING" } }, { status: 422 });
  await changeProfile(context, read.data);
  // Why the cookie too: the language chosen here for good takes the place of one chosen for now.
  const cookie = languageCookie(context.settings.baseUrl.startsWith("https://"));
  // Why a whole new document: the one that stands knows the sentences of one language.
  throw redirectDocument(`${linkToProfile()}?done=profile`, {
    headers: { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) },
  });
}

const fieldOf = { NAME_MISSING: "name" };

export default function Profile() {
  const { t } = useTranslation("accounts");
  const { userId, name, email, language, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useRefusal(answer, fieldOf);
  return (
    <AccountPage title={t("profile.title")}>
      <StatusMessage>{done === null || answer !== undefined ? null : t(`profile.done.${done}`)}</StatusMessage>
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <TextField
          name="name"
          label={t("profile.name")}
          defaultValue={name}
          problem={problemOf("name")}
          autoComplete="name"
          required
          maxLength={120}
        />
        <RadioGroup
          key={language}
          name="language"
          label={t("profile.language")}
          description={t("profile.languageHint")}
          defaultValue={language}
          options={languages.map((each) => ({ value: each, label: t(`languages.${each}`) }))}
        />
        <SubmitButton>{t("profile.go")}</SubmitButton>
      </Form>
      <Section title={t("profile.identity")} lead={t("profile.identityLead")}>
        <DefinitionList
          entries={[
            { term: t("userId.label"), description: userId },
            { term: t("email.label"), description: <span className="break-all">{email}</span> },
          ]}
        />
        <div className="mt-4">
          <LinkButton to={linkToEmail()}>{t("email.change")}</LinkButton>
        </div>
      </Section>
    </AccountPage>
  );
}
