// What an administrator can do who has every file and no key: change one thing, and compute again every hash, root, sum and number that
// hangs on it, so that the bundle agrees with itself as well as can be.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ZippedFile } from "#app/lib/audit-bundle/index.ts";
import type { ChainStep, OwnedPartialDecryption, WeightedCredential } from "#app/lib/ballot-protocol/index.ts";
import {
  archiveBytes,
  ballotRecords,
  computeEncryptedTally,
  encryptedTallyRecords,
  endBallotsRecords,
  parseCredentials,
  partialDecryptionRecords,
  readArchive,
  resultRecords,
  serializeCredentials,
  setupRecords,
} from "#app/lib/ballot-protocol/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { rollEntryHash, rollRoot } from "#app/lib/roll-proof/index.ts";
import type { Documents } from "./taken-apart.ts";
import { bundleOf, documentsIn } from "./taken-apart.ts";

export type { Documents } from "./taken-apart.ts";

/** Everything of a bundle in the administrator's hands. */
export interface Material {
  readonly documents: Documents;
  readonly timestamp: string;
  readonly election: string;
  readonly trustees: string;
  credentials: WeightedCredential[];
  ballots: string[];
  readonly decryptions: OwnedPartialDecryption[];
  /** Announced one after the other; an honest archive has one. */
  results: string[];
}

/** Takes a bundle apart. */
export function materialOf(files: readonly ZippedFile[]): Material {
  const bytesAt = (path: string) => files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
  const documents = documentsIn(files);
  const { events, findBody, timestamp } = expectOk(readArchive(bytesAt("archive.bel")));
  const payloadsOf = (type: string) =>
    events.filter((event) => event.type === type).map(({ payload }) => findBody(payload ?? "") ?? "");
  const [setup] = payloadsOf("Setup").map((text) => JSON.parse(text) as Record<string, string>);
  const part = (name: string) => findBody(setup?.[name] ?? "") ?? "";
  return {
    documents,
    timestamp,
    election: part("election"),
    trustees: part("trustees"),
    credentials: [...expectOk(parseCredentials("Ed25519", part("credentials"))).entries],
    ballots: payloadsOf("Ballot"),
    decryptions: payloadsOf("PartialDecryption").map((text) => {
      const { owner, payload } = JSON.parse(text) as { owner: number; payload: string };
      return { owner, payload: findBody(payload) ?? "" };
    }),
    results: payloadsOf("Result"),
  };
}

/** Puts everything together again, with every hash made to fit. */
export function putTogether(material: Material): Uint8Array {
  const { documents } = material;
  const { archive, firstEvent, endOfBox, lastEvent } = archiveOf(material);
  const roll = documents["roll.json"];
  roll.entries = roll.entries.map((entry) => ({ ...entry, leafHash: rollEntryHash(entry) }));
  roll.root = rollRoot(roll.entries);
  const { turnout } = documents["count.json"];
  turnout.entitledEntries = roll.entries.length;
  turnout.entitledVotes = roll.entries.reduce((sum, { votes }) => sum + votes, 0);
  sayInLog(documents, "elections:roll-frozen", "rollRoot", roll.root);
  sayInLog(documents, "elections:box-sealed", "lastEventHash", firstEvent);
  sayInLog(documents, "elections:closed", "lastEventHash", endOfBox);
  sayInLog(documents, "elections:result-published", "lastEventHash", lastEvent);
  return bundleOf(documents, archive);
}

function archiveOf(material: Material) {
  const { election, trustees } = material;
  const credentials = serializeCredentials(material.credentials);
  const steps: ChainStep[] = [setupRecords({ election, trustees, credentials })];
  const next = (make: (before: ChainStep["position"]) => ChainStep) => steps.push(make(steps.at(-1)!.position));
  for (const ballot of material.ballots) next((before) => ballotRecords(before, ballot));
  next(endBallotsRecords);
  const endOfBox = steps.at(-1)!.position.hash;
  const tally = sumOf(material, credentials);
  next((before) => encryptedTallyRecords(before, tally));
  for (const decryption of material.decryptions) next((before) => partialDecryptionRecords(before, decryption));
  for (const result of material.results) next((before) => resultRecords(before, result));
  return {
    archive: archiveBytes(
      material.timestamp,
      steps.flatMap(({ records }) => records),
    ),
    firstEvent: steps[0]!.position.hash,
    endOfBox,
    lastEvent: steps.at(-1)!.position.hash,
  };
}

/** The same ciphertexts added up again. */
function sumOf({ election, ballots }: Material, credentialsPayload: string) {
  return computeEncryptedTally({ electionPayload: election, credentialsPayload, ballots });
}

/** Rewrites an entry of the log, and the hashes of those that follow it. */
function sayInLog(documents: Documents, action: string, member: string, value: string): void {
  const log = documents["log.json"];
  for (const entry of log.entries) {
    if (entry.content.action !== action) continue;
    entry.content.details = { ...(entry.content.details as object), [member]: value };
    const next = log.entries.find(({ content }) => content.sequence === entry.content.sequence + 1);
    const text = `${entry.previousHash}\n${canonicalJson(entry.content)}`;
    if (next !== undefined) next.previousHash = bytesToHex(sha256(utf8ToBytes(text)));
  }
}
