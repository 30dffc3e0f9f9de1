// The commission seals the empty ballot box.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { fingerprintsToCompare } from "../../../commands/seal-ballot-box.server.ts";
import { approveSealing, findOpenSealing, proposeSealing } from "../../../commands/seal-by-two.server.ts";
import { linkToCommissionDesk, linkToDuty } from "../../../links.ts";
import { findWeightSecrecy } from "../../../queries/weight-secrecy.server.ts";
import { listUnreachableVoters } from "../../../queries/unreachable-voters.server.ts";
import { findPayloadsToSeal } from "../../../queries/payload-fingerprints.server.ts";
import { DutyPage } from "../../../ui/desk/duty-page.tsx";
import { UnreachableNotice } from "../../../ui/desk/unreachable-notice.tsx";
import { SealDesk } from "../../../ui/desk/seal-desk.tsx";
import { fingerprintsOf } from "./fingerprints.server.ts";
import { loadCommissionView } from "./commission-view.server.ts";

const sealInput = z.object({
  act: z.enum(["propose", "approve"]),
  trustees: z.string(),
  credentials: z.string(),
  reason: z.string().default(""),
});

export const handle: PageHandle = { title: "elections:ceremony.pages.seal.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const view = await loadCommissionView(context, args.params["electionId"]);
  const payloads = await findPayloadsToSeal(context, view.election.id);
  const proposal = await findOpenSealing(context, view.election.id);
  return {
    election: view.election,
    fingerprints: fingerprintsOf({ ...view.election, ...payloads }),
    compared: fingerprintsToCompare(payloads),
    secrecy: await findWeightSecrecy(context, view.election.id),
    unreachable: await listUnreachableVoters(context, view.election.id),
    proposal: proposal ?? null,
    isOwn: proposal?.proposedBy === context.actor.accountId,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const input = sealInput.safeParse(Object.fromEntries(await args.request.formData()));
  if (!input.success) throw new Response(null, { status: 400 });
  const { act, reason, ...compared } = input.data;
  const outcome =
    act === "propose"
      ? await proposeSealing(context, { electionId, compared, reason })
      : await approveSealing(context, { electionId, compared });
  if (!outcome.ok) return { refusal: outcome.error };
  return redirect(act === "propose" ? linkToDuty(electionId, "seal") : linkToCommissionDesk(electionId));
}

export default function SealPage() {
  const { election, fingerprints, compared, secrecy, unreachable, proposal, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DutyPage page="seal" election={election}>
      {unreachable.isAccepted ? null : <UnreachableNotice electionId={election.id} count={unreachable.voters.length} />}
      <SealDesk
        election={election}
        fingerprints={fingerprints}
        compared={compared}
        secrecy={secrecy}
        proposal={proposal}
        isOwn={isOwn}
        refusal={answer?.refusal}
      />
    </DutyPage>
  );
}
