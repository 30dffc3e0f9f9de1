// Check left-out: what was counted is the whole box without exactly the ballots that two people left out by a published decision.
// Source: CM/Rec(2017)5 nos. 41 and 49.
import { compareCountWithBox, listArchivedBallots } from "../../ballot-protocol/index.ts";
import type { VerificationReport } from "../../ballot-protocol/index.ts";
import type { DisputeDocument } from "../decision-documents.ts";
import { archivePath, boxPath } from "../documents.ts";
import type { BundleFiles, ReadDocuments } from "../read-bundle.ts";
import { CheckFault, demand } from "../report.ts";

/** `box` is what the verification of the whole box found; undefined where the bundle has one archive. */
export function checkLeftOut(
  files: BundleFiles,
  documents: ReadDocuments,
  box: VerificationReport | undefined,
): string {
  const { disputes } = documents["decisions.json"];
  for (const dispute of disputes) demandDecided(dispute);
  const excluded = disputes.filter(({ state }) => state === "excluded");
  const hasBallots = excluded.some(({ tracker, credential }) => Boolean(tracker) || Boolean(credential));
  if (box === undefined) {
    demand(!hasBallots, "BOX_MISSING", "ballots are left out, and the whole box is not here to compare with");
    return disputes.length === 0 ? "nothing was disputed" : "everything that was disputed and is in the box counts";
  }
  demand(
    hasBallots,
    "LEFT_OUT_WITHOUT_DECISION",
    "the count is another archive than the box, and no decision says why",
  );
  demand(box.verdict === "valid" && box.stage === "closed", "BOX_INVALID", "the whole box does not verify as closed");
  const whole = files.get(boxPath) ?? new Uint8Array();
  const ballots = listArchivedBallots(whole) ?? [];
  const leftOut = excluded.flatMap((dispute) => trackersOf(dispute, ballots));
  const compared = compareCountWithBox({ box: whole, count: files.get(archivePath) ?? new Uint8Array(), leftOut });
  if (!compared.ok) {
    const where = Object.entries(compared.error.details ?? {}).map(([name, value]) => `${name} ${value}`);
    throw new CheckFault(compared.error.code, `the count is not the box without what was decided: ${where.join(", ")}`);
  }
  const { counted, box: all } = compared.value;
  return `${all} ballots in the box, ${all - counted} left out by ${excluded.length} decisions, ${counted} counted`;
}

function demandDecided({ state, label, reasons, decidedBy, kind, credential }: DisputeDocument): void {
  demand(state !== "open", "DISPUTE_UNDECIDED", `${label} was counted undecided`);
  demand(reasons !== "", "DISPUTE_WITHOUT_REASONS", `${label} was decided without reasons`);
  demand(new Set(decidedBy).size >= 2, "DISPUTE_DECIDED_BY_ONE", `${label} was not decided by two people`);
  const isShown = state === "kept" || kind === "ballot" || credential !== null;
  demand(isShown, "CREDENTIAL_NOT_SHOWN", `${label} is left out, and nobody showed its credential`);
}

/** A disputed ballot, or every ballot of a disputed mandate. */
function trackersOf(
  { label, tracker, credential }: DisputeDocument,
  ballots: readonly { readonly tracker: string; readonly credential: string }[],
): string[] {
  if (tracker !== null) return [tracker];
  if (credential === null || credential === "") return [];
  const own = ballots.filter((ballot) => ballot.credential === credential).map((ballot) => ballot.tracker);
  demand(own.length > 0, "LEFT_OUT_NOT_IN_BOX", `no ballot in the box has the credential of ${label}`);
  return own;
}
