// Check roll-signatures: before the box was sealed enough commissioners signed exactly this roll, each with the key of her seat, as the log
// says when and how many were needed. Source: domain.md §2.4; CM/Rec(2017)5 no. 48.
import { verifyTrusteeStatement } from "../../ballot-protocol/index.ts";
import { rollRoot, rollStatement } from "../../roll-proof/index.ts";
import { hashOf } from "../manifest.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import type { LeftOut } from "../report.ts";
import { demand } from "../report.ts";
import { detailsOf, entriesOfAct } from "./log-tree.ts";

export function checkRollSignatures(documents: ReadDocuments, archive: ArchiveParts): string | LeftOut {
  const { needed, signatures } = documents["roll-signatures.json"];
  const { id: electionId, trustees, rollFrozenAt, sealedAt } = documents["election.json"];
  const { rollVersion, entries } = documents["roll.json"];
  const root = rollRoot(entries);
  const votes = entries.reduce((sum, entry) => sum + entry.votes, 0);
  for (const [index, { trustee, name, signature, signedAt }] of signatures.entries()) {
    const before = signatures[index - 1];
    demand(before === undefined || before.trustee < trustee, "ROLL_SIGNATURE_REPEATED", `trustee ${trustee} twice`);
    const isSeat = trustees.some((seat) => seat.index === trustee && seat.name === name);
    demand(isSeat, "ROLL_SIGNATURE_OF_A_STRANGER", `${name} has no seat ${trustee}`);
    const statement = rollStatement({ electionId, rollVersion, root, size: entries.length, votes, trustee });
    const { trusteesPayload } = archive;
    const { group } = archive.election;
    const isSigned = verifyTrusteeStatement({ group, trusteesPayload, index: trustee, statement, signature });
    demand(isSigned, "ROLL_NOT_SIGNED_BY_SEAT", `${name} did not sign this roll`);
    const isInTime = rollFrozenAt <= signedAt && signedAt <= sealedAt;
    demand(isInTime, "ROLL_SIGNED_OUT_OF_TIME", `${name} signed at ${signedAt}`);
    demandInLog(documents, { name, signature, root, signedAt });
  }
  const told = `${signatures.length} signed, ${needed} needed`;
  demand(signatures.length >= needed, "ROLL_SIGNATURES_NOT_ENOUGH", told);
  if (signatures.length === 0) return { leftOut: "an election without a call: nobody had to sign its roll" };
  return `${told}; all with the keys in the archive, over the root ${root}`;
}

interface Signed {
  readonly name: string;
  readonly signature: string;
  readonly root: string;
  readonly signedAt: string;
}

/** Once, by this person, at this time. */
function demandInLog(documents: ReadDocuments, { name, signature, root, signedAt }: Signed): void {
  const electionId = documents["election.json"].id;
  const hash = hashOf(new TextEncoder().encode(signature));
  const found = entriesOfAct(documents["log.json"].entries, { action: "elections:roll-signed", electionId }).filter(
    (entry) =>
      detailsOf(entry)["signature"] === hash &&
      detailsOf(entry)["root"] === root &&
      detailsOf(entry)["signedAt"] === signedAt &&
      entry.content.actorName.startsWith(`${name} (`),
  );
  demand(found.length === 1, "LOG_ENTRY_MISSING", `the log has the signature of ${name} ${found.length} times`);
}
