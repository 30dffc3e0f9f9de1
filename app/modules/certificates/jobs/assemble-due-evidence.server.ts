// Puts the evidence together as soon as a sum was opened, so that the interim result can be checked from its first minute.
import { collectCosignatures, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { listElections } from "#app/modules/elections/index.server.ts";
import { assembleEvidence } from "../commands/assemble-evidence.server.ts";

/** Answers the elections whose first evidence was made now. */
export async function assembleDueEvidence(ground: Ground): Promise<string[]> {
  const context = withActor(ground, { kind: "system", name: "certificates" });
  const elections = await listElections(context);
  const known = await context.database.certificate.findMany({ select: { electionId: true } });
  const due = elections.filter(({ id, phase }) => phase === "result" && !known.some((row) => row.electionId === id));
  const made: string[] = [];
  // Why now: the checkpoint must cover the result before it goes into the evidence.
  const signed = due.length === 0 ? undefined : await signCheckpoint(ground);
  if (signed?.ok === false) throw new Error(`the log cannot be signed: ${signed.error.code}`);
  // Why before: the cosignatures that stand in the evidence are those that have come in.
  if (due.length > 0) await collectCosignatures(ground);
  for (const { id } of due) {
    const assembled = await assembleEvidence(context, { electionId: id });
    if (assembled.ok) made.push(id);
  }
  return made;
}
