// One claim at the commission's desk: what was written, who is too near to it, what the public reads, and the decision.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToClaimsDesk, linkToCommission, linkToCommissionDesk } from "#app/modules/elections/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { beginReview } from "../../commands/begin-review.server.ts";
import {
  approveDecision,
  approveDecisionInput,
  decideClaimInput,
  findProposedDecision,
  proposeDecision,
} from "../../commands/decide-claim.server.ts";
import { declareConflict, declareConflictInput } from "../../commands/declare-conflict.server.ts";
import { redactClaim, redactClaimInput } from "../../commands/redact-claim.server.ts";
import { settleClaim, settleClaimInput } from "../../commands/settle-claim.server.ts";
import { findClaim } from "../../queries/claims.server.ts";
import { isTooNear } from "../../queries/too-near.server.ts";
import { ClaimAtDesk } from "../../ui/claim-at-desk.tsx";
import { daysUntil, electionOfClaims } from "../claims-page.server.ts";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ loaded, t }) => t("claims:desk.one", { number: loaded.claim.number }),
};

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  const election = await electionOfClaims(context, args.params["electionId"]);
  const number = Number(args.params["number"]);
  const claim = await findClaim(context, { electionId: election.id, number, for: "commission" });
  if (claim === undefined || claim.confidential === null) throw new Response(null, { status: 404 });
  const { accountId, roles } = context.actor;
  const proposed = await findProposedDecision(context, claim.confidential.claimId);
  return {
    election,
    claim,
    confidential: claim.confidential,
    daysLeft: daysUntil(context, claim.decideBy),
    isCommissioner: roles.includes("commission"),
    proposed: proposed === undefined ? null : { ...proposed, isOwn: proposed.proposedBy === accountId },
    isTooNear: await isTooNear(context, { ...claim, ...claim.confidential }, accountId),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const fields = textFieldsOf(await args.request.formData());
  const { intent = "" } = fields;
  const answer = await carryOut(context, intent, fields);
  if (answer === undefined) throw new Response(null, { status: 400 });
  if ("data" in answer) return answer;
  if (!answer.ok) return answerRefusal(answer.error);
  const desk = linkToClaimsDesk(args.params["electionId"] ?? "", Number(args.params["number"]));
  throw redirect(`${desk}?done=${intent}`);
}

type Answer = Result<unknown, Refusal> | ReturnType<typeof answerProblems>;

async function carryOut(
  context: Context,
  intent: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer | undefined> {
  const { claimId = "" } = fields;
  switch (intent) {
    case "review":
      return beginReview(context, { claimId });
    case "conflict": {
      const input = declareConflictInput.safeParse({ claimId, reason: fields["conflict"] });
      return input.success ? declareConflict(context, input.data) : answerProblems(input.error);
    }
    case "publish":
    case "withhold": {
      const publication = intent === "publish" ? "published" : "withheld";
      const input = redactClaimInput.safeParse({ ...fields, claimId, publication });
      return input.success ? redactClaim(context, input.data) : answerProblems(input.error);
    }
    case "decide": {
      const declaresNoConflict = fields["declaresNoConflict"] === "on";
      const input = decideClaimInput.safeParse({ ...fields, claimId, declaresNoConflict });
      return input.success ? proposeDecision(context, input.data) : answerProblems(input.error);
    }
    case "approve": {
      const declaresNoConflict = fields["declaresNoConflict"] === "on";
      const input = approveDecisionInput.safeParse({ ...fields, declaresNoConflict });
      return input.success ? approveDecision(context, input.data) : answerProblems(input.error);
    }
    case "settle": {
      const input = settleClaimInput.safeParse({ ...fields, claimId });
      return input.success ? settleClaim(context, input.data) : answerProblems(input.error);
    }
    default:
      return undefined;
  }
}

const fieldOf = {
  REDACTION_CHANGES_TEXT: "marked",
  REDACTION_MARKS_UNPAIRED: "marked",
  CONFLICT_ALREADY_DECLARED: "conflict",
};

export default function ClaimDesk() {
  const { t } = useTranslation("claims");
  const { t: tElections } = useTranslation("elections");
  const language = useLanguage();
  const { election, done, ...loaded } = useLoaderData<typeof loader>();
  const answer = useAnswerProblems(useActionData<typeof action>(), "claims", fieldOf);
  return (
    <Page
      title={t("desk.one", { number: loaded.claim.number })}
      lead={t(`grounds.${loaded.claim.ground}`)}
      breadcrumbs={[
        { label: tElections("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
        { label: t("desk.title"), to: linkToClaimsDesk(election.id) },
      ]}
    >
      <StatusMessage>{done === null ? null : t(`desk.done.${done}`)}</StatusMessage>
      <FormProblems problems={answer.problems} />
      <ClaimAtDesk {...loaded} electionId={election.id} problemOf={answer.problemOf} />
    </Page>
  );
}
