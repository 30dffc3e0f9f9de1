// The mails that leave by themselves, as they will be read in each language: /staff/elections/:electionId/own-mails
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { inLanguage, isLanguage, languages } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Select } from "#app/ui/select.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { OwnMail } from "../../domain/own-mails.ts";
import { isOwnMail, ownMails } from "../../domain/own-mails.ts";
import { linkToElectionDesk, linkToElectionMails } from "../../links.ts";
import { findElection } from "../../queries/elections.server.ts";
import { previewOwnMail } from "../../queries/own-mail-preview.server.ts";

export const handle: PageHandle = { title: "elections:ownMails.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "commission", "auditor"] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const search = new URL(args.request.url).searchParams;
  const [wishedMail, wishedLanguage] = [search.get("mail"), search.get("preview")];
  const mail: OwnMail = isOwnMail(wishedMail) ? wishedMail : "voting-code";
  const language: Language = isLanguage(wishedLanguage) ? wishedLanguage : "es";
  const { subject, html } = await previewOwnMail(context, election, { mail, language });
  return { election: { id: election.id, title: election.title }, mail, language, subject, html };
}

export default function OwnMails() {
  const { t } = useTranslation("elections");
  const own = useLanguage();
  const { election, mail, language, subject, html } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("ownMails.title")}
      lead={t("ownMails.lead")}
      breadcrumbs={[
        { label: inLanguage(election.title, own), to: linkToElectionDesk(election.id) },
        { label: t("ownMails.mails"), to: linkToElectionMails(election.id) },
      ]}
    >
      <Form method="get" className="flex flex-wrap items-end gap-4" preventScrollReset>
        <Select
          name="mail"
          label={t("ownMails.mail")}
          defaultValue={mail}
          options={ownMails.map((value) => ({ value, label: t(`ownMails.kinds.${value}`) }))}
        />
        <Select
          name="preview"
          label={t("ownMails.language")}
          defaultValue={language}
          options={languages.map((value) => ({ value, label: t(`ownMails.languages.${value}`) }))}
        />
        <SubmitButton variant="secondary">{t("ownMails.show")}</SubmitButton>
      </Form>
      <p>
        {t("ownMails.subject")}: <strong lang={language}>{subject}</strong>
      </p>
      <iframe
        title={t("ownMails.preview")}
        sandbox=""
        srcDoc={html}
        className="h-[36rem] w-full rounded-md border border-line-strong bg-white"
      />
    </Page>
  );
}
