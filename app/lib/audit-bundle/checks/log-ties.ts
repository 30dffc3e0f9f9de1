// Part of check log-later: every announced draw and every decided tie stands in the log as it stands here, and none besides; the announcement
// of a draw before its value existed, and the value after it.
import type { DrawDocument, TieDocument } from "../decision-documents.ts";
import type { LaterLogDocument, LogEntryDocument } from "../documents.ts";
import type { ReadDocuments } from "../read-bundle.ts";
import { documentBytes, hashOf } from "../manifest.ts";
import { demand } from "../report.ts";
import { drawOfTie } from "../tie-draws.ts";
import { detailsOf, entriesOfAct, isOf } from "./log-tree.ts";

/** Of what the log says of an announcement. */
function announcementHash({ proposedBy: _proposedBy, approvedBy: _approvedBy, ...announced }: DrawDocument): string {
  return hashOf(documentBytes(announced));
}

function decisionHash({ enteredBy: _enteredBy, approvedBy: _approvedBy, ...decided }: TieDocument): string {
  return hashOf(documentBytes(decided));
}

function detailsHash(entry: LogEntryDocument): string {
  return hashOf(documentBytes(detailsOf(entry)));
}

export function demandDraws(documents: ReadDocuments, { entries }: LaterLogDocument): void {
  const { draws } = documents["decisions.json"];
  const said = actsOf(documents, entries, "certificates:draw-announced");
  demand(said.length === draws.length, "LOG_SAYS_OTHERWISE", `the log has ${said.length} draws, here ${draws.length}`);
  const found = new Set(draws.map((draw) => announcementOf(said, draw).content.sequence));
  demand(found.size === said.length, "LOG_SAYS_OTHERWISE", "the log announces a draw that is not here");
}

function announcementOf(said: readonly LogEntryDocument[], draw: DrawDocument): LogEntryDocument {
  const entry = said.find((each) => detailsHash(each) === announcementHash(draw));
  demand(entry !== undefined, "LOG_ENTRY_MISSING", `the log does not announce ${draw.source} as it stands here`);
  demand(isOf(entry, draw.approvedBy), "LOG_SAYS_OTHERWISE", `${draw.source} was announced by somebody else`);
  const isInTime = entry.content.at < draw.availableAt;
  demand(isInTime, "DRAW_OUT_OF_TIME", `the log announces ${draw.source} at ${entry.content.at}`);
  return entry;
}

export function demandTies(documents: ReadDocuments, { entries }: LaterLogDocument): void {
  const { ties, draws } = documents["decisions.json"];
  const said = actsOf(documents, entries, "certificates:tie-decided");
  demand(said.length === ties.length, "LOG_SAYS_OTHERWISE", `the log has ${said.length} ties, here ${ties.length}`);
  const announced = actsOf(documents, entries, "certificates:draw-announced");
  for (const tie of ties) {
    const entry = said.find((each) => detailsHash(each) === decisionHash(tie));
    demand(entry !== undefined, "LOG_SAYS_OTHERWISE", `the log decides no tie as on ${tie.decidedOn}`);
    demand(isOf(entry, tie.approvedBy), "LOG_SAYS_OTHERWISE", `the tie of ${tie.decidedOn} was decided by another`);
    const draw = tie.value === null ? undefined : drawOfTie(tie, draws);
    if (draw !== undefined) demandAfter(entry, announcementOf(announced, draw), draw);
  }
}

function demandAfter({ content }: LogEntryDocument, announcement: LogEntryDocument, draw: DrawDocument): void {
  const isAfter = announcement.content.sequence < content.sequence && draw.availableAt <= content.at;
  demand(
    isAfter,
    "DRAW_OUT_OF_TIME",
    `the value of ${draw.source} stands in the log before it was announced or existed`,
  );
}

function actsOf(documents: ReadDocuments, entries: readonly LogEntryDocument[], action: string): LogEntryDocument[] {
  return entriesOfAct(entries, { action, electionId: documents["election.json"].id });
}
