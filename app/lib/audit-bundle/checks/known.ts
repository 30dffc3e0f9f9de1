// Checks log-key, log-witnesses and noted: the bundle held against what whoever audits knows from elsewhere.
import type { KnownToAuditor } from "../known-to-auditor.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import type { LeftOut } from "../report.ts";
import { demand } from "../report.ts";
import { hasCosigned } from "./log-tree.ts";

export function checkLogKey(documents: ReadDocuments, { logKey }: KnownToAuditor): string | LeftOut {
  const { key } = documents["log.json"];
  if (logKey === undefined)
    return { leftOut: `the key came out of the bundle itself: compare ${key || "it"} with the one that you know` };
  demand(logKey === key, "LOG_KEY_DIFFERS", `the bundle's log has the key ${key}`);
  return `the log's key is the one that you know`;
}

/** Over the newest checkpoint, which continues every earlier one of the bundle. */
export function checkLogWitnesses(documents: ReadDocuments, known: KnownToAuditor): string | LeftOut {
  const { checkpoint, witnesses } = documents["later-log.json"] ?? documents["log.json"];
  const { witnessKeys = [] } = known;
  if (witnessKeys.length === 0)
    return { leftOut: `you named no witness; the bundle itself names ${witnesses.length} that cosigned` };
  const cosigned = new Set(witnessKeys.filter((vkey) => hasCosigned(checkpoint, vkey)));
  const needed = known.witnessesNeeded ?? new Set(witnessKeys).size;
  const told = `${cosigned.size} of ${new Set(witnessKeys).size} witnesses that you know cosigned, ${needed} needed`;
  demand(cosigned.size >= needed, "LOG_WITNESSES_NOT_ENOUGH", told);
  return told;
}

/** `bundle` is the SHA-256 of the file. */
export function checkNoted(
  bundle: string,
  documents: ReadDocuments,
  archive: ArchiveParts | undefined,
  { fingerprints = [] }: KnownToAuditor,
): string | LeftOut {
  if (fingerprints.length === 0) return { leftOut: "you named no fingerprint that you noted" };
  const own: Readonly<Record<string, string | undefined>> = {
    "the bundle": bundle,
    "the evidence": documents["manifest.json"].evidence,
    "the roll": documents["roll.json"].root,
    "the election": documents["election.json"].fingerprint,
    "the end of the archive": archive?.lastEvent,
  };
  const found = fingerprints.map((noted) => {
    const [what] = Object.entries(own).find(([, value]) => value === noted) ?? [];
    demand(what !== undefined, "NOTED_FINGERPRINT_DIFFERS", `${noted} is nothing of this bundle`);
    return what;
  });
  return `you noted ${found.join(", ")}`;
}
