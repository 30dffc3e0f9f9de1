// Where the open booth sends ballots and feels the pulse of the election. Whoever casts here shows the keys of her mail.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { CastBallotInput } from "../../commands/cast-ballot.server.ts";
import { castBallot } from "../../commands/cast-ballot.server.ts";
import { findProofOfLink, refusalOfProof } from "../../queries/link-proof.server.ts";
import { answerCast, answerPulse, answerRefused, tooMany } from "../ballots.server.ts";
import { admitWrongKeys } from "../link-door.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerPulse(await openVisitorDoor(args), args.params["electionId"] ?? "");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const address = args.context.clientAddress;
  // Security: the keys are asked of everybody, signed in or not; an account votes behind the door that asks for a fresh proof.
  const turnAway = async (ballot: CastBallotInput) => {
    const shown = await findProofOfLink(context, ballot);
    if (shown === "whole") return undefined;
    const admission = await admitWrongKeys(context, address);
    if (!admission.isAdmitted) return tooMany(admission.retryAfterSeconds);
    return answerRefused(shown === "none" ? "NOT_YOUR_ORGANIZATION" : refusalOfProof(shown), 403);
  };
  // Why the address: somebody who stole the mail must not use up the attempts of the voter.
  return answerCast({ context, request: args.request, electionId, who: address, turnAway }, (ballot) =>
    castBallot(context, ballot),
  );
}
