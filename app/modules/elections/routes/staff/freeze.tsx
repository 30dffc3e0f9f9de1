// The roll before it is frozen: a preview of who comes in and who stays out, which staff propose to freeze and a commissioner approves.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { ProposalView } from "#app/modules/approvals/index.server.ts";
import { listProposals } from "#app/modules/approvals/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { approveFreezing, freezeRollAct, proposeFreezing } from "../../commands/freeze-by-two.server.ts";
import { linkToElectionDesk, linkToFreezing, linkToRollDesk } from "../../links.ts";
import { permissions } from "../../module.ts";
import { findElection } from "../../queries/elections.server.ts";
import { findRollPreview } from "../../queries/roll-preview.server.ts";
import { RollPreviewDesk } from "../../ui/desk/roll-preview-desk.tsx";
import { useDeskWay } from "../../ui/desk/use-desk-way.ts";

export const handle: PageHandle = { title: "elections:desk.freeze.title" };

function openDesk(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<PersonContext> {
  return openDoor(args, { roles: ["administrator", "staff", "commission"], steppedUp: true });
}

function mayPropose(context: PersonContext): boolean {
  return isPermitted(context.actor, permissions, "elections:freeze-roll");
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDesk(args);
  const found = await findElection(context, args.params["electionId"] ?? "");
  if (found === undefined) throw new Response(null, { status: 404 });
  if (found.rollFrozenAt !== null) throw redirect(afterFreezing(context, found.id));
  const { id, title, rollDate } = found;
  const [last] = await listProposals(context, { kind: freezeRollAct.kind, subjectId: id, limit: 1 });
  return {
    election: { id, title, rollDate },
    preview: await findRollPreview(context, found),
    waiting: last?.state === "proposed" ? last : null,
    ended: last !== undefined && isOver(last) ? last : null,
    mayPropose: mayPropose(context),
    mayApprove: isPermitted(context.actor, permissions, "elections:approve-roll"),
    accountId: context.actor.accountId,
    isProposed: new URL(args.request.url).searchParams.get("done") === "proposed",
  };
}

function isOver({ state }: ProposalView): boolean {
  return state === "refused" || state === "expired" || state === "withdrawn";
}

/** Each to where she can go on: a commissioner has no key to the desk of the staff. */
function afterFreezing(context: PersonContext, electionId: string): string {
  return mayPropose(context) ? linkToElectionDesk(electionId) : linkToRollDesk(electionId);
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDesk(args);
  const electionId = args.params["electionId"] ?? "";
  const fields = textFieldsOf(await args.request.formData());
  const { intent = "", proposalId = "", reason = "" } = fields;
  if (intent === "approve") {
    const approved = await approveFreezing(context, { proposalId });
    return approved.ok ? redirect(afterFreezing(context, electionId)) : answerRefusal(approved.error);
  }
  if (intent !== "propose") throw new Response(null, { status: 400 });
  const [entries, votes, leftOut] = [fields["entries"], fields["votes"], fields["leftOut"]].map(Number);
  const seen = { entries: entries ?? 0, votes: votes ?? 0, leftOut: leftOut ?? 0 };
  const proposed = await proposeFreezing(context, { electionId, reason, seen });
  return proposed.ok ? redirect(`${linkToFreezing(electionId)}?done=proposed`) : answerRefusal(proposed.error);
}

export default function FreezePage() {
  const { election, isProposed, ...desk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("elections");
  return (
    <Page
      title={t("desk.freeze.title")}
      lead={t("desk.freeze.lead")}
      breadcrumbs={useDeskWay(election, desk.mayPropose)}
    >
      <StatusMessage>{isProposed && answer === undefined ? t("desk.freeze.proposed") : null}</StatusMessage>
      <RollPreviewDesk {...desk} election={election} refusal={answer?.refusal} />
    </Page>
  );
}
