// The mails of an election: what each stage sends, what was sent and proved, and who cannot be reached. /staff/elections/:electionId/mails
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { findElection, listUnreachableVoters } from "#app/modules/elections/index.server.ts";
import {
  linkToElectionDesk,
  linkToElectionMails,
  linkToMailProof,
  linkToOwnMails,
  linkToUnreachable,
} from "#app/modules/elections/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { cancelCampaign } from "../../commands/cancel-campaign.server.ts";
import { sendCampaignAct } from "../../commands/propose-campaign.server.ts";
import { campaignKinds } from "../../domain/campaign-kinds.ts";
import { permissions } from "../../module.ts";
import { listCampaigns, mailsOf } from "../../queries/campaigns.server.ts";

export const handle: PageHandle = { title: "campaigns:desk.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["campaigns:read"] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const lines = [];
  for (const campaign of await listCampaigns(context, election.id)) {
    const { id, kind, audience, state, scheduledFor, expectedMails, queuedMails, proofHash } = campaign;
    lines.push({
      id,
      kind,
      audience,
      state,
      scheduledFor,
      expectedMails,
      queuedMails,
      proofHash,
      mails: await mailsOf(context, campaign),
    });
  }
  const { voters, isAccepted } = await listUnreachableVoters(context, election.id);
  const wished = new URL(args.request.url).searchParams.get("done");
  return {
    election: { id: election.id, title: election.title },
    lines,
    waiting: await listWaitingProposals(context, { kind: sendCampaignAct.kind, subjectId: election.id }),
    unreachable: voters.length,
    isAccepted,
    done: wished === "plan" || wished === "proposed" || wished === "cancel" ? wished : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["campaigns:write"] });
  const { cancel = "" } = textFieldsOf(await args.request.formData());
  const outcome = await cancelCampaign(context, { campaignId: cancel });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToElectionMails(args.params["electionId"] ?? "")}?done=cancel`);
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

export default function Mails() {
  const { t } = useTranslation("campaigns");
  const language = useLanguage();
  const { election, lines, waiting, unreachable, isAccepted, done } = useLoaderData<typeof loader>();
  const { problems } = useAnswerProblems(useActionData<typeof action>(), "campaigns");
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      breadcrumbs={[{ label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) }]}
    >
      <StatusMessage>{done === null || problems.length > 0 ? null : t(`desk.done.${done}`)}</StatusMessage>
      <FormProblems problems={problems} />
      <WaitingProposals proposals={waiting} />
      {unreachable === 0 ? null : (
        <Panel tone={isAccepted ? "info" : "warning"} title={t("unreachable.count", { count: unreachable })}>
          <p>
            <TextLink to={linkToUnreachable(election.id)}>{t("unreachable.see")}</TextLink>
          </p>
        </Panel>
      )}
      <Section title={t("desk.kinds")} lead={t("desk.kindsLead")}>
        <ul className="grid gap-2 sm:grid-cols-2">
          {campaignKinds.map((kind) => (
            <li key={kind}>
              <TextLink to={linkToElectionMails(election.id, kind)} className="inline-block py-2">
                {t(`kinds.${kind}`)}
              </TextLink>
            </li>
          ))}
          <li>
            <TextLink to={linkToOwnMails(election.id)} className="inline-block py-2">
              {t("desk.ownMails")}
            </TextLink>
          </li>
        </ul>
      </Section>
      <Section title={t("desk.sent")} lead={t("desk.sentLead")}>
        <Form method="post">
          <Table
            caption={t("desk.sent")}
            isCaptionHidden
            rows={lines}
            rowKey={({ id }) => id}
            columns={useColumns(election.id)}
            empty={<EmptyState title={t("desk.none")}>{t("desk.noneText")}</EmptyState>}
          />
        </Form>
      </Section>
    </Page>
  );
}

function useColumns(electionId: string): Column<Line>[] {
  const { t } = useTranslation("campaigns");
  const { number } = useFormats();
  return [
    { key: "kind", header: t("desk.kind"), isRowHeader: true, cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: "audience", header: t("desk.audience"), cell: ({ audience }) => t(`audiences.${audience}`) },
    { key: "when", header: t("desk.when"), cell: ({ scheduledFor }) => <Instant at={scheduledFor} /> },
    {
      key: "state",
      header: t("desk.state"),
      cell: ({ state }) => (
        <Badge tone={state === "sent" ? "success" : state === "held" ? "warning" : "info"}>
          {t(`states.${state}`)}
        </Badge>
      ),
    },
    {
      key: "mails",
      header: t("desk.mails"),
      cell: ({ mails, expectedMails }) =>
        expectedMails === null
          ? "–"
          : t("desk.progress", {
              sent: number(mails.sent),
              of: number(expectedMails),
              trouble: number(mails.failed + mails.bounced + mails.unknown),
            }),
    },
    {
      key: "proof",
      header: t("desk.proof"),
      cell: ({ id, kind, state, proofHash }) =>
        state === "planned" || state === "held" ? (
          <SubmitButton variant="secondary" size="small" name="cancel" value={id}>
            {t("desk.cancel", { kind: t(`kinds.${kind}`) })}
          </SubmitButton>
        ) : proofHash === null ? (
          "–"
        ) : (
          <TextLink to={linkToMailProof(electionId, id)} reloadDocument>
            {t("desk.download", { kind: t(`kinds.${kind}`) })}
          </TextLink>
        ),
    },
  ];
}
