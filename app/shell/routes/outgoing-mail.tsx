// The desk of mails that did not arrive: each with its reason, and a button to send it again. It stands in the shell,
// because notifications lies below accounts and cannot open a door of its own.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { countConfidentialInTrouble, listMailsInTrouble, sendAgain } from "#app/modules/notifications/index.server.ts";
import type { MailInTrouble } from "#app/modules/notifications/index.server.ts";
import { answerRefusal } from "#app/platform/http/form-answers.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Column } from "#app/ui/table.tsx";

export const handle: PageHandle = { title: "notifications:desk.title" };

const roles = ["administrator", "staff", "commission"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles });
  const isDone = new URL(args.request.url).searchParams.has("done");
  const [mails, confidential] = await Promise.all([listMailsInTrouble(context), countConfidentialInTrouble(context)]);
  return { mails, confidential, isDone };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles });
  const mailId = (await args.request.formData()).get("mail");
  const outcome = await sendAgain(context, typeof mailId === "string" ? mailId : "");
  return outcome.ok ? redirect("/staff/mail?done=1") : answerRefusal(outcome.error);
}

export default function OutgoingMail() {
  const { t } = useTranslation("notifications");
  const { mails, confidential, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")}>
      <StatusMessage tone={refusal === undefined ? "success" : "warning"}>
        {refusal !== undefined ? t(`refusals.${refusal.code}`) : isDone ? t("desk.done") : null}
      </StatusMessage>
      {confidential === 0 ? null : <Confidential count={confidential} />}
      <Form method="post">
        <Table
          caption={t("desk.title")}
          isCaptionHidden
          rows={mails}
          rowKey={(mail) => mail.id}
          columns={useColumns()}
          empty={<EmptyState title={t("desk.emptyTitle")}>{t("desk.empty")}</EmptyState>}
        />
      </Form>
    </Page>
  );
}

function Confidential({ count }: { readonly count: number }) {
  const { t } = useTranslation("notifications");
  return (
    <Panel tone="info">
      <p>{t("desk.confidential", { count })}</p>
    </Panel>
  );
}

function useColumns(): Column<MailInTrouble>[] {
  const { t } = useTranslation("notifications");
  return [
    { key: "to", header: t("mailbox.to"), cell: (mail) => <span className="break-all">{mail.toAddress}</span> },
    { key: "template", header: t("desk.kind"), cell: (mail) => t(`kinds.${mail.template}`) },
    {
      key: "state",
      header: t("desk.state"),
      cell: (mail) => <Badge tone={mail.state === "waiting" ? "info" : "danger"}>{t(`states.${mail.state}`)}</Badge>,
    },
    { key: "reason", header: t("desk.reason"), cell: (mail) => <span className="break-words">{mail.reason}</span> },
    { key: "at", header: t("mailbox.at"), cell: (mail) => <Instant at={mail.createdAt} isUtcOnly /> },
    {
      key: "again",
      header: t("desk.again"),
      isHeaderHidden: true,
      cell: (mail) =>
        mail.state === "waiting" ? null : (
          <SubmitButton
            name="mail"
            value={mail.id}
            variant="secondary"
            size="small"
            aria-label={t("desk.againNamed", { address: mail.toAddress })}
          >
            {t("desk.again")}
          </SubmitButton>
        ),
    },
  ];
}
