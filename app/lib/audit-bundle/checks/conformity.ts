// Checks conformity and proclamation: each commissioner's word is signed with the key of a seat in the archive, over this evidence.
import { verifyTrusteeStatement } from "../../ballot-protocol/index.ts";
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
  const conforming = statements.filter(({ answer }) => answer === "conform").length;
  const isOfficial = documents["proclamation.json"] !== undefined;
  const isEnough = !isOfficial || conforming >= trusteeThreshold;
  demand(isEnough, "CONFORMITY_NOT_ENOUGH", `${conforming} conform, ${trusteeThreshold} are needed`);
  if (statements.length === 0) return { leftOut: "nobody has signed yet" };
  const dissenting = statements.length - conforming;
  return `${conforming} conform, ${dissenting} dissent, ${trusteeThreshold} needed; all signed with the keys in the archive`;
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
