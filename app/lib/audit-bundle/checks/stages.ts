// Check stages: the roll, the box, the close, the result, the claims, the signatures and the proclamation came in this order.
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import { demand } from "../report.ts";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function requireOrder(steps: readonly (readonly [name: string, at: string])[]): void {
  for (const [index, [name, at]] of steps.entries()) {
    demand(instant.test(at), "STAGE_TIME_MALFORMED", `${name}: ${at}`);
    const before = steps[index - 1];
    demand(before === undefined || before[1] <= at, "STAGES_OUT_OF_ORDER", `${name} before ${before?.[0] ?? ""}`);
  }
}

export function checkStages(documents: ReadDocuments, archive: ArchiveParts): string {
  const election = documents["election.json"];
  const proclamation = documents["proclamation.json"];
  requireOrder([
    ["roll frozen", election.rollFrozenAt],
    ["box sealed", election.sealedAt],
    ["voting closes", election.closesAt],
    ["box closed", election.closedAt],
    ["result", election.resultAt],
  ]);
  demand(election.opensAt < election.closesAt, "STAGES_OUT_OF_ORDER", "the voting closes before it opens");
  const sealed = String(Math.floor(Date.parse(election.sealedAt) / 1000));
  demand(
    sealed === archive.timestamp,
    "STAGES_OUT_OF_ORDER",
    "the archive was begun at another time than it was sealed",
  );
  if (proclamation === undefined) return "in order, up to the interim result";
  requireOrder([
    ["result", election.resultAt],
    ["proclamation", proclamation.proclaimedAt],
  ]);
  for (const { kind, opensAt, closesAt } of election.calendar) {
    if (kind !== "result-claims" && kind !== "claim-decisions") continue;
    const isOver = (closesAt ?? opensAt) <= proclamation.proclaimedAt || kind === "claim-decisions";
    demand(isOver, "CLAIMS_WINDOW_SKIPPED", "it was proclaimed before the time for claims was over");
  }
  for (const { number, decidedAt } of documents["decisions.json"].claims)
    demand(
      (decidedAt ?? "") <= proclamation.proclaimedAt,
      "STAGES_OUT_OF_ORDER",
      `claim ${number} was decided after the proclamation`,
    );
  for (const { name, signedAt } of documents["conformity.json"].statements)
    requireOrder([
      ["result", election.resultAt],
      [`the word of ${name}`, signedAt],
      ["proclamation", proclamation.proclaimedAt],
    ]);
  for (const { name, recordedAt } of documents["conformity.json"].absences)
    requireOrder([
      ["result", election.resultAt],
      [`the absence of ${name}`, recordedAt],
      ["proclamation", proclamation.proclaimedAt],
    ]);
  return "in order, up to the proclamation";
}
