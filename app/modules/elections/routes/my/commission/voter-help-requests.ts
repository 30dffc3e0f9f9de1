// Receives what a commission member asks for a voter: a vote by hand proposed, or a lost code sent again. And tells the open page which
// votes by hand are allowed by now.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { refuse } from "#app/lib/result/index.ts";
import { proposeAssistedVote } from "../../../commands/assisted-vote.server.ts";
import { sendCodeAgain } from "../../../commands/send-code-again.server.ts";
import { listCodeRecipients } from "../../../queries/commission.server.ts";
import { listAssistedVotes } from "../../../queries/voter-help.server.ts";
import { answer, readJson } from "../../ballots.server.ts";

const input = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("propose"), handle: z.string().max(100), reason: z.string().max(4000) }),
  z.strictObject({
    act: z.literal("send-code"),
    rollEntryId: z.string().max(100),
    sealedVotingCode: z.string().max(20_000),
    requestId: z.string().min(8).max(100),
  }),
]);

/** Why without a fresh proof: the page that asks was opened with one, and it must not lose the opened list to the door. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission"] });
  return answer(await listAssistedVotes(context, args.params["electionId"] ?? ""), 200);
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const read = input.safeParse(await readJson(args.request));
  if (!read.success) return answer(null, 400);
  const electionId = args.params["electionId"] ?? "";
  const asked = read.data;
  if (asked.act === "propose") return answer(await propose(context, electionId, asked), 200);
  return answer(await sendCodeAgain(context, { electionId, ...asked }), 200);
}

async function propose(
  context: PersonContext,
  electionId: string,
  { handle: typed, reason }: { readonly handle: string; readonly reason: string },
) {
  const recipients = await listCodeRecipients(context, electionId);
  const found = recipients.find(({ organizationHandle }) => organizationHandle === typed.trim().toUpperCase());
  if (found === undefined) return refuse("NOT_ON_ROLL");
  return proposeAssistedVote(context, { rollEntryId: found.rollEntryId, reason });
}
