// The list of voters from outside the register: staff propose a file, a commissioner reads its lines and approves them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { approveProposal, listProposals } from "#app/modules/approvals/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { Refusal } from "#app/lib/result/index.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { importVotersAct, proposeVoterList } from "../../commands/import-by-two.server.ts";
import type { VoterListProblem } from "../../domain/voter-list.ts";
import { linkToVoterList } from "../../links.ts";
import { permissions } from "../../module.ts";
import { findElection } from "../../queries/elections.server.ts";
import { countImportedVoters } from "../../queries/imported-voters.server.ts";
import { listProposedVoters } from "../../queries/proposed-voters.server.ts";
import { VoterListDesk } from "../../ui/desk/voter-list-desk.tsx";

export const handle: PageHandle = { title: "elections:desk.voters.title" };

const longestFile = 20_000_000;
const problemsToShow = 200;

function openDesk(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<PersonContext> {
  return openDoor(args, { roles: ["administrator", "staff", "commission"], steppedUp: true });
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDesk(args);
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, electorate, rollFrozenAt } = election;
  const search = new URL(args.request.url).searchParams;
  const [last] = await listProposals(context, { kind: importVotersAct.kind, subjectId: id, limit: 1 });
  const waiting = last?.state === "proposed" ? last : null;
  return {
    election: { id, title, electorate, rollFrozenAt },
    voters: await countImportedVoters(context, id),
    last: last ?? null,
    proposed:
      waiting === null
        ? null
        : await listProposedVoters(context, { proposalId: waiting.id, page: Number(search.get("page")) }),
    mayPropose: isPermitted(context.actor, permissions, "elections:import-voters"),
    mayApprove: isPermitted(context.actor, permissions, "elections:approve-roll"),
    accountId: context.actor.accountId,
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDesk(args);
  const electionId = args.params["electionId"] ?? "";
  const form = await args.request.formData();
  const { intent = "", proposalId = "", reason = "" } = textFieldsOf(form);
  const page = linkToVoterList(electionId);
  if (intent === "approve") {
    const approved = await approveProposal(context, [importVotersAct], { proposalId });
    return approved.ok ? redirect(`${page}?done=imported`) : refused(approved.error);
  }
  if (intent !== "propose") throw new Response(null, { status: 400 });
  const file = form.get("list");
  if (!(file instanceof File) || file.size === 0 || file.size > longestFile) {
    return refused({ code: "VOTER_LIST_FILE_EXPECTED" });
  }
  const csv = new Uint8Array(await file.arrayBuffer());
  const proposed = await proposeVoterList(context, { electionId, csv, reason });
  if (proposed.ok) return redirect(`${page}?done=proposed`);
  const { error } = proposed;
  return refused(error, "problems" in error ? error.problems.slice(0, problemsToShow) : []);
}

function refused({ code, details }: Refusal, problems: readonly VoterListProblem[] = []) {
  return data({ refusal: { code, ...(details === undefined ? {} : { details }) }, problems }, { status: 422 });
}

export default function VotersPage() {
  const { done, ...desk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <VoterListDesk {...desk} done={answer === undefined ? done : null} answer={answer ?? null} />;
}
