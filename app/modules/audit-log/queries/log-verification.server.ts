// Verifies the log: the chain of entries, every signed checkpoint against the tree, every cosignature. The watch does it every few
// minutes in the web process; a signature costs a millisecond, so it verifies only those that it has not seen as they stand now.
import { createHash } from "node:crypto";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import { openNote, readCheckpoint, readCosignature, readVerificationKey } from "#app/lib/signed-note/index.ts";
import { breathEvery } from "#app/platform/breath.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { findBrokenAuditEntry } from "./audit-trail.server.ts";
import { findLogKey } from "./log-key.server.ts";
import { readLogTree } from "./log-tree.server.ts";

export type LogProblemCode =
  | "ENTRY_BROKEN"
  | "TAIL_BROKEN"
  | "CHECKPOINT_BEYOND_LOG"
  | "CHECKPOINT_CONTRADICTED"
  | "CHECKPOINT_UNSIGNED"
  | "COSIGNATURE_FALSE";

export interface LogProblem {
  readonly code: LogProblemCode;
  /** The entry or the size at which it shows. */
  readonly at: number;
}

export interface LogReport {
  readonly entries: number;
  readonly root: string;
  readonly checkpoints: number;
  readonly cosignatures: number;
  /** How many signatures were computed again; the others were good when we last looked, letter for letter. */
  readonly signaturesVerified: number;
  readonly problems: readonly LogProblem[];
}

const checkpointsAtATime = 500;
const signaturesPerBreath = 50;

/** Reads everything again and trusts nothing that is in memory. */
export async function verifyLog(context: Context): Promise<LogReport> {
  return verify(context, new Signatures(new Set()));
}

const seen = new WeakMap<Ground["database"], Set<string>>();

/** The same for the watch: trusts a signature that was good before, as long as note, line and key are what they were. */
export async function verifyGrownLog(context: Context): Promise<LogReport> {
  const good = seen.get(context.database) ?? new Set();
  seen.set(context.database, good);
  return verify(context, new Signatures(good));
}

/** Verifies signatures, each text under each key once, and lets others have their turn in between. */
class Signatures {
  verified = 0;
  readonly #good: Set<string>;
  readonly #breathe = breathEvery(signaturesPerBreath);

  constructor(good: Set<string>) {
    this.#good = good;
  }

  /** Whether `isGood` holds; it must follow from the parts alone. */
  async hold(parts: readonly string[], isGood: () => boolean): Promise<boolean> {
    const name = createHash("sha256").update(JSON.stringify(parts)).digest("base64");
    await this.#breathe();
    if (this.#good.has(name)) return true;
    this.verified += 1;
    if (!isGood()) return false;
    this.#good.add(name);
    return true;
  }
}

async function verify(context: Context, signatures: Signatures): Promise<LogReport> {
  const problems: LogProblem[] = [];
  const broken = await findBrokenAuditEntry(context);
  if (broken !== undefined) problems.push({ code: "ENTRY_BROKEN", at: broken });
  const tree = await readLogTree(context);
  const tail = await context.database.auditTail.findUnique({ where: { id: 1 } });
  // Why at least: an entry that was written while we read is no lie.
  if (tail !== null && tail.sequence < tree.size) problems.push({ code: "TAIL_BROKEN", at: tail.sequence });
  const vkey = (await findLogKey(context)) ?? "";
  const witnesses = await context.database.logWitness.findMany();
  const vkeyOf = new Map(witnesses.map(({ name, verificationKey }) => [name, verificationKey]));
  const count = { checkpoints: 0, cosignatures: 0 };
  for await (const checkpoint of eachCheckpoint(context)) {
    const { size, root, note, cosignatures } = checkpoint;
    count.checkpoints += 1;
    count.cosignatures += cosignatures.length;
    if (size > tree.size) problems.push({ code: "CHECKPOINT_BEYOND_LOG", at: size });
    else if (hexOf(tree.root(size)) !== root) problems.push({ code: "CHECKPOINT_CONTRADICTED", at: size });
    const isOurs = await signatures.hold([String(size), root, note, vkey], () => isSigned(checkpoint, vkey));
    if (!isOurs) problems.push({ code: "CHECKPOINT_UNSIGNED", at: size });
    for (const { witnessName, line } of cosignatures) {
      const witness = vkeyOf.get(witnessName) ?? "";
      const isTrue = await signatures.hold([note, line, witness], () => isCosigned(note + line, witness));
      if (!isTrue) problems.push({ code: "COSIGNATURE_FALSE", at: size });
    }
  }
  return { entries: tree.size, root: hexOf(tree.root()), ...count, signaturesVerified: signatures.verified, problems };
}

async function* eachCheckpoint(context: Context) {
  let after = -1;
  for (;;) {
    const part = await context.database.logCheckpoint.findMany({
      where: { size: { gt: after } },
      orderBy: { size: "asc" },
      include: { cosignatures: true },
      take: checkpointsAtATime,
    });
    yield* part;
    const last = part.at(-1);
    if (last === undefined || part.length < checkpointsAtATime) return;
    after = last.size;
  }
}

function isSigned(
  { size, root, note }: { readonly size: number; readonly root: string; readonly note: string },
  vkey: string,
): boolean {
  const key = readVerificationKey(vkey);
  const opened = key && openNote(note, [key]);
  const said = opened && readCheckpoint(opened.text);
  return said?.size === size && hexOf(said.root) === root;
}

function isCosigned(note: string, vkey: string): boolean {
  const witness = readVerificationKey(vkey);
  return witness !== undefined && Boolean(readCosignature(note, witness));
}
