// The commission puts a mandate or a ballot in dispute, and two members decide: /commission/elections/:electionId/disputes
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listProposals } from "#app/modules/approvals/index.server.ts";
import { linkToProposal, ProposalTable, useProposalRefusal } from "#app/modules/approvals/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { smallestClass } from "../../../domain/privacy-guard.ts";
import { linkToCommission, linkToCommissionDesk, linkToDisputesDesk } from "../../../links.ts";
import { findElection } from "../../../queries/elections.server.ts";
import { OnlyAwake } from "../../../ui/ceremony/only-awake.tsx";
import { excludeDisputedAct, keepDisputedAct, proposeDisputeDecision } from "../../commands/decide-dispute.server.ts";
import { fileDispute } from "../../commands/file-dispute.server.ts";
import { showDisputedCredential } from "../../commands/show-credential.server.ts";
import { listDisputes } from "../../queries/disputes.server.ts";
import { DisputeCard } from "../../ui/dispute-card.tsx";
import { ShowCredential } from "../../ui/show-credential.tsx";

export const handle: PageHandle = { title: "elections:disputes.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const proposals = await listProposals(context, { subjectId: election.id, state: "proposed" });
  const kinds = [keepDisputedAct.kind, excludeDisputedAct.kind];
  const { id, title, group, phase } = election;
  return {
    election: { id, title, group: group as GroupName, phase },
    disputes: await listDisputes(context, id),
    proposals: proposals.filter(({ kind }) => kinds.includes(kind)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const { act = "", disputeId = "", reason = "", ...fields } = textFieldsOf(await args.request.formData());
  if (act === "kept" || act === "excluded") {
    const proposed = await proposeDisputeDecision(context, { disputeId, decision: act, reason });
    return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : answerRefusal(proposed.error);
  }
  const { publicCredential = "", bindingKey = "", kind, what = "" } = fields;
  const outcome =
    act === "credential"
      ? await showDisputedCredential(context, { disputeId, publicCredential, bindingKey })
      : await fileDispute(context, { electionId, kind: kind === "mandate" ? "mandate" : "ballot", what, reason });
  return outcome.ok ? redirect(linkToDisputesDesk(electionId)) : answerRefusal(outcome.error);
}

export default function DisputesDesk() {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { election, disputes, proposals } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const sentenceOf = useProposalRefusal("elections:dispute");
  return (
    <Page
      title={t("disputes.title")}
      lead={t("disputes.deskLead")}
      breadcrumbs={[
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
    >
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
      {proposals.length > 0 ? (
        <Section title={t("disputes.proposals")}>
          <ProposalTable caption={t("disputes.proposals")} proposals={proposals} />
        </Section>
      ) : null}
      <Section title={t("disputes.all")}>
        <Panel className="mb-4" title={t("disputes.fewest", { fewest: smallestClass })}>
          <p className="max-w-text">{t("disputes.fewestMeans", { fewest: smallestClass })}</p>
        </Panel>
        {disputes.length === 0 ? <EmptyState title={t("disputes.none")}>{t("disputes.noneText")}</EmptyState> : null}
        <ul className="space-y-4">
          {disputes.map((dispute) => (
            <li key={dispute.id}>
              <DisputeCard dispute={dispute}>
                {(dispute.state === "open" || dispute.awaitsCredential) && election.phase === "counting" ? (
                  <Decide disputeId={dispute.id} />
                ) : null}
                {dispute.awaitsCredential ? (
                  <OnlyAwake>{() => <ShowCredential dispute={dispute} group={election.group} />}</OnlyAwake>
                ) : null}
              </DisputeCard>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("disputes.file.title")} lead={t("disputes.file.lead")}>
        <Form method="post" className="space-y-5">
          <RadioGroup
            name="kind"
            label={t("disputes.file.kind")}
            required
            options={[
              { value: "mandate", label: t("disputes.kinds.mandate"), description: t("disputes.file.mandateHint") },
              { value: "ballot", label: t("disputes.kinds.ballot"), description: t("disputes.file.ballotHint") },
            ]}
          />
          <TextField name="what" label={t("disputes.file.what")} description={t("disputes.file.whatHint")} required />
          <TextArea
            name="reason"
            label={t("disputes.why")}
            description={t("disputes.file.reasonHint")}
            rows={4}
            required
          />
          <SubmitButton name="act" value="file">
            {t("disputes.file.send")}
          </SubmitButton>
        </Form>
      </Section>
    </Page>
  );
}

function Decide({ disputeId }: { readonly disputeId: string }) {
  const { t } = useTranslation("elections");
  return (
    <Form method="post" className="mt-4 space-y-4">
      <input type="hidden" name="disputeId" value={disputeId} />
      <TextArea
        name="reason"
        id={`field-reason-${disputeId}`}
        label={t("disputes.decide.reasons")}
        description={t("disputes.decide.reasonsHint")}
        rows={3}
        required
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="kept" variant="secondary">
          {t("disputes.decide.keep")}
        </SubmitButton>
        <SubmitButton name="act" value="excluded" variant="secondary">
          {t("disputes.decide.exclude")}
        </SubmitButton>
      </div>
    </Form>
  );
}
