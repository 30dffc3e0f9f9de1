// What a bundle says of the log: the acts of an election whose every word is public, under a signed checkpoint; those up to the result
// with the evidence, those from there to the proclamation under a later checkpoint that continues it.
import type { LaterLogDocument, LogDocument } from "#app/lib/audit-bundle/index.ts";
import { readCheckpoint, textOfNote } from "#app/lib/signed-note/index.ts";
import type { EntriesToOpen, OpenedEntries } from "#app/modules/audit-log/index.server.ts";
import { findLogKey, listWitnesses, openEntries } from "#app/modules/audit-log/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** The acts that fix the roll, the box, who of the ballot withdrew, what was left out, and the result. */
const actsUpToResult = [
  "elections:roll-frozen",
  "elections:roll-signed",
  "elections:box-sealed",
  "elections:candidate-withdrawn",
  "elections:cancelled",
  "elections:closed",
  "elections:count-begun",
  "elections:result-published",
];

const actsUpToProclamation = [
  "certificates:draw-announced",
  "certificates:tie-decided",
  "certificates:conformity-signed",
  "certificates:dissent-signed",
  "certificates:absence-recorded",
  "approvals:proposed",
  "approvals:approved",
  "certificates:proclaimed",
];

/** The log of the evidence; without a checkpoint where nothing was ever signed. */
export async function logDocument(context: ReadingContext, electionId: string): Promise<LogDocument> {
  const opened = await openEntries(context, { subjectId: electionId, actions: actsUpToResult });
  const key = await findLogKey(context);
  if (opened === undefined || key === undefined)
    return { format: "plenaria-log/1", key: "", checkpoint: "", witnesses: [], entries: [] };
  return { format: "plenaria-log/1", key, ...(await signedPart(context, opened)) };
}

/** Undefined until a checkpoint covers the proclamation. `note` is the checkpoint of the evidence. */
export async function laterLogDocument(
  context: ReadingContext,
  { electionId, evidence, note }: { readonly electionId: string; readonly evidence: string; readonly note: string },
): Promise<LaterLogDocument | undefined> {
  const before = readCheckpoint(textOfNote(note) ?? "");
  if (before === undefined) return undefined;
  const opened = await openEntries(context, {
    subjectId: electionId,
    actions: actsUpToProclamation,
    isPublic: (entry) => isOfProclamation(entry, evidence),
    knownSize: before.size,
  });
  const isCovered = opened?.entries.some(({ content }) => content.action === "certificates:proclaimed") === true;
  if (opened === undefined || !isCovered) return undefined;
  const signed = await signedPart(context, opened);
  return { format: "plenaria-later-log/1", consistency: opened.consistency, ...signed };
}

/** Privacy: other proposals about the election may name people and reasons that nobody published. */
function isOfProclamation(
  { action, details }: Parameters<NonNullable<EntriesToOpen["isPublic"]>>[0],
  evidence: string,
): boolean {
  const said = details as Readonly<Record<string, unknown>>;
  if (action.startsWith("approvals:")) return said["kind"] === "certificates:proclaim";
  const isOfTie = action === "certificates:tie-decided" || action === "certificates:draw-announced";
  return isOfTie || said["evidence"] === evidence;
}

async function signedPart(context: ReadingContext, { checkpoint, witnesses, entries }: OpenedEntries) {
  const known = await listWitnesses(context);
  return {
    checkpoint,
    witnesses: known.filter(({ name }) => witnesses.includes(name)).map((witness) => witness.verificationKey),
    entries: entries.map(({ content, ...entry }) => ({ ...entry, content: { ...content } })),
  };
}
