// Voters who do not receive mail, with what to do about each; the commission accepts the list: /commission/elections/:electionId/unreachable
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import {
  acceptUnreachable,
  findElection,
  listReturnedCodes,
  listUnreachableVoters,
  proposeMending,
} from "#app/modules/elections/index.server.ts";
import type { UnreachableVoter } from "#app/modules/elections/index.server.ts";
import { linkToCommissionDesk, linkToRollChange, linkToUnreachable } from "#app/modules/elections/index.ts";
import { trustAddress } from "#app/modules/notifications/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { MendAddress } from "../../ui/mend-address.tsx";
import { ReturnedCodes } from "../../ui/returned-codes.tsx";

export const handle: PageHandle = { title: "campaigns:unreachable.title" };

const readers = ["administrator", "staff", "commission", "auditor"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: readers });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, phase } = election;
  const { roles } = context.actor;
  return {
    election: { id, title, phase },
    list: await listUnreachableVoters(context, id),
    returned: await listReturnedCodes(context, id),
    mayAccept: roles.includes("commission"),
    mayMend: roles.some((role) => role !== "auditor"),
    /** The register's desk is not the commission's. */
    mayCorrect: roles.some((role) => role === "administrator" || role === "staff"),
    isTrusted: new URL(args.request.url).searchParams.has("trusted"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: readers, steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const { hash = "", trust, mend, address = "", reason = "" } = textFieldsOf(await args.request.formData());
  if (mend !== undefined) {
    const proposed = await proposeMending(context, { electionId, handle: mend, address, reason });
    return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : answerRefusal(proposed.error);
  }
  if (trust !== undefined) {
    const { voters } = await listUnreachableVoters(context, electionId);
    const voter = voters.find(({ organizationHandle }) => organizationHandle === trust);
    if (voter !== undefined) await trustAddress(context, voter.address);
    throw redirect(`${linkToUnreachable(electionId)}?trusted`);
  }
  const outcome = await acceptUnreachable(context, { electionId, hash });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(linkToUnreachable(electionId));
}

function isGoing(phase: string): boolean {
  return phase === "sealed" || phase === "open";
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Unreachable() {
  const { t } = useTranslation("campaigns");
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const { election, list, mayAccept, isTrusted } = loaded;
  const { problems } = useAnswerProblems(useActionData<typeof action>(), "campaigns");
  return (
    <Page
      title={t("unreachable.title")}
      lead={t("unreachable.lead")}
      breadcrumbs={[{ label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) }]}
    >
      <StatusMessage>{isTrusted && problems.length === 0 ? t("unreachable.trusted") : null}</StatusMessage>
      <FormProblems problems={problems} />
      <Table
        caption={t("unreachable.caption", { count: list.voters.length })}
        rows={list.voters}
        rowKey={({ organizationHandle }) => organizationHandle}
        columns={useColumns(loaded)}
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
      <ReturnedCodes
        electionId={election.id}
        returned={loaded.returned}
        maySendAgain={mayAccept && isGoing(election.phase)}
        mayMend={loaded.mayMend && isGoing(election.phase)}
      />
    </Page>
  );
}

function useColumns(loaded: Loaded): Column<UnreachableVoter>[] {
  const { t } = useTranslation("campaigns");
  const remedy: Column<UnreachableVoter> = {
    key: "remedy",
    header: t("unreachable.remedy"),
    cell: (voter) => <Remedies voter={voter} loaded={loaded} />,
  };
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
    ...(loaded.mayMend ? [remedy] : []),
  ];
}

/** What can be done: take a new address into the roll, correct the contact, or say that the address works again. */
function Remedies({ voter, loaded }: { readonly voter: UnreachableVoter; readonly loaded: Loaded }) {
  const { t } = useTranslation("campaigns");
  const { election, mayCorrect } = loaded;
  const { organizationHandle, organizationName, contactUserId, hasNewAddress, isByLink } = voter;
  return (
    <div className="space-y-2">
      {hasNewAddress && election.phase === "preparing" ? (
        <p>
          <TextLink to={linkToRollChange(election.id, organizationHandle, undefined, contactUserId)}>
            {t("unreachable.takeNewAddress", { organization: organizationName })}
          </TextLink>
        </p>
      ) : isByLink && election.phase === "preparing" ? (
        <p>
          <TextLink to={linkToRollChange(election.id, organizationHandle)}>
            {t("unreachable.anotherAddress", { organization: organizationName })}
          </TextLink>
        </p>
      ) : isByLink && isGoing(election.phase) ? (
        <MendAddress handle={organizationHandle} name={organizationName} />
      ) : mayCorrect && !isByLink ? (
        <p>
          <TextLink to={`/staff/organizations/${organizationHandle}`}>
            {t("unreachable.correct", { organization: organizationName })}
          </TextLink>
        </p>
      ) : null}
      <Form method="post" preventScrollReset>
        <SubmitButton variant="secondary" size="small" name="trust" value={organizationHandle}>
          {t("unreachable.trust", { organization: organizationName })}
        </SubmitButton>
      </Form>
    </div>
  );
}
