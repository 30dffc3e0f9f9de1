// Where the booth of the commission sends a vote entered by hand.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { castAssistedBallot } from "../../../commands/assisted-vote.server.ts";
import { answerCast, answerPulse } from "../../ballots.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerPulse(await openDoor(args, { roles: ["commission"] }), args.params["electionId"] ?? "");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  return answerCast({ context, request: args.request, electionId, who: context.actor.accountId }, (ballot) =>
    castAssistedBallot(context, ballot),
  );
}
