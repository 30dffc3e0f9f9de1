// Tells the open booth whose a voting code is, for the keys that were made from it and from the second code. It says nothing to
// whoever only guesses, and nothing of the entry to whoever has one of the two.
// Source: ASVS 5.0 §6.3.1 (guessing is slowed down).
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt, takeBackAttempt } from "#app/platform/rate-limits.server.ts";
import { findEntryOfCode } from "../../queries/voter-help.server.ts";
import { answer, counterKey, keyInput, readJson } from "../ballots.server.ts";

/** A code has 22 characters: nobody guesses one. What is slowed down is the work that guessing makes. */
const keysFromAddress: Allowance = {
  name: "voting-code-key",
  free: 30,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * 60,
  memorySeconds: 60 * 60,
};

const input = z.strictObject({ accessKey: keyInput, secondKey: keyInput.optional() });

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const read = input.safeParse(await readJson(args.request));
  if (!read.success) return answer({ entry: null }, 400);
  const counter = counterKey(context, args.context.clientAddress);
  const admission = await admitAttempt(context, keysFromAddress, counter);
  if (!admission.isAdmitted) return answer({ entry: null }, 429);
  const found = await findEntryOfCode(context, { electionId: args.params["electionId"] ?? "", ...read.data });
  if (!found.ok)
    return answer({ entry: null, code: found.error.code }, found.error.code === "CODE_OF_NOBODY" ? 404 : 403);
  await takeBackAttempt(context, keysFromAddress, counter);
  return answer({ entry: found.value }, 200);
}
