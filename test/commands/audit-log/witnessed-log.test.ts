// The log's signed checkpoints, its tiles, and its witnesses, over real HTTP: what grows is cosigned, what was rewritten never is.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { bytesOfHex, hexOf, leafHash, rootOf, verifyConsistency, verifyInclusion } from "#app/lib/merkle-tree/index.ts";
import { expectOk, ok, refuse } from "#app/lib/result/index.ts";
import {
  openNote,
  readCheckpoint,
  readTilePath,
  readVerificationKey,
  splitBundle,
} from "#app/lib/signed-note/index.ts";
import {
  addWitness,
  collectCosignatures,
  findConsistencyProof,
  findEntryProof,
  findLatestCheckpoint,
  findLogKey,
  listWitnesses,
  openLogKey,
  publishCheckpoint,
  readTile,
  recordAudit,
  signCheckpoint,
  verifyGrownLog,
  verifyLog,
} from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { aPerson } from "#test/setup/actors.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import type { RunningWitness } from "#test/setup/witness.ts";
import { startWitness } from "#test/setup/witness.ts";

async function record(context: Context, count: number, action = "organizations:renamed"): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await inTransaction(context, async (within) => {
      await recordAudit(within, { action, subjectType: "organization", subjectId: `organization-${index}` });
      return ok(undefined);
    });
  }
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("nothing is there");
  return value;
}

let witness: RunningWitness | undefined;
afterEach(async () => {
  await witness?.stop();
  witness = undefined;
});

/** A log of some entries with a witness that has been named. */
async function aWitnessedLog(given: Given): Promise<{ context: Context; witness: RunningWitness }> {
  const context = given.context();
  await openLogKey(context);
  witness = await startWitness((await findLogKey(context)) ?? "", () => given.clock.now());
  expectOk(await addWitness(context, { verificationKey: witness.vkey, url: witness.url }));
  return { context, witness };
}

/** Puts the database back to what it was: the entries after `sequence` are gone, and others are written in their place. */
async function rewriteHistory(given: Given, context: Context, sequence: number): Promise<void> {
  const kept = await given.database.auditEntry.findUniqueOrThrow({ where: { sequence } });
  await given.database.auditEntry.deleteMany({ where: { sequence: { gt: sequence } } });
  await given.database.auditTail.update({ where: { id: 1 }, data: { sequence, hash: kept.hash } });
  await record(context, 12, "organizations:edited");
}

