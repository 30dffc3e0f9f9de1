// Where the open booth sends ballots and feels the pulse of the election. Whoever casts here shows the key of the voting code.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { castBallot } from "../../commands/cast-ballot.server.ts";
import { answerCast, answerPulse } from "../ballots.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerPulse(await openVisitorDoor(args), args.params["electionId"] ?? "");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const electionId = args.params["electionId"] ?? "";
  // Why the address: somebody who guesses must not use up the attempts of the voter.
  return answerCast({ context, request: args.request, electionId, who: args.context.clientAddress }, (ballot) =>
    castBallot(context, ballot),
  );
}
