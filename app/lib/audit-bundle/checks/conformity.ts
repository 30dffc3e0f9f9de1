// Checks conformity and proclamation: each commissioner's word is signed with the key of a seat in the archive, over this evidence.
import { verifyTrusteeStatement } from "../../ballot-protocol/index.ts";
import type { ConformityDocument } from "../documents.ts";
import { documentBytes, hashOf } from "../manifest.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import type { LeftOut } from "../report.ts";
import { demand } from "../report.ts";
import { conformityStatement } from "../statement.ts";

export function checkConformity(documents: ReadDocuments, archive: ArchiveParts): string | LeftOut {
  const { statements } = documents["conformity.json"];
  const { id, trustees, trusteeThreshold } = documents["election.json"];
  const { evidence } = documents["manifest.json"];
  for (const [index, { trustee, name, answer, reasons, signature }] of statements.entries()) {
    const before = statements[index - 1];
    demand(before === undefined || before.trustee < trustee, "CONFORMITY_REPEATED", `trustee ${trustee} twice`);
    const isSeat = trustees.some((seat) => seat.index === trustee && seat.name === name);
    demand(isSeat, "CONFORMITY_OF_A_STRANGER", `${name} has no seat ${trustee}`);
    const isAnswer = answer === "conform" || (answer === "dissent" && reasons !== "");
    demand(isAnswer, "CONFORMITY_MALFORMED", `${name} says ${answer}`);
    const statement = conformityStatement({ electionId: id, evidence, trustee, answer, reasons });
    const { group } = archive.election;
    const { trusteesPayload } = archive;
    const isSigned = verifyTrusteeStatement({ group, trusteesPayload, index: trustee, statement, signature });
    demand(isSigned, "CONFORMITY_NOT_SIGNED", `${name} did not sign this about this evidence`);
  }
  demandAbsences(documents);
  const silent = silentSeats(trustees, documents["conformity.json"]);
  const conforming = statements.filter(({ answer }) => answer === "conform").length;
  const isOfficial = documents["proclamation.json"] !== undefined;
  const isEnough = !isOfficial || conforming >= trusteeThreshold;
  demand(isEnough, "CONFORMITY_NOT_ENOUGH", `${conforming} conform, ${trusteeThreshold} are needed`);
  const missing = silent.map(({ name }) => name).join(", ");
  demand(!isOfficial || silent.length === 0, "COMMISSIONERS_SILENT", `neither a word nor an absence of ${missing}`);
  if (statements.length === 0) return { leftOut: "nobody has signed yet" };
  const dissenting = statements.length - conforming;
  const absent = trustees.length - statements.length - silent.length;
  const open = missing === "" ? "" : `, not yet ${missing}`;
  return `${conforming} conform, ${dissenting} dissent, ${absent} absent${open}, ${trusteeThreshold} needed; all signed with the keys in the archive`;
}

/** Who holds a key, and has neither said a word nor is known to be absent. */
export function silentSeats<Seat extends { readonly index: number }>(
  seats: readonly Seat[],
  { statements, absences }: Pick<ConformityDocument, "statements" | "absences">,
): Seat[] {
  const heard = new Set([...statements, ...absences].map(({ trustee }) => trustee));
  return seats.filter(({ index }) => !heard.has(index));
}

function demandAbsences(documents: ReadDocuments): void {
  const { trustees } = documents["election.json"];
  const { absences } = documents["conformity.json"];
  for (const [index, { trustee, name, reasons, enteredBy, approvedBy }] of absences.entries()) {
    const before = absences[index - 1];
    demand(before === undefined || before.trustee < trustee, "CONFORMITY_REPEATED", `${name} is absent twice`);
    const isSeat = trustees.some((seat) => seat.index === trustee && seat.name === name);
    demand(isSeat, "CONFORMITY_OF_A_STRANGER", `${name}, absent, has no seat ${trustee}`);
    demand(reasons !== "", "CONFORMITY_MALFORMED", `${name} is absent without a reason`);
    demand(enteredBy !== approvedBy, "ABSENCE_BY_ONE", `one person says that ${name} is absent`);
  }
}

export function checkProclamation(documents: ReadDocuments): string | LeftOut {
  const proclamation = documents["proclamation.json"];
  if (proclamation === undefined) return { leftOut: "this is the interim result" };
  const { electionId, evidence, conformity, proposedBy, approvedBy } = proclamation;
  demand(electionId === documents["election.json"].id, "PROCLAMATION_DIFFERS", "it proclaims another election");
  demand(evidence === documents["manifest.json"].evidence, "PROCLAMATION_DIFFERS", "it proclaims other evidence");
  const words = hashOf(documentBytes(documents["conformity.json"]));
  demand(conformity === words, "PROCLAMATION_DIFFERS", "it rests on other words than the signed ones");
  demand(proposedBy !== approvedBy, "PROCLAIMED_BY_ONE", "one person proposed and approved it");
  return `official since ${proclamation.proclaimedAt}`;
}
