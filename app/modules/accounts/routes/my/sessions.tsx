// Where one is signed in, and the buttons that end it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { endOtherSessions, endSession } from "../../commands/sign-out.server.ts";
import { linkToSessions } from "../../links.ts";
import type { OwnSession } from "../../queries/own-account.server.ts";
import { listOwnSessions } from "../../queries/own-account.server.ts";
import { AccountPage } from "../../ui/account-page.tsx";
import { openSessionDoor } from "../door.server.ts";
import { readText } from "../read-form.server.ts";

export const handle: PageHandle = { title: "accounts:sessions.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, session } = await openSessionDoor(args);
  const sessions = await listOwnSessions(context, session.sessionId);
  return { sessions, isDone: new URL(args.request.url).searchParams.has("done") };
}

export async function action(args: ActionFunctionArgs) {
  const { context, session } = await openSessionDoor(args);
  const which = readText(await args.request.formData(), "end", 64);
  if (which === "others") await endOtherSessions(context, session.sessionId);
  else if (which !== session.sessionId) await endSession(context, which);
  throw redirect(`${linkToSessions()}?done=1`);
}

export default function Sessions() {
  const { t } = useTranslation("accounts");
  const { sessions, isDone } = useLoaderData<typeof loader>();
  return (
    <AccountPage title={t("sessions.title")} lead={t("sessions.lead")}>
      <StatusMessage>{isDone ? t("sessions.done") : null}</StatusMessage>
      <Form method="post" className="space-y-4">
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
        {sessions.length > 1 ? (
          <SubmitButton name="end" value="others" variant="danger">
            {t("sessions.endOthers")}
          </SubmitButton>
        ) : (
          <p className="text-ink-soft">{t("sessions.onlyThis")}</p>
        )}
      </Form>
    </AccountPage>
  );
}

function SessionCard({ session }: { readonly session: OwnSession }) {
  const { t } = useTranslation("accounts");
  const device = session.device === "" ? t("sessions.unknownDevice") : session.device;
  return (
    <Card title={device} aside={session.isThisOne ? <Badge tone="success">{t("sessions.thisOne")}</Badge> : null}>
      <DefinitionList
        entries={[
          { term: t("sessions.started"), description: <Instant at={session.createdAt} /> },
          { term: t("sessions.lastSeen"), description: <Instant at={session.lastSeenAt} /> },
        ]}
      />
      {session.isThisOne ? null : (
        <div className="mt-4">
          <SubmitButton
            name="end"
            value={session.id}
            variant="secondary"
            aria-label={t("sessions.endNamed", { device })}
          >
            {t("sessions.end")}
          </SubmitButton>
        </div>
      )}
    </Card>
  );
}
