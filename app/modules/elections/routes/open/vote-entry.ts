// Tells the open booth whose a voting code is, for the keys that were made from it and from the second code. It says nothing to
// whoever only guesses, and nothing of the entry to whoever has one of the two.
// Source: ASVS 5.0 §6.3.1 (guessing is slowed down).
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { findEntryOfCode } from "../../queries/voter-help.server.ts";
import { answer, keyInput, readJson } from "../ballots.server.ts";
import { admitWrongKeys } from "../link-door.server.ts";

const input = z.strictObject({ accessKey: keyInput, secondKey: keyInput.optional() });

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const read = input.safeParse(await readJson(args.request));
  if (!read.success) return answer({ entry: null }, 400);
  const found = await findEntryOfCode(context, { electionId: args.params["electionId"] ?? "", ...read.data });
  if (found.ok) return answer({ entry: found.value }, 200);
  const admission = await admitWrongKeys(context, args.context.clientAddress);
  if (!admission.isAdmitted) return answer({ entry: null }, 429);
  const { code } = found.error;
  return answer({ entry: null, code }, code === "CODE_OF_NOBODY" ? 404 : 403);
}
