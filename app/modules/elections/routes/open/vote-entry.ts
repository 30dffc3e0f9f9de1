// Tells the open booth whose a voting code is, for the key that was made from it. It says nothing to whoever only guesses.
// Source: ASVS 5.0 §6.3.1 (guessing is slowed down).
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt, takeBackAttempt } from "#app/platform/rate-limits.server.ts";
import { findEntryOfCode } from "../../queries/voter-help.server.ts";
import { answer, counterKey, readJson } from "../ballots.server.ts";

/** A code has 22 characters: nobody guesses one. What is slowed down is the work that guessing makes. */
const keysFromAddress: Allowance = {
  name: "voting-code-key",
  free: 30,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * 60,
  memorySeconds: 60 * 60,
};

const input = z.object({ accessKey: z.string().regex(/^[0-9a-f]{64}$/) });

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const read = input.safeParse(await readJson(args.request));
  if (!read.success) return answer({ entry: null }, 400);
  const counter = counterKey(context, args.context.clientAddress);
  const admission = await admitAttempt(context, keysFromAddress, counter);
  if (!admission.isAdmitted) return answer({ entry: null }, 429);
  const entry = await findEntryOfCode(context, { electionId: args.params["electionId"] ?? "", ...read.data });
  if (entry === undefined) return answer({ entry: null }, 404);
  await takeBackAttempt(context, keysFromAddress, counter);
  return answer({ entry }, 200);
}
