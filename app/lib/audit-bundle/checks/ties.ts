// Check ties: a lot by a public value gives the published order again, one draw was announced for each tie, before its value existed; what
// was drawn by hand or decided by another election is named as that. Source: CM/Rec(2017)5 nos. 17 and 30; decision record on draws.
import { drawOrder, isDrawForm, isOfForm } from "../../seat-count/index.ts";
import type { DrawDocument, TieDocument } from "../decision-documents.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import { demand } from "../report.ts";
import { drawOfTie, sameCandidates } from "../tie-draws.ts";

/** Between the announcement and the value: long enough for a signed checkpoint, and for everybody to read it. */
export const leastNoticeMs = 60 * 60_000;

export function checkTies(documents: ReadDocuments, { lastEvent }: ArchiveParts): string {
  const { ties, draws } = documents["decisions.json"];
  for (const [index, draw] of draws.entries()) {
    demandAnnounced(documents, draw, lastEvent);
    demandOnlyDraw(draw, draws.slice(index + 1));
  }
  for (const tie of ties) demandDay(documents, tie);
  const told = ties.map((tie) => tellTie(documents, tie));
  const waiting = draws.filter((draw) => !ties.some((tie) => sameCandidates(tie.order, draw.candidates)));
  told.push(...waiting.map(({ source, availableAt }) => `announced and not drawn: ${source}, ${availableAt}`));
  return told.length === 0 ? "no tie had to be decided" : told.join("; ");
}

function demandAnnounced({ "election.json": election }: ReadDocuments, draw: DrawDocument, lastEvent: string): void {
  const { source, form, result, announcedAt, availableAt, proposedBy, approvedBy } = draw;
  demand(result === lastEvent, "DRAW_OF_ANOTHER_RESULT", `${source}: announced for the result ${result}`);
  demand(isDrawForm(form), "DRAW_FORM_UNKNOWN", `${source}: ${form.length} ${form.kind}`);
  const isAfterResult = election.resultAt <= announcedAt;
  demand(isAfterResult, "DRAW_OUT_OF_TIME", `${source} was announced before the result`);
  const notice = Date.parse(availableAt) - Date.parse(announcedAt);
  demand(notice >= leastNoticeMs, "DRAW_OUT_OF_TIME", `${source}: announced ${announcedAt}, the value ${availableAt}`);
  demand(proposedBy !== approvedBy, "DRAW_ANNOUNCED_BY_ONE", `${source} was announced by one person`);
}

/** Another draw for the same people is honest only while nobody can know the value of the first. */
function demandOnlyDraw(draw: DrawDocument, later: readonly DrawDocument[]): void {
  const again = later.find((one) => one.contest === draw.contest && sameCandidates(one.candidates, draw.candidates));
  const isHonest = again === undefined || again.announcedAt < draw.availableAt;
  demand(isHonest, "DRAW_ANNOUNCED_AGAIN", `${again?.source ?? ""}: the value of ${draw.source} was known by then`);
}

function demandDay(documents: ReadDocuments, { decidedOn }: TieDocument): void {
  const { closedAt } = documents["election.json"];
  const proclaimedAt = documents["proclamation.json"]?.proclaimedAt;
  const isAfterClose = closedAt.slice(0, 10) <= decidedOn;
  const isBeforeEnd = proclaimedAt === undefined || decidedOn <= proclaimedAt.slice(0, 10);
  demand(isAfterClose && isBeforeEnd, "TIE_OUT_OF_TIME", `a tie was decided on ${decidedOn}`);
}

function tellTie(documents: ReadDocuments, tie: TieDocument): string {
  const standing = documents["candidates.json"].candidates.filter(({ contest }) => contest === tie.contest);
  const names = tie.order.map((place) => standing.find(({ position }) => position === place)?.name ?? String(place));
  const order = names.join(" > ");
  if (tie.method === "runoff") {
    const { runoff } = tie;
    demand(runoff !== null && tie.value === null, "RUNOFF_NOT_NAMED", "no election is named that decided the tie");
    return `${order}: by the election ${runoff.electionId} (fingerprint ${runoff.fingerprint}, result ${runoff.result})`;
  }
  demand(tie.runoff === null, "RUNOFF_NOT_NAMED", "a lot names an election");
  const draw = drawOfTie(tie, documents["decisions.json"].draws);
  if (tie.value === null) {
    const unused = draw === undefined ? "" : `, although a draw by ${draw.source} was announced`;
    return `${order}: drawn by hand before witnesses, NOT REPEATABLE${unused}`;
  }
  demand(draw !== undefined, "DRAW_NOT_ANNOUNCED", `${order}: nobody announced the draw`);
  demand(isOfForm(tie.value, draw.form), "DRAW_VALUE_MALFORMED", `${tie.value}: not as it was announced`);
  const own = drawOrder({ ...draw, value: tie.value }, draw.candidates);
  demand(own.join() === tie.order.join(), "DRAW_DIFFERS", `${tie.value} gives the order ${own.join(", ")}`);
  const isOnDay = tie.decidedOn === draw.availableAt.slice(0, 10);
  demand(isOnDay, "TIE_OUT_OF_TIME", `decided on ${tie.decidedOn}, the value is of ${draw.availableAt}`);
  return `${order}: drawn again from ${draw.source} (${draw.availableAt}), value ${tie.value}: compare it with the source`;
}
