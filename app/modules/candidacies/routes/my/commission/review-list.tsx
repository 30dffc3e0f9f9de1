// The commission's review of all candidacies of an election, and the publication of the list.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import type { WaitingProposal } from "#app/modules/approvals/index.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { linkToCommission, linkToCommissionDesk } from "#app/modules/elections/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { proposePublication, publishListAct } from "../../../commands/publish-candidates.server.ts";
import { permissions } from "../../../module.ts";
import type { CandidacyState } from "../../../domain/candidacy-state.ts";
import { failedChecks } from "../../../domain/eligibility.ts";
import { linkToCandidates, linkToModeration, linkToReview, linkToReviewOf } from "../../../links.ts";
import { listCandidacies } from "../../../queries/candidacies.server.ts";
import { checksOf, fileOf, ownDeclaration } from "../../../queries/review.server.ts";
import { listCallStages } from "../../../queries/stages.server.ts";
import { StageLines } from "../../../ui/stage-lines.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useCandidacyProblems } from "../../../ui/use-candidacy-problems.ts";
import { openCommissionCall } from "../../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:review.title" };

const { kind } = publishListAct;

interface ReviewLine {
  readonly id: string;
  readonly contestId: string;
  readonly name: string;
  readonly nominatedBy: string;
  readonly state: CandidacyState;
  readonly isComplete: boolean;
  readonly failed: number;
  /** Whether the reader declared a conflict; null before a declaration. */
  readonly declared: boolean | null;
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openCommissionCall(args);
  const { election, contests, isPublished } = call;
  const candidacies = await listCandidacies(context, { electionId: election.id });
  const lines: ReviewLine[] = [];
  for (const candidacy of candidacies) {
    const file = await fileOf(context, candidacy);
    const declared = await ownDeclaration(context, candidacy.id, context.actor.accountId);
    lines.push({
      id: candidacy.id,
      contestId: candidacy.contestId,
      name: candidacy.name,
      nominatedBy: candidacy.nominatedBy,
      state: candidacy.state,
      isComplete: file.isComplete,
      failed: failedChecks(await checksOf(context, file)).length,
      declared: declared === undefined ? null : declared.hasConflict,
    });
  }
  const stages = await listCallStages(context, election.id);
  return {
    election: { id: election.id, title: election.title },
    isPublished,
    waiting: await listWaitingProposals(context, { kind, subjectId: election.id }),
    mayPublish: isPermitted(context.actor, permissions, "candidacies:publish"),
    stages: stages.filter(({ kind }) => kind === "nominations" || kind === "candidates-publication"),
    contests: contests.map(({ id, title }) => ({ id, title, lines: lines.filter((line) => line.contestId === id) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, call } = await openCommissionCall(args, { steppedUp: true });
  const { reason = "" } = textFieldsOf(await args.request.formData());
  const outcome = await proposePublication(context, { electionId: call.election.id, reason });
  return outcome.ok ? redirect(linkToReview(call.election.id)) : answerRefusal(outcome.error);
}

const fieldOf = { REASON_MISSING: "reason" };

export default function ReviewList() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, isPublished, mayPublish, waiting, stages, contests } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  const title = inLanguage(election.title, language);
  return (
    <Page
      title={t("review.title")}
      lead={t("review.lead")}
      breadcrumbs={[
        { label: t("elections:desk.commission.title"), to: linkToCommission() },
        { label: title, to: linkToCommissionDesk(election.id) },
      ]}
      actions={<LinkButton to={linkToModeration(election.id)}>{t("moderation.title")}</LinkButton>}
    >
      <FormProblems problems={problems} />
      <StageLines stages={stages} />
      {contests.map((contest) => (
        <Section key={contest.id} title={inLanguage(contest.title, language)}>
          <ReviewTable electionId={election.id} lines={contest.lines} />
        </Section>
      ))}
      <Section title={t("review.publish")}>
        {isPublished ? (
          <Panel tone="success" title={t("review.published")}>
            <TextLink to={linkToCandidates(election.id)}>{t("call.toCandidates")}</TextLink>
          </Panel>
        ) : (
          <Publication mayPublish={mayPublish} waiting={waiting} problemOf={problemOf} />
        )}
      </Section>
    </Page>
  );
}

interface PublicationProps {
  readonly mayPublish: boolean;
  readonly waiting: readonly WaitingProposal[];
  readonly problemOf: (field: string) => string | undefined;
}

function Publication({ mayPublish, waiting, problemOf }: PublicationProps) {
  const { t } = useTranslation("candidacies");
  return (
    <div className="space-y-4">
      <p className="max-w-text">{t("review.publishText")}</p>
      <WaitingProposals proposals={waiting} />
      {mayPublish && waiting.length === 0 ? (
        <Form method="post" className="max-w-text space-y-4" noValidate>
          <TextArea
            name="reason"
            label={t("review.publishReason")}
            description={t("review.publishReasonHint")}
            rows={2}
            problem={problemOf("reason")}
          />
          <SubmitButton>{t("review.publishNow")}</SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}

function ReviewTable({ electionId, lines }: { readonly electionId: string; readonly lines: readonly ReviewLine[] }) {
  const { t } = useTranslation("candidacies");
  return (
    <Table
      caption={t("review.caption")}
      isCaptionHidden
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("review.none")} />}
      columns={[
        {
          key: "name",
          header: t("form.name"),
          cell: ({ id, name }) => <TextLink to={linkToReviewOf(electionId, id)}>{name}</TextLink>,
        },
        { key: "by", header: t("public.nominatedBy"), cell: ({ nominatedBy }) => nominatedBy },
        { key: "state", header: t("review.state"), cell: ({ state }) => <StateBadge state={state} /> },
        {
          key: "checks",
          header: t("review.checks"),
          cell: ({ failed }) => (
            <Badge tone={failed === 0 ? "success" : "danger"}>{t("review.failed", { count: failed })}</Badge>
          ),
        },
        {
          key: "declared",
          header: t("review.declaration"),
          cell: ({ declared }) => t(`review.declared.${declared === null ? "not" : declared ? "conflict" : "none"}`),
        },
      ]}
    />
  );
}
