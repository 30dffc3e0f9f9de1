// Where the booth sends ballots and feels the pulse of the election. It answers in JSON and never shows a page,
// so that nothing that goes wrong can take the voter away from her choices.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { castBallot } from "../../commands/cast-ballot.server.ts";
import { answerCast, answerPulse } from "../ballots.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerPulse(await openDoor(args), args.params["electionId"] ?? "");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  // Source: CM/Rec(2017)5 no. 8: casting asks for a fresh proof of who votes; the booth keeps the choices meanwhile.
  const context = await openDoor(args, { steppedUp: "to-cast" });
  const electionId = args.params["electionId"] ?? "";
  // Why without the keys: behind this door the account alone says who votes.
  return answerCast({ context, request: args.request, electionId, who: context.actor.accountId }, (ballot) =>
    castBallot(context, { ...ballot, accessKey: undefined, secondKey: undefined }),
  );
}
