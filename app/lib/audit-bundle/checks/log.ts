// Checks log-checkpoint and log-entries: the log signed a tree, the witnesses cosigned it, and the entries that fixed the roll, the box,
// what was left out, and the result are leaves of it that say the same as the documents.
import { canonicalJson } from "../../canonical-json/index.ts";
import type { KnownToAuditor } from "../known-to-auditor.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import { documentBytes, hashOf } from "../manifest.ts";
import { demand } from "../report.ts";
import { seatGroundFault } from "../seat-ground.ts";
import { demandCosigned, demandIncluded, detailsOf, entriesOfAct, openCheckpoint } from "./log-tree.ts";

/** Why a failure and not a gap: no evidence is put together before the log has signed the result. */
function demandCheckpoint(documents: ReadDocuments): void {
  demand(documents["log.json"].checkpoint !== "", "LOG_CHECKPOINT_MISSING", "the bundle has no signed checkpoint");
}

export function checkLogCheckpoint(documents: ReadDocuments, { logKey }: KnownToAuditor): string {
  const log = documents["log.json"];
  demandCheckpoint(documents);
  const { origin, size } = openCheckpoint(log.checkpoint, logKey ?? log.key);
  demandCosigned(log.checkpoint, log.witnesses);
  return `${origin} signed a log of ${size} entries, ${log.witnesses.length} witnesses cosigned`;
}

export function checkLogEntries(
  documents: ReadDocuments,
  archive: ArchiveParts | undefined,
  { logKey }: KnownToAuditor,
): string {
  const log = documents["log.json"];
  demandCheckpoint(documents);
  demandIncluded(log.entries, openCheckpoint(log.checkpoint, logKey ?? log.key));
  requireNotCancelled(documents);
  const { changes } = documents["roll-changes.json"];
  requireEntry(documents, "elections:roll-frozen", "rollRoot", changes[0]?.rootBefore ?? documents["roll.json"].root);
  requireSeatGround(documents);
  if (archive !== undefined) {
    requireEntry(documents, "elections:box-sealed", "lastEventHash", archive.firstEvent);
    requireEntry(documents, "elections:box-sealed", "rollRoot", documents["roll.json"].root);
    requireEntry(documents, "elections:box-sealed", "rollSignaturesNeeded", documents["roll-signatures.json"].needed);
    requireEntry(documents, "elections:closed", "lastEventHash", archive.endOfBox);
    requireCountOf(documents, archive.leftOut);
    requireEntry(documents, "elections:result-published", "lastEventHash", archive.lastEvent);
  }
  return `roll, box, count and result stand in the log as they stand here; ${softwareSince(documents)}`;
}

/** What two people called off has no result, whatever somebody opened and put together afterwards (decision 0021). */
function requireNotCancelled(documents: ReadDocuments): void {
  const electionId = documents["election.json"].id;
  const found = entriesOfAct(documents["log.json"].entries, { action: "elections:cancelled", electionId });
  demand(found.length === 0, "ELECTION_CANCELLED", "the election was called off: it has no result");
}

/** The log has this act about this election, once, and it says the same. */
function requireEntry(documents: ReadDocuments, action: string, member: string, expected: string | number): void {
  const electionId = documents["election.json"].id;
  const found = entriesOfAct(documents["log.json"].entries, { action, electionId });
  const [entry] = found;
  demand(found.length === 1 && entry !== undefined, "LOG_ENTRY_MISSING", `the log has ${action} ${found.length} times`);
  const said = detailsOf(entry)[member];
  demand(said === expected, "LOG_SAYS_OTHERWISE", `${action}: ${String(said)}`);
}

/** Seats, rules, who stays and of whom the caps speak are those that two people sealed; who withdrew since stands in the log. */
function requireSeatGround(documents: ReadDocuments): void {
  const { id, contests } = documents["election.json"];
  const acts = documents["log.json"].entries.map(({ content }) => content).filter(({ subjectId }) => subjectId === id);
  const fault = seatGroundFault({ contests, candidates: documents["candidates.json"].candidates }, acts);
  demand(fault === undefined, "SEATS_DIFFER_FROM_SEALED", fault ?? "");
}

/** Whether the program that put this together is the one that sealed the box: told and no failure, for a change may be decided. */
function softwareSince(documents: ReadDocuments): string {
  const electionId = documents["election.json"].id;
  const sealed = entriesOfAct(documents["log.json"].entries, { action: "elections:box-sealed", electionId })[0];
  const before = sealed === undefined ? undefined : detailsOf(sealed)["software"];
  const now = hashOf(documentBytes(documents["software.json"]));
  return before === now ? `software ${now} since the sealing` : `software ${now}, at the sealing ${String(before)}`;
}

/** The last count that was begun leaves out exactly what the count does not have; without one, nothing is left out. */
function requireCountOf(documents: ReadDocuments, leftOut: readonly string[]): void {
  const electionId = documents["election.json"].id;
  const last = entriesOfAct(documents["log.json"].entries, { action: "elections:count-begun", electionId }).at(-1);
  const said = last === undefined ? [] : (detailsOf(last)["leftOut"] as readonly string[]);
  const isSame = canonicalJson([...said].sort()) === canonicalJson([...leftOut].sort());
  demand(isSame, "LOG_SAYS_OTHERWISE", `elections:count-begun: ${said.length} left out, here ${leftOut.length}`);
}
