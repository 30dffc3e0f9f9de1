// Check log-later: what came after the evidence stands in the log too, under a later checkpoint that continues the one of the evidence:
// the decisions of ties, each commissioner's signature, and the proclamation as one person proposed it and another approved it.
import { canonicalJson } from "../../canonical-json/index.ts";
import { bytesOfHex, verifyConsistency } from "../../merkle-tree/index.ts";
import type { LaterLogDocument, LogEntryDocument } from "../documents.ts";
import type { KnownToAuditor } from "../known-to-auditor.ts";
import { hashOf } from "../manifest.ts";
import type { ReadDocuments } from "../read-bundle.ts";
import type { LeftOut, Unanchored } from "../report.ts";
import { demand } from "../report.ts";
import { demandCosigned, demandIncluded, detailsOf, entriesOfAct, isOf, openCheckpoint } from "./log-tree.ts";
import { demandDraws, demandTies } from "./log-ties.ts";

const texts = new TextEncoder();

export function checkLaterLog(documents: ReadDocuments, { logKey }: KnownToAuditor): string | LeftOut | Unanchored {
  const later = documents["later-log.json"];
  const isOfficial = documents["proclamation.json"] !== undefined;
  if (later === undefined) {
    if (!isOfficial) return { leftOut: "this is the interim result" };
    return { unanchored: "no signed checkpoint covers the proclamation: ask for the bundle again in some minutes" };
  }
  demand(isOfficial, "LOG_SAYS_OTHERWISE", "there is a log of a proclamation, and no proclamation");
  const { key, checkpoint } = documents["log.json"];
  const now = openCheckpoint(later.checkpoint, logKey ?? key);
  demandContinued(openCheckpoint(checkpoint, logKey ?? key), now, later);
  demandCosigned(later.checkpoint, later.witnesses);
  demandIncluded(later.entries, now);
  demandDraws(documents, later);
  demandTies(documents, later);
  demandWords(documents, later);
  demandAbsences(documents, later);
  demandProclaimedByTwo(documents, later);
  return `${later.entries.length} acts up to the proclamation stand in the log of ${now.size} entries`;
}

type Tree = ReturnType<typeof openCheckpoint>;

function demandContinued(before: Tree, now: Tree, { consistency }: LaterLogDocument): void {
  const isContinued =
    before.origin === now.origin &&
    verifyConsistency({
      firstSize: before.size,
      firstRoot: before.root,
      secondSize: now.size,
      secondRoot: now.root,
      proof: consistency.map(bytesOfHex),
    });
  demand(isContinued, "LOG_NOT_CONTINUED", "the later checkpoint does not continue the one of the evidence");
}

/** Each word about this evidence stands in the log as it was given, once, and the log shows none that is missing here. */
function demandWords(documents: ReadDocuments, { entries }: LaterLogDocument): void {
  const electionId = documents["election.json"].id;
  const { evidence } = documents["manifest.json"];
  const said = (["conform", "dissent"] as const).flatMap((answer) => {
    const action = answer === "conform" ? "certificates:conformity-signed" : "certificates:dissent-signed";
    return entriesOfAct(entries, { action, electionId })
      .filter((entry) => detailsOf(entry)["evidence"] === evidence)
      .map((entry) => ({ answer, entry }));
  });
  const { statements } = documents["conformity.json"];
  for (const { name, answer, reasons, signature } of statements) {
    const found = said.filter(
      (one) => one.answer === answer && detailsOf(one.entry)["signature"] === hashOf(texts.encode(signature)),
    );
    const [own] = found;
    demand(
      found.length === 1 && own !== undefined,
      "LOG_ENTRY_MISSING",
      `the log has the word of ${name} ${found.length} times`,
    );
    const isSame = isOf(own.entry, name) && detailsOf(own.entry)["reasons"] === reasons;
    demand(isSame, "LOG_SAYS_OTHERWISE", `the log has other words of ${name}`);
  }
  demand(said.length === statements.length, "LOG_SAYS_OTHERWISE", "the log has a word that is not among the signed");
}

/** Each absence stands in the log as it stands here, and none besides. */
function demandAbsences(documents: ReadDocuments, { entries }: LaterLogDocument): void {
  const electionId = documents["election.json"].id;
  const { evidence } = documents["manifest.json"];
  const { absences } = documents["conformity.json"];
  const said = entriesOfAct(entries, { action: "certificates:absence-recorded", electionId }).filter(
    (entry) => detailsOf(entry)["evidence"] === evidence,
  );
  demand(said.length === absences.length, "LOG_SAYS_OTHERWISE", `the log has ${said.length} absences`);
  for (const { approvedBy, ...absence } of absences) {
    const text = canonicalJson({ evidence, ...absence });
    const own = said.find((entry) => canonicalJson(entry.content.details) === text && isOf(entry, approvedBy));
    demand(own !== undefined, "LOG_ENTRY_MISSING", `the log does not say this absence of ${absence.name}`);
  }
}

/** Proposed by one and approved by another, both naming this evidence and these words; and then it was done, by who approved. */
function demandProclaimedByTwo(documents: ReadDocuments, { entries }: LaterLogDocument): void {
  const proclamation = documents["proclamation.json"];
  if (proclamation === undefined) return;
  const { electionId, evidence, conformity, proposedBy, approvedBy, proclaimedAt } = proclamation;
  const acts = (action: string) => entriesOfAct(entries, { action, electionId });
  const ofKind = (entry: LogEntryDocument) => detailsOf(entry)["kind"] === "certificates:proclaim";
  const approvals = acts("approvals:approved").filter(ofKind);
  const done = acts("certificates:proclaimed");
  const [approved, proclaimed] = [approvals[0], done[0]];
  const isOnce = approvals.length === 1 && done.length === 1;
  const times = `approved ${approvals.length} times, proclaimed ${done.length} times`;
  demand(isOnce && approved !== undefined && proclaimed !== undefined, "LOG_ENTRY_MISSING", times);
  const shown = canonicalJson(approved.content.changes);
  const proposed = acts("approvals:proposed").find(
    (entry) =>
      ofKind(entry) &&
      entry.content.sequence < approved.content.sequence &&
      canonicalJson(entry.content.changes) === shown &&
      isOf(entry, proposedBy),
  );
  demand(proposed !== undefined, "LOG_ENTRY_MISSING", `the log has no proposal of ${proposedBy} that was approved`);
  const isByTwo = proposed.content.actorId !== approved.content.actorId && isOf(approved, approvedBy);
  demand(isByTwo, "PROCLAIMED_BY_ONE", "the log does not have it proposed by one and approved by another");
  const names = (field: string) => changeOf(approved, field);
  const isThis = names("evidence") === evidence && names("conformity") === conformity;
  demand(isThis, "LOG_SAYS_OTHERWISE", "what was approved names other evidence or other words");
  const { content } = proclaimed;
  const details = detailsOf(proclaimed);
  const isSame =
    details["evidence"] === evidence &&
    details["conformity"] === conformity &&
    details["proclaimedAt"] === proclaimedAt &&
    content.actorId === approved.content.actorId;
  demand(isSame, "LOG_SAYS_OTHERWISE", "the log proclaims something else, at another time, or by somebody else");
}

function changeOf({ content }: LogEntryDocument, field: string): unknown {
  const changes = (content.changes ?? []) as readonly { readonly field?: unknown; readonly after?: unknown }[];
  return changes.find((change) => change.field === field)?.after;
}
