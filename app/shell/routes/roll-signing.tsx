// Commissioners sign the final roll: /commission/elections/:electionId/roll. It stands here because the claims must be decided first,
// and only the building knows both rooms: elections may not use claims.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { countUndecidedClaims, countUnsettledClaims } from "#app/modules/claims/index.server.ts";
import {
  findCeremony,
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
  const { id, title, rollOrganizations, rollVotes, sealedAt, group } = election;
  const isCommission = context.actor.roles.includes("commission");
  const seat = await findCeremony(context, { electionId: id, accountId: context.actor.accountId });
  return {
    election: { id, title, rollOrganizations, rollVotes, sealedAt, group },
    signatures: await findRollSignatures(context, id),
    changes: (await listRollChanges(context, id)).length,
    undecidedClaims: await countUndecidedClaims(context, { electionId: id, kind: "roll" }),
    unsettledClaims: await countUnsettledClaims(context, { electionId: id, kind: "roll" }),
    secrecy: await findWeightSecrecy(context, id),
    isCommission,
    seat: seat?.ownIndex ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const { root = "", signature = "" } = textFieldsOf(await args.request.formData());
  const signed = await signRoll(context, {
    electionId,
    root,
    signature,
    countUndecidedClaims: (within) => countUndecidedClaims(within, { electionId, kind: "roll" }),
    countUnsettledClaims: (within) => countUnsettledClaims(within, { electionId, kind: "roll" }),
  });
  return signed.ok ? redirect(linkToRollSigning(electionId)) : { refusal: signed.error };
}

export default function RollSigningPage() {
  return <RollSigning {...useLoaderData<typeof loader>()} />;
}
