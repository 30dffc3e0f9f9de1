// One proposal: what exactly would happen, and the second person's decision, after a fresh proof of who sits before the browser.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import {
  approveProposal,
  findProposal,
  mayOpenProposal,
  readersOfProposals,
  refuseProposal,
  withdrawProposal,
} from "#app/modules/approvals/index.server.ts";
import {
  linkToApprovals,
  linkToProposal,
  ProposalFacts,
  ProposalStateBadge,
  useProposalRefusal,
} from "#app/modules/approvals/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export const handle: PageHandle = { title: "approvals:one.title" };

/** The proposal, for whoever may read it; who proposed it comes back to withdraw it, whatever her role. */
async function openProposal(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const context = await openDoor(args, { roles: [...readersOfProposals, "staff"], steppedUp: true });
  const proposal = await findProposal(context, args.params["proposalId"] ?? "");
  if (proposal === undefined || !mayOpenProposal(context.actor, proposal)) throw new Response(null, { status: 404 });
  return { context, proposal };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, proposal } = await openProposal(args);
  const act = approvableActs.find(({ kind }) => kind === proposal.kind);
  const { actor } = context;
  return {
    proposal,
    isOwn: proposal.proposedBy === actor.accountId,
    approvedOn: act?.approvedOn?.(proposal.subjectId, proposal.payload) ?? null,
    mayDecide: act?.mayApprove.some((role) => actor.roles.includes(role)) ?? false,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, proposal } = await openProposal(args);
  const proposalId = proposal.id;
  const { decision = "", reason = "" } = textFieldsOf(await args.request.formData());
  await requireOwnPage(context, proposalId, decision);
  const outcome = await decide(context, { proposalId, decision, reason });
  return outcome.ok ? redirect(linkToProposal(proposalId)) : answerRefusal(outcome.error);
}

/** What is approved on a page of its own, because something must be looked at there, is not approved here. */
async function requireOwnPage(context: Context, proposalId: string, decision: string): Promise<void> {
  const proposal = await findProposal(context, proposalId);
  const act = approvableActs.find(({ kind }) => kind === proposal?.kind);
  if (decision === "approve" && act?.approvedOn !== undefined) throw new Response(null, { status: 400 });
}

async function decide(
  context: Context,
  { proposalId, decision, reason }: { proposalId: string; decision: string; reason: string },
) {
  switch (decision) {
    case "approve":
      return approveProposal(context, approvableActs, { proposalId, reason });
    case "refuse":
      return refuseProposal(context, approvableActs, { proposalId, reason });
    case "withdraw":
      return withdrawProposal(context, { proposalId });
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function Approval() {
  const { proposal, isOwn, mayDecide, approvedOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("approvals");
  const sentenceOf = useProposalRefusal(proposal.kind);
  const isOpen = proposal.state === "proposed";
  const refusal = answer?.refusal;
  return (
    <Page
      title={t("one.title")}
      lead={<ProposalStateBadge state={proposal.state} />}
      breadcrumbs={[{ label: t("list.title"), to: linkToApprovals() }]}
    >
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
      <Section title={isOpen ? t("one.what") : t("one.whatDone")}>
        <ProposalFacts proposal={proposal} />
      </Section>
      {isOpen && isOwn ? <Own /> : null}
      {isOpen && !isOwn && mayDecide ? <Decision approvedOn={approvedOn} /> : null}
      {isOpen && !isOwn && !mayDecide ? <Panel title={t("one.notYours")} /> : null}
    </Page>
  );
}

function Own() {
  const { t } = useTranslation("approvals");
  return (
    <Panel title={t("one.ownTitle")}>
      <p>{t("one.own")}</p>
      <Form method="post">
        <SubmitButton name="decision" value="withdraw" variant="secondary" size="small">
          {t("one.withdraw")}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

function Decision({ approvedOn }: { readonly approvedOn: string | null }) {
  const { t } = useTranslation("approvals");
  return (
    <Section title={t("one.decide")} lead={t("one.decideLead")}>
      <Form method="post" className="space-y-5">
        <TextArea name="reason" label={t("one.yourReason")} description={t("one.yourReasonHint")} rows={3} isOptional />
        <div className="flex flex-wrap gap-3">
          {approvedOn === null ? (
            <SubmitButton name="decision" value="approve" pendingLabel={t("one.approving")}>
              {t("one.approve")}
            </SubmitButton>
          ) : (
            <LinkButton to={approvedOn} variant="primary">
              {t("one.approveThere")}
            </LinkButton>
          )}
          <SubmitButton name="decision" value="refuse" variant="secondary">
            {t("one.refuse")}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