describeOnEachDatabase("the witnessed log", (given) => {
  test("the key is made once, in a file that only its owner reads, and never stands in the database", async () => {
    const context = given.context();
    const first = await openLogKey(context);
    expect((await openLogKey(context)).verificationKey).toEqual(first.verificationKey);
    expect(first.verificationKey.name).toBe("localhost:3000/log");
    const path = join(given.settings.folder, "log", "key");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const secret = readFileSync(path, "utf8").trim().split("+").at(-1) ?? "";
    const settings = JSON.stringify([
      await given.database.setting.findMany(),
      await given.database.auditEntry.findMany(),
    ]);
    expect(settings).not.toContain(secret);
  });

  test("another key is refused unless it is put there on purpose, and that stands in the log", async () => {
    const context = given.context();
    const path = join(given.settings.folder, "log", "key");
    await openLogKey(context);
    const other = given.context();
    const { rmSync } = await import("node:fs");
    rmSync(path);
    await expect(openLogKey(other)).rejects.toThrow("Another key of the log is registered");
    await openLogKey(other, { isReplacing: true });
    expect(await given.database.auditEntry.count({ where: { action: "audit-log:key-registered" } })).toBe(2);
  });

  test("a checkpoint signs the number of entries and the root over them, and the same log is signed once", async () => {
    const context = given.context();
    await record(context, 5);
    const signed = expectOk(await signCheckpoint(context));
    expect(expectOk(await signCheckpoint(context))).toEqual(signed);
    const key = readVerificationKey((await findLogKey(context)) ?? "");
    const opened = openNote(signed?.note ?? "", key ? [key] : []);
    const checkpoint = readCheckpoint(opened?.text ?? "");
    const rows = await given.database.auditEntry.findMany({ orderBy: { sequence: "asc" } });
    const leaves = rows.map(({ sequence, hash }) => `{"hash":"${hash}","sequence":${sequence}}`);
    expect(checkpoint?.origin).toBe("localhost:3000/log");
    expect(checkpoint?.size).toBe(rows.length);
    expect(hexOf(checkpoint?.root ?? new Uint8Array())).toBe(hexOf(rootOf(leaves)));
  });

  test("a monitor rebuilds the root from the tiles and the bundles alone", async () => {
    const context = given.context();
    await record(context, 299);
    const signed = expectOk(await signCheckpoint(context));
    expect(signed?.size).toBe(300);
    const at = async (path: string) => readTile(context, readTilePath(path) ?? { level: 0, index: 0, width: 0 });
    const bundles = [await at("entries/000"), await at("entries/001.p/44")];
    const entries = bundles.flatMap((bundle) => splitBundle(bundle ?? new Uint8Array()) ?? []);
    expect(entries).toHaveLength(300);
    expect(hexOf(rootOf(entries))).toBe(signed?.root);
    const leaves = [...((await at("0/000")) ?? []), ...((await at("0/001.p/44")) ?? [])];
    expect(leaves).toEqual(entries.flatMap((entry) => [...leafHash(entry)]));
    expect(hexOf((await at("1/000.p/1")) ?? new Uint8Array())).toBe(hexOf(rootOf(entries.slice(0, 256))));
  });

  test("what no checkpoint covers yet is not shown", async () => {
    const context = given.context();
    await record(context, 4);
    const size = expectOk(await signCheckpoint(context))?.size ?? 0;
    await record(context, 1);
    expect(await readTile(context, { level: 0, index: 0, width: size })).toHaveLength(32 * size);
    expect(await readTile(context, { level: 0, index: 0, width: size + 1 })).toBeUndefined();
    expect(await readTile(context, { level: "entries", index: 0, width: size + 1 })).toBeUndefined();
  });

  test("the public entry says place and hash, and the hash cannot be tried out without the salt", async () => {
    const context = given.context({ actor: aPerson({ name: "Ana Paz", userId: "ANA101" }) });
    await record(context, 1);
    expectOk(await signCheckpoint(context));
    const bundle = await readTile(context, { level: "entries", index: 0, width: 1 });
    const [entry = new Uint8Array()] = splitBundle(bundle ?? new Uint8Array()) ?? [];
    expect(Object.keys(JSON.parse(Buffer.from(entry).toString()) as object)).toEqual(["hash", "sequence"]);
    const salts = (await given.database.auditEntry.findMany()).map(({ salt }) => salt);
    expect(new Set(salts).size).toBe(salts.length);
    expect(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt))).toBe(true);
  });

  test("a witness cosigns the log as it grows, and its cosignatures stand under the checkpoint", async () => {
    const { context, witness } = await aWitnessedLog(given);
    for (const grown of [3, 1, 40]) {
      await record(context, grown);
      const signed = expectOk(await signCheckpoint(context));
      const [asked] = await collectCosignatures(context);
      expect(asked?.outcome.ok).toBe(true);
      expect(witness.known.size).toBe(signed?.size);
    }
    const published = await findLatestCheckpoint(context);
    expect(published?.witnesses.map(({ name }) => name)).toEqual(["witness.example/w1"]);
    expect(published?.note).toMatch(/\n— localhost:3000\/log .+\n— witness\.example\/w1 .+\n$/);
    expect(witness.answers).toEqual([200, 200, 200]);
    expect((await verifyLog(context)).problems).toEqual([]);
  });

  test("the watch computes only new signatures, sees an old one that was changed, and whoever verifies afresh computes all", async () => {
    const { context } = await aWitnessedLog(given);
    const grow = async () => {
      await record(context, 2);
      expectOk(await signCheckpoint(context));
      await collectCosignatures(context);
    };
    await grow();
    await grow();
    expect(await verifyGrownLog(context)).toMatchObject({ cosignatures: 2, signaturesVerified: 4, problems: [] });
    expect(await verifyGrownLog(context)).toMatchObject({ cosignatures: 2, signaturesVerified: 0, problems: [] });
    await grow();
    expect(await verifyGrownLog(context)).toMatchObject({ cosignatures: 3, signaturesVerified: 2, problems: [] });
    expect(await verifyLog(context)).toMatchObject({ signaturesVerified: 6, problems: [] });
    const [{ size, note } = { size: 0, note: "" }] = await given.database.logCheckpoint.findMany({
      orderBy: { size: "asc" },
    });
    // Its signature is another one's; root and size stay as they were.
    const other = await given.database.logCheckpoint.findFirstOrThrow({ where: { size: { not: size } } });
    await given.database.logCheckpoint.update({ where: { size }, data: { note: other.note } });
    const codes = async () => (await verifyGrownLog(context)).problems.map(({ code, at }) => `${code} ${at}`);
    const found = [`CHECKPOINT_UNSIGNED ${size}`, `COSIGNATURE_FALSE ${size}`];
    expect(await codes()).toEqual(found);
    expect(await codes(), "what was not good is not remembered as good").toEqual(found);
    await given.database.logCheckpoint.update({ where: { size }, data: { note } });
    expect(await codes()).toEqual([]);
    await given.database.logWitness.updateMany({ data: { verificationKey: "another" } });
    expect((await codes()).every((code) => code.startsWith("COSIGNATURE_FALSE"))).toBe(true);
    expect(await codes()).toHaveLength(3);
  });

  test("a witness that knows another size than we thought says so once and then cosigns", async () => {
    const { context, witness } = await aWitnessedLog(given);
    await record(context, 3);
    expectOk(await signCheckpoint(context));
    await collectCosignatures(context);
    await given.database.logWitness.updateMany({ data: { knownSize: 0 } });
    await record(context, 3);
    expectOk(await signCheckpoint(context));
    const [asked] = await collectCosignatures(context);
    expect(asked?.outcome.ok).toBe(true);
    expect(witness.answers).toEqual([200, 409, 200]);
  });

  test("a witness that has cosigned is asked again only when its word has grown old", async () => {
    const { context, witness } = await aWitnessedLog(given);
    expectOk(await signCheckpoint(context));
    await collectCosignatures(context);
    expect(await collectCosignatures(context)).toEqual([]);
    given.clock.set(new Date(given.clock.now().getTime() + 6 * 60_000));
    expect(await collectCosignatures(context)).toHaveLength(1);
    expect(witness.answers).toEqual([200, 200]);
  });

  test("a log whose database was put back does not sign again: it remembers outside the database what it signed", async () => {
    const context = given.context();
    await record(context, 10);
    expectOk(await signCheckpoint(context));
    await rewriteHistory(given, context, 4);
    await given.database.logCheckpoint.deleteMany();
    // Why a second client: another start of the house, with nothing in memory.
    const { openDatabase } = await import("#app/platform/database/database.server.ts");
    const restarted = { ...context, database: await openDatabase(given.databaseUrl) };
    expect(await signCheckpoint(restarted)).toEqual(refuse("LOG_REWRITTEN", { signedSize: 11, size: 16 }));
    await restarted.database.$disconnect();
  });

  // Requirement: CM 39
  test("a witness refuses a fork, even when we forget everything and sign it", async () => {
    const { context, witness } = await aWitnessedLog(given);
    await record(context, 10);
    const honest = expectOk(await signCheckpoint(context));
    await collectCosignatures(context);
    await rewriteHistory(given, context, 6);
    await given.database.logCosignature.deleteMany();
    await given.database.logCheckpoint.deleteMany();
    writeFileSync(join(given.settings.folder, "log", "head"), "");
    const { openDatabase } = await import("#app/platform/database/database.server.ts");
    const forked = { ...context, database: await openDatabase(given.databaseUrl) };
    expectOk(await signCheckpoint(forked));
    const [asked] = await collectCosignatures(forked);
    expect(asked?.outcome).toMatchObject(refuse("WITNESS_SAW_ANOTHER_LOG"));
    expect(witness.known.size).toBe(honest?.size);
    expect((await findLatestCheckpoint(forked))?.witnesses).toEqual([]);
    await forked.database.$disconnect();
  });

  test("a false cosignature is not kept, and a silent witness is noted", async () => {
    const { context, witness } = await aWitnessedLog(given);
    expectOk(await signCheckpoint(context));
    witness.behaviour = "signs falsely";
    expect((await collectCosignatures(context))[0]?.outcome).toEqual(refuse("COSIGNATURE_FALSE"));
    witness.behaviour = "is silent";
    expect((await collectCosignatures(context))[0]?.outcome).toEqual(refuse("WITNESS_UNREACHABLE"));
    expect((await findLatestCheckpoint(context))?.witnesses).toEqual([]);
    expect(await listWitnesses(context)).toMatchObject([{ trouble: "WITNESS_UNREACHABLE", lastCosignedAt: null }]);
  });

  test("the log is signed every minute in which it grew, and at once when an election closed", async () => {
    const { context } = await aWitnessedLog(given);
    const sizes = async () =>
      (await given.database.logCheckpoint.findMany({ orderBy: { size: "asc" } })).map(({ size }) => size);
    expectOk(await publishCheckpoint(context));
    await record(context, 1);
    expectOk(await publishCheckpoint(context));
    expect(await sizes()).toEqual([2]);
    await record(context, 1, "elections:closed");
    expectOk(await publishCheckpoint(context));
    expect(await sizes()).toEqual([2, 4]);
    await record(context, 1);
    given.clock.set(new Date(given.clock.now().getTime() + 60_000));
    expectOk(await publishCheckpoint(context));
    expectOk(await publishCheckpoint(context));
    expect(await sizes()).toEqual([2, 4, 5]);
  });

  // Requirement: L10
  test("each entry is proved to stand in the signed tree, and the tree to continue an earlier one", async () => {
    const context = given.context({ actor: aPerson({ roles: ["auditor"] }) });
    await record(context, 6);
    const early = there(expectOk(await signCheckpoint(context)));
    await record(context, 9);
    const late = there(expectOk(await signCheckpoint(context)));
    const { inclusion, leaf, index } = there(await findEntryProof(context, 4));
    const { size, root, proof } = there(inclusion);
    const claim = { leaf: bytesOfHex(leaf), index, size, root: bytesOfHex(root), proof: proof.map(bytesOfHex) };
    expect(verifyInclusion(claim)).toBe(true);
    const continues = there(await findConsistencyProof(context, { knownSize: early.size, size: late.size }));
    expect(
      verifyConsistency({
        firstSize: early.size,
        firstRoot: bytesOfHex(early.root),
        secondSize: late.size,
        secondRoot: bytesOfHex(late.root),
        proof: continues.map(bytesOfHex),
      }),
    ).toBe(true);
    await record(context, 1);
    expect(there(await findEntryProof(context, late.size + 1)).inclusion).toBeUndefined();
    expect(await findEntryProof(context, 999)).toBeUndefined();
  });

  test.each<[string, string, (sequence: number) => Promise<unknown>]>([
    [
      "changed",
      "ENTRY_BROKEN",
      (sequence) => given.database.auditEntry.update({ where: { sequence }, data: { subjectId: "z" } }),
    ],
    ["taken out", "ENTRY_BROKEN", (sequence) => given.database.auditEntry.delete({ where: { sequence } })],
    [
      "given another hash",
      "CHECKPOINT_CONTRADICTED",
      (sequence) => given.database.auditEntry.update({ where: { sequence }, data: { hash: "f".repeat(64) } }),
    ],
    [
      "cut off with all after it",
      "CHECKPOINT_BEYOND_LOG",
      (sequence) => given.database.auditEntry.deleteMany({ where: { sequence: { gte: sequence } } }),
    ],
  ])("an entry that was %s is found by verifying the log", async (_, code, tamper) => {
    const context = given.context();
    await record(context, 6);
    expectOk(await signCheckpoint(context));
    expect((await verifyLog(context)).problems).toEqual([]);
    await tamper(5);
    expect((await verifyLog(context)).problems.map((problem) => problem.code)).toContain(code);
  });

  test.each([
    ["no vkey", "witness", "WITNESS_KEY_UNREADABLE"],
    [
      "the key of a log",
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "WITNESS_KEY_UNREADABLE",
    ],
  ])("%s cannot be named as a witness", async (_, verificationKey, code) => {
    expect(await addWitness(given.context(), { verificationKey })).toEqual(refuse(code));
  });

  test("a witness is named once, by an administrator, with an address that can be asked", async () => {
    const { context, witness } = await aWitnessedLog(given);
    expect(await addWitness(context, { verificationKey: witness.vkey })).toMatchObject(refuse("WITNESS_KNOWN"));
    expect(await addWitness(context, { verificationKey: witness.vkey, url: "file:///etc" })).toMatchObject(
      refuse("WITNESS_ADDRESS_UNUSABLE"),
    );
    const commissioner = given.context({ actor: aPerson({ roles: ["commission"] }) });
    await expect(addWitness(commissioner, { verificationKey: witness.vkey })).rejects.toThrow("not permitted");
  });
});
