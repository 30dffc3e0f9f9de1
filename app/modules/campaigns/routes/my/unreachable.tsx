// Voters who do not receive mail, with what to do about each; the commission accepts the list: /commission/elections/:electionId/unreachable
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { acceptUnreachable, findElection, listUnreachableVoters } from "#app/modules/elections/index.server.ts";
import type { UnreachableVoter } from "#app/modules/elections/index.server.ts";
import { linkToCommissionDesk, linkToUnreachable } from "#app/modules/elections/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";

export const handle: PageHandle = { title: "campaigns:unreachable.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "commission", "auditor"] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, phase } = election;
  const mayAccept = context.actor.roles.includes("commission");
  return { election: { id, title, phase }, list: await listUnreachableVoters(context, id), mayAccept };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const { hash = "" } = textFieldsOf(await args.request.formData());
  const outcome = await acceptUnreachable(context, { electionId, hash });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(linkToUnreachable(electionId));
}

export default function Unreachable() {
  const { t } = useTranslation("campaigns");
  const language = useLanguage();
  const { election, list, mayAccept } = useLoaderData<typeof loader>();
  const { problems } = useAnswerProblems(useActionData<typeof action>(), "campaigns");
  return (
    <Page
      title={t("unreachable.title")}
      lead={t("unreachable.lead")}
      breadcrumbs={[{ label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) }]}
    >
      <FormProblems problems={problems} />
      <Table
        caption={t("unreachable.caption", { count: list.voters.length })}
        rows={list.voters}
        rowKey={({ organizationHandle }) => organizationHandle}
        columns={useColumns()}
        empty={<EmptyState title={t("unreachable.none")}>{t("unreachable.noneText")}</EmptyState>}
      />
      {list.voters.length === 0 ? null : list.isAccepted ? (
        <Panel tone="success">
          <p>{t("unreachable.accepted")}</p>
        </Panel>
      ) : mayAccept ? (
        <Form method="post" className="space-y-3">
          <input type="hidden" name="hash" value={list.hash} />
          <p className="max-w-text">{t("unreachable.acceptText")}</p>
          <SubmitButton variant="secondary">{t("unreachable.accept", { count: list.voters.length })}</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}

function useColumns(): Column<UnreachableVoter>[] {
  const { t } = useTranslation("campaigns");
  return [
    {
      key: "organization",
      header: t("unreachable.organization"),
      isRowHeader: true,
      cell: ({ organizationName, organizationHandle }) => `${organizationName} (${organizationHandle})`,
    },
    { key: "contact", header: t("unreachable.contact"), cell: ({ contactName }) => contactName },
    {
      key: "address",
      header: t("unreachable.address"),
      cell: (voter) => <span className="break-all">{voter.address}</span>,
    },
    {
      key: "reason",
      header: t("unreachable.reason"),
      cell: (voter) => <span className="break-words">{voter.reason}</span>,
    },
    { key: "since", header: t("unreachable.since"), cell: ({ since }) => <Instant at={since} isUtcOnly /> },
    {
      key: "remedy",
      header: t("unreachable.remedy"),
      cell: ({ organizationHandle }) => (
        <TextLink to={`/staff/organizations/${organizationHandle}`}>{t("unreachable.correct")}</TextLink>
      ),
    },
  ];
}
