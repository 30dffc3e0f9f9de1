// Commissioners sign the final roll: /commission/elections/:electionId/roll. It stands here because the claims must be decided first,
// and only the building knows both rooms: elections may not use claims.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { countUndecidedClaims } from "#app/modules/claims/index.server.ts";
import {
  findElection,
  findRollSignatures,
  findWeightSecrecy,
  listRollChanges,
  signRoll,
} from "#app/modules/elections/index.server.ts";
import { linkToRollSigning, RollSigning } from "#app/modules/elections/index.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";

export const handle: PageHandle = { title: "elections:roll.signing.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor"], steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined || election.rollFrozenAt === null) throw new Response(null, { status: 404 });
  const { id, title, rollOrganizations, rollVotes, sealedAt, hasCall } = election;
  return {
    election: { id, title, rollOrganizations, rollVotes, sealedAt, hasCall },
    signatures: await findRollSignatures(context, id),
    changes: (await listRollChanges(context, id)).length,
    undecidedClaims: await countUndecidedClaims(context, { electionId: id, kind: "roll" }),
    secrecy: await findWeightSecrecy(context, id),
    accountId: context.actor.roles.includes("commission") ? context.actor.accountId : "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const { root = "" } = textFieldsOf(await args.request.formData());
  const signed = await signRoll(context, {
    electionId,
    root,
    countUndecidedClaims: (within) => countUndecidedClaims(within, { electionId, kind: "roll" }),
  });
  return signed.ok ? redirect(linkToRollSigning(electionId)) : { refusal: signed.error };
}

export default function RollSigningPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RollSigning {...loaded} refusal={answer?.refusal} />;
}
