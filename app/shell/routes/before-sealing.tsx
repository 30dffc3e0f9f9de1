// What two commissioners change before the seal: /commission/elections/:electionId/changes. It stands here because what is known of
// candidacies goes into it, and only the building knows both rooms.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { listAccountsWithRole, openDoor } from "#app/modules/accounts/index.server.ts";
import { listProposals } from "#app/modules/approvals/index.server.ts";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import { dropContestOfCallAct, refreshStayingOfCallAct } from "#app/modules/candidacies/index.server.ts";
import {
  dropContest,
  findElection,
  listPreparationDecisions,
  listTrusteeAccounts,
  proposeBeforeSealing,
  refreshStaying,
  replaceTrustee,
  replaceTrusteeAct,
  waiveRehearsal,
  waiveRehearsalAct,
  whyStayingStands,
} from "#app/modules/elections/index.server.ts";
import { BeforeSealingDesk } from "#app/modules/elections/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";

export const handle: PageHandle = { title: "elections:beforeSealing.toDesk" };

const kinds = [dropContest.kind, refreshStaying.kind, replaceTrustee.kind, waiveRehearsal.kind];

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, isTest, sealedAt, contests, trustees } = election;
  const proposals = await listProposals(context, { subjectId: id, state: "proposed" });
  const seats = new Set(await listTrusteeAccounts(context, id));
  const commission = await listAccountsWithRole(context, "commission");
  const isJoint = contests.length > 1;
  const empty = contests.filter(({ kind, candidates }) => kind === "candidates" && candidates.length === 0);
  return {
    election: { id, title, isTest, isSealed: sealedAt !== null, isCancelled: election.cancelledAt !== null },
    decisions: await listPreparationDecisions(context, id),
    proposals: proposals.filter(({ kind }) => kinds.includes(kind)),
    emptyContests: isJoint ? empty.map((contest) => ({ id: contest.id, title: contest.title })) : [],
    isOnlyContestEmpty: !isJoint && empty.length > 0,
    trustees: trustees.map(({ index, name }) => ({ index, name })),
    others: commission
      .filter(({ accountId }) => !seats.has(accountId))
      .map(({ accountId, name }) => ({ id: accountId, name })),
    whyStayingStands: await whyStayingStands(context, id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const fields = textFieldsOf(await args.request.formData());
  const proposed = await propose(context, args.params["electionId"] ?? "", fields);
  return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : answerRefusal(proposed.error);
}

async function propose(
  context: PersonContext,
  electionId: string,
  fields: Readonly<Record<string, string>>,
): Promise<Result<{ proposalId: string }, Refusal>> {
  const { act = "", reason = "", contestId = "", accountId = "", trusteeIndex = "" } = fields;
  if ((await findElection(context, electionId)) === undefined) throw new Response(null, { status: 404 });
  const wish = { electionId, reason };
  if (act === "drop")
    return proposeBeforeSealing(context, [dropContest, dropContestOfCallAct], { ...wish, payload: { contestId } });
  if (act === "replace") {
    const payload = { trusteeIndex: Number(trusteeIndex), accountId };
    return proposeBeforeSealing(context, [replaceTrustee, replaceTrusteeAct], { ...wish, payload });
  }
  if (act === "refresh")
    return proposeBeforeSealing(context, [refreshStaying, refreshStayingOfCallAct], { ...wish, payload: {} });
  if (act === "waive")
    return proposeBeforeSealing(context, [waiveRehearsal, waiveRehearsalAct], { ...wish, payload: {} });
  return refuse("CHOICE_EXPECTED");
}

export default function BeforeSealingPage() {
  return <BeforeSealingDesk {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
