// What the signed log vouches for: a bundle is valid only when a checkpoint covers the proclamation, and whoever knows the log's key and
// its witnesses from elsewhere finds a log that somebody else signed. Source: requirements.md §8.1 nos. 17 and 39; c2sp.org/tlog-witness.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LogEntryDocument, ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { MerkleTree, hexOf, leafHash } from "#app/lib/merkle-tree/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { noteKey, signNote, writeCheckpoint, writeVerificationKey } from "#app/lib/signed-note/index.ts";
import { addWitness, findLogKey, openLogKey } from "#app/modules/audit-log/index.server.ts";
import { anchorProclamations, readBundle } from "#app/modules/certificates/index.server.ts";
import { runAuditElection } from "#app/processes/command-line/audit-election.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import type { RunningWitness } from "../../setup/witness.ts";
import { startWitness } from "../../setup/witness.ts";
import { anOfficialElection } from "./certified-election.ts";
import type { Documents } from "./rewritten-bundle.ts";
import { filesOf, rewrittenBundle } from "./rewritten-bundle.ts";

/** The result as it was before anybody signed: nobody's signature is in the forger's way. */
function interim(documents: Documents): void {
  delete documents["proclamation.json"];
  delete documents["later-log.json"];
  documents["conformity.json"].statements = [];
}

/** The entries of the bundle in a log that the forger made and signed with a key of her own. */
function signOwnLog(documents: Documents): string {
  const secret = new Uint8Array(32).fill(7);
  const key = noteKey("log.example", ed25519.getPublicKey(secret));
  const log = documents["log.json"];
  const size = log.entries.at(-1)!.content.sequence;
  const leaves = new Map(log.entries.map((entry) => [entry.content.sequence, leafOf(entry)]));
  const tree = new MerkleTree();
  for (let at = 1; at <= size; at += 1) tree.append(leaves.get(at) ?? leafHash(`invented ${at}`));
  for (const entry of log.entries) entry.path = tree.inclusionProof(entry.content.sequence - 1, size).map(hexOf);
  const text = writeCheckpoint({ origin: "log.example", size, root: tree.root(size) });
  log.checkpoint = signNote(text, key, (message) => ed25519.sign(message, secret));
  log.witnesses = [];
  log.key = writeVerificationKey(key);
  return log.key;
}

function leafOf({ previousHash, content }: Pick<LogEntryDocument, "previousHash"> & { readonly content: object }) {
  const hash = bytesToHex(
    sha256(utf8ToBytes(`${previousHash}\n${canonicalJson(content as LogEntryDocument["content"])}`)),
  );
  return leafHash(`{"hash":"${hash}","sequence":${(content as LogEntryDocument["content"]).sequence}}`);
}

describeOnEachDatabase(
  "a bundle and the signed log",
  (given) => {
    let files: ZippedFile[] = [];
    let witness: RunningWitness;
    let logKey = "";

    beforeAll(async () => {
      await openLogKey(given.context());
      logKey = (await findLogKey(given.context())) ?? "";
      witness = await startWitness(logKey, () => given.clock.now());
      expectOk(await addWitness(given.context(), { verificationKey: witness.vkey, url: witness.url }));
      const { electionId } = await anOfficialElection(given, { weights: [7, 4], votes: [[0, 1], [0]] });
      files = filesOf((await readBundle(given.context(), electionId))!);
    });

    afterAll(async () => witness.stop());

    async function audit(bundle: Uint8Array, known: Parameters<typeof runAuditElection>[0]["known"] = {}) {
      const said = { stdout: "", stderr: "" };
      const sink = (name: keyof typeof said) => ({ write: (text: string) => void (said[name] += text) });
      const bundlePath = join(given.settings.folder, "bundle.zip");
      writeFileSync(bundlePath, bundle);
      const streams = { stdout: sink("stdout"), stderr: sink("stderr") };
      const code = await runAuditElection({ bundlePath, json: false, isTerminal: false, known, ...streams });
      return { code, ...said };
    }

    // Requirement: CM 17, CM 30, CM 39, S3, S4
    test("a proclamation that no checkpoint covers is not called valid, and is once one does", async () => {
      const open = await audit(rewrittenBundle(files, { forge: (all) => delete all["later-log.json"] }));
      expect(open.code).toBe(1);
      expect(open.stdout).toMatch(/OPEN +log-later/);
      expect(open.stdout).toContain("NOT ANCHORED");
      const anchored = await audit(rewrittenBundle(files, {}));
      expect(anchored.code, anchored.stdout).toBe(0);
      expect(anchored.stdout).toContain("the key came out of the bundle itself");
      expect(await anchorProclamations(given.context())).toEqual([]);
    });

    // Requirement: CM 17, CM 39, S4
    test("a log that a forger signed with her own key agrees with itself, and is found by who knows the log's key", async () => {
      let own = "";
      const forged = rewrittenBundle(files, { forge: (all) => (interim(all), (own = signOwnLog(all))) });
      const believing = await audit(forged);
      expect(believing.code, believing.stdout).toBe(0);
      expect(believing.stdout).toContain(`compare ${own} with the one that you know`);
      const knowing = await audit(forged, { logKey });
      expect(knowing.code).toBe(1);
      for (const code of ["LOG_KEY_DIFFERS", "LOG_CHECKPOINT_NOT_SIGNED"]) expect(knowing.stdout).toContain(code);
      const honest = await audit(rewrittenBundle(files, {}), { logKey });
      expect(honest.code, honest.stdout).toBe(0);
      expect((await audit(rewrittenBundle(files, {}), { logKey: "log.example+1" })).code).toBe(2);
    });

    // Requirement: CM 39, S4
    test("witnesses that the auditor knows must have cosigned, as many as she asks for", async () => {
      const bundle = rewrittenBundle(files, {});
      const stranger = await startWitness(logKey, () => given.clock.now(), "witness.example/w2");
      await stranger.stop();
      const [known, both] = [[witness.vkey], [witness.vkey, stranger.vkey]];
      expect((await audit(bundle, { witnessKeys: known })).stdout).toContain("1 of 1 witnesses that you know cosigned");
      expect((await audit(bundle, { witnessKeys: both, witnessesNeeded: 1 })).code).toBe(0);
      const missing = await audit(bundle, { witnessKeys: both });
      expect(missing.code).toBe(1);
      expect(missing.stdout).toContain("LOG_WITNESSES_NOT_ENOUGH");
      expect((await audit(bundle, { witnessKeys: known, witnessesNeeded: 2 })).code).toBe(2);
      expect((await audit(bundle, { witnessesNeeded: 1 })).code).toBe(2);
    });

    test("a fingerprint that somebody noted is of this bundle, or it is told", async () => {
      const bundle = rewrittenBundle(files, {});
      const { root } = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === "roll.json")!.bytes)) as {
        root: string;
      };
      expect((await audit(bundle, { fingerprints: [root] })).stdout).toContain("you noted the roll");
      const other = await audit(bundle, { fingerprints: [root, "0".repeat(64)] });
      expect(other.code).toBe(1);
      expect(other.stdout).toContain("NOTED_FINGERPRINT_DIFFERS");
    });
  },
  { fresh: "once", on: "sqlite" },
);
