// One mail of the demonstration, as its reader would see it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { linkToKeptMessage, linkToMailbox } from "../../links.ts";
import type { OpenedMail } from "../../queries/demonstration-mailbox.server.ts";
import { openKeptMail } from "../../queries/demonstration-mailbox.server.ts";
import { MailText } from "../../ui/mail-text.tsx";
import { openDemonstrationDoor } from "../demonstration-door.server.ts";

export const handle: PageHandle<{ mail: OpenedMail } | undefined> = {
  title: ({ loaded, t }) => loaded?.mail.subject ?? t("notifications:mailbox.title"),
};

export async function loader(args: LoaderFunctionArgs) {
  const ground = await openDemonstrationDoor(args);
  const mail = await openKeptMail(ground, args.params["mailId"] ?? "");
  if (mail === undefined) throw new Response(null, { status: 404 });
  return { mail };
}

export default function KeptMail() {
  const { t } = useTranslation("notifications");
  const { mail } = useLoaderData<typeof loader>();
  return (
    <Page
      title={mail.subject}
      width="text"
      breadcrumbs={[{ label: t("mailbox.back"), to: linkToMailbox() }]}
      actions={
        <LinkButton to={linkToKeptMessage(mail.id)} reloadDocument size="small">
          <Icon name="download" />
          {t("mailbox.download")}
        </LinkButton>
      }
    >
      <DefinitionList
        entries={[
          { term: t("mailbox.from"), description: <span className="break-all">{mail.from}</span> },
          {
            term: t("mailbox.to"),
            description: <span className="break-all">{[mail.toName, mail.toAddress].filter(Boolean).join(", ")}</span>,
          },
          { term: t("mailbox.at"), description: <Instant at={mail.at} precision="second" /> },
        ]}
      />
      <MailText text={mail.text} />
    </Page>
  );
}
