// Two of the commission call an election off: /commission/elections/:electionId/cancel
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findElection } from "../../../queries/elections.server.ts";
import { cancelElectionKind, proposeCancelling } from "../../commands/cancel-election.server.ts";
import { CancelDesk } from "../../ui/cancel-desk.tsx";

export const handle: PageHandle = { title: "elections:cancelling.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, phase, cancelledAt, cancellation, resultAt, trustees } = election;
  return {
    election: { id, title, phase, cancelledAt, cancellation },
    isTooLate: resultAt !== null || trustees.some(({ hasDecrypted }) => hasDecrypted),
    waiting: await listWaitingProposals(context, { kind: cancelElectionKind, subjectId: id }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  if ((await findElection(context, electionId)) === undefined) throw new Response(null, { status: 404 });
  const fields = textFieldsOf(await args.request.formData());
  const { "reason.es": es = "", "reason.en": en = "", "reason.pt": pt = "" } = fields;
  const proposed = await proposeCancelling(context, { electionId, reason: { es, en, pt } });
  if (proposed.ok) return redirect(linkToProposal(proposed.value.proposalId));
  const typed = { "reason.es": [es], "reason.en": [en], "reason.pt": [pt] };
  return data({ refusal: proposed.error, typed }, { status: 422 });
}

export default function CancelPage() {
  return <CancelDesk {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
