// The demonstration's mailbox: the newest mails first, of everybody or of one person. It refreshes itself.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { SearchField } from "#app/ui/search-field.tsx";
import { Table } from "#app/ui/table.tsx";
import { linkToKeptMail, linkToMailbox } from "../../links.ts";
import { listKeptMails } from "../../queries/demonstration-mailbox.server.ts";
import { openDemonstrationDoor } from "../demonstration-door.server.ts";

export const handle: PageHandle = { title: "notifications:mailbox.title" };

export async function loader(args: LoaderFunctionArgs) {
  const ground = await openDemonstrationDoor(args);
  const person = new URL(args.request.url).searchParams.get("person")?.slice(0, 200) ?? "";
  return { person, ...(await listKeptMails(ground, { person })) };
}

const refreshMs = 3000;

export default function Mailbox() {
  const { t } = useTranslation("notifications");
  const { person, mails, total } = useLoaderData<typeof loader>();
  useRefreshing();
  return (
    <Page title={t("mailbox.title")} lead={t("mailbox.lead")}>
      <SearchField
        name="person"
        label={t("mailbox.person")}
        description={t("mailbox.personHint")}
        defaultValue={person}
      />
      <p role="status" className="text-ink-soft">
        {t("mailbox.count", { count: total })}{" "}
        {total > mails.length ? t("mailbox.limited", { shown: mails.length }) : null} {t("mailbox.refreshes")}
      </p>
      <Table
        caption={t("mailbox.title")}
        isCaptionHidden
        rows={mails}
        rowKey={(mail) => mail.id}
        columns={[
          {
            key: "subject",
            header: t("mailbox.subject"),
            isRowHeader: true,
            cell: (mail) => (
              <Link to={linkToKeptMail(mail.id)} className="link inline-block py-1">
                {mail.subject}
              </Link>
            ),
          },
          {
            key: "to",
            header: t("mailbox.to"),
            cell: (mail) => (
              <span>
                {mail.toName} <span className="break-all text-ink-soft">{mail.toAddress}</span>
              </span>
            ),
          },
          { key: "at", header: t("mailbox.at"), cell: (mail) => <Instant at={mail.at} precision="second" isUtcOnly /> },
        ]}
        empty={<NoMail isSearching={person !== ""} />}
      />
    </Page>
  );
}

function NoMail({ isSearching }: { readonly isSearching: boolean }) {
  const { t } = useTranslation("notifications");
  if (!isSearching) return <EmptyState title={t("mailbox.emptyTitle")}>{t("mailbox.empty")}</EmptyState>;
  return (
    <EmptyState
      title={t("mailbox.nobodyTitle")}
      action={<LinkButton to={linkToMailbox()}>{t("mailbox.showAll")}</LinkButton>}
    >
      {t("mailbox.nobody")}
    </EmptyState>
  );
}

function useRefreshing(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [revalidate]);
}
