// What the acta says of ties: the order, how it came out, and whether anybody can repeat it; then each draw that was only announced.
import type { DrawDocument, ReadDocuments, TieDocument } from "#app/lib/audit-bundle/index.ts";
import { drawOfTie } from "#app/lib/audit-bundle/index.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { ActaWords } from "./words.ts";

export function tieLines(documents: ReadDocuments, words: ActaWords, language: Language): string[] {
  const { ties, draws } = documents["decisions.json"];
  const { moment } = formatsIn(language);
  const drawText = ({ source, availableAt }: DrawDocument) => `${source} (${moment(new Date(availableAt))})`;
  const used = new Set<DrawDocument>();
  const lines = ties.map((tie) => {
    const draw = tie.value === null ? undefined : drawOfTie(tie, draws);
    if (draw !== undefined) used.add(draw);
    const how =
      draw === undefined ? howOf(tie, words) : `${words.lotByValue}: ${drawText(draw)}, ${words.value} ${tie.value}`;
    return `${namesOf(documents, tie)}. ${how}. ${tie.decidedOn}: ${tie.account} (${tie.enteredBy}, ${tie.approvedBy})`;
  });
  const announced = draws
    .filter((draw) => !used.has(draw))
    .map((draw) => `${words.drawAnnounced}: ${drawText(draw)} (${draw.proposedBy}, ${draw.approvedBy})`);
  return [...lines, ...announced];
}

function howOf({ method, runoff }: TieDocument, words: ActaWords): string {
  return method === "runoff" ? `${words.runoff}: ${runoff?.electionId ?? ""}` : words.lot;
}

function namesOf(documents: ReadDocuments, { contest, order }: TieDocument): string {
  const standing = documents["candidates.json"].candidates.filter((one) => one.contest === contest);
  return order.map((place) => standing.find(({ position }) => position === place)?.name ?? String(place)).join(" > ");
}
