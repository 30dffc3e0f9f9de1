// Shows the latest checkpoint to every witness and keeps the cosignatures that are valid. Source: c2sp.org/tlog-witness.
import { setTimeout as sleep } from "node:timers/promises";
import type { MerkleTree } from "#app/lib/merkle-tree/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Cosignature } from "#app/lib/signed-note/index.ts";
import { readCosignature, readVerificationKey, writeAddCheckpoint } from "#app/lib/signed-note/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { logTree } from "../queries/log-tree.server.ts";

/**
 * WITNESS_UNREACHABLE: no answer, or one that is none of the protocol's. WITNESS_REFUSED: it does not know us or our key.
 * WITNESS_SAW_ANOTHER_LOG: what it remembers of us contradicts what we show. COSIGNATURE_FALSE: its signature does not hold.
 */
export type WitnessRefusal = Refusal<
  "WITNESS_UNREACHABLE" | "WITNESS_REFUSED" | "WITNESS_SAW_ANOTHER_LOG" | "COSIGNATURE_FALSE"
>;

export interface WitnessOutcome {
  readonly name: string;
  readonly outcome: Result<Cosignature, WitnessRefusal>;
}

interface Shown {
  readonly tree: MerkleTree;
  readonly checkpoint: { readonly size: number; readonly note: string };
}

/** A cosignature that is older is asked for again, so that a silent witness is noticed even when nothing happens. */
const freshForMs = 5 * 60_000;

/** Asks the witnesses that have not cosigned the latest checkpoint lately. */
export async function collectCosignatures(ground: Ground): Promise<WitnessOutcome[]> {
  const checkpoint = await ground.database.logCheckpoint.findFirst({
    orderBy: { size: "desc" },
    include: { cosignatures: true },
  });
  if (checkpoint === null) return [];
  const tree = await logTree(ground);
  const fresh = ground.clock.now().getTime() - freshForMs;
  const cosigned = checkpoint.cosignatures.filter(({ cosignedAt }) => cosignedAt.getTime() > fresh);
  const witnesses = await ground.database.logWitness.findMany({
    where: { url: { not: null }, name: { notIn: cosigned.map(({ witnessName }) => witnessName) } },
  });
  return Promise.all(
    witnesses.map(async (witness) => {
      const outcome = await askWitness(witness, { tree, checkpoint });
      await keep(ground, witness.name, checkpoint.size, outcome);
      return { name: witness.name, outcome };
    }),
  );
}

interface Witness {
  readonly url: string | null;
  readonly verificationKey: string;
  readonly knownSize: number;
}

async function askWitness(witness: Witness, shown: Shown): Promise<Result<Cosignature, WitnessRefusal>> {
  let oldSize = Math.min(witness.knownSize, shown.checkpoint.size);
  // Why three: the first answer may say what the witness knows, and another process of ours may be quicker once.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await post(witness, shown, oldSize);
    if (answer === undefined) return refuse("WITNESS_UNREACHABLE");
    if (answer.status === 200) return cosignatureOf(witness, shown, answer.body);
    if (answer.status !== 409) return refuseStatus(answer.status);
    const size = /^(0|[1-9]\d{0,15})\n?$/.exec(answer.body)?.[1];
    // Why: the size that we named is the one it knows, and still it refuses: it knows another root.
    if (size === undefined || Number(size) === oldSize) return refuse("WITNESS_SAW_ANOTHER_LOG", { size: oldSize });
    if (Number(size) > shown.checkpoint.size) return knowsMore(shown, Number(size));
    oldSize = Number(size);
    await sleep(10);
  }
  return refuse("WITNESS_UNREACHABLE");
}

function refuseStatus(status: number): Result<Cosignature, WitnessRefusal> {
  if (status === 422) return refuse("WITNESS_SAW_ANOTHER_LOG", { status });
  return [400, 403, 404].includes(status)
    ? refuse("WITNESS_REFUSED", { status })
    : refuse("WITNESS_UNREACHABLE", { status });
}

/** More than this checkpoint may be a newer one of ours; more than the whole log is not. */
function knowsMore({ tree }: Shown, size: number): Result<Cosignature, WitnessRefusal> {
  return size > tree.size ? refuse("WITNESS_SAW_ANOTHER_LOG", { size }) : refuse("WITNESS_UNREACHABLE", { size });
}

async function post(
  witness: Witness,
  { tree, checkpoint }: Shown,
  oldSize: number,
): Promise<{ readonly status: number; readonly body: string } | undefined> {
  const proof = oldSize === 0 ? [] : tree.consistencyProof(oldSize, checkpoint.size);
  try {
    const response = await fetch(`${witness.url}/add-checkpoint`, {
      method: "POST",
      body: writeAddCheckpoint({ oldSize, proof, note: checkpoint.note }),
      headers: { "Content-Type": "text/plain; charset=utf-8" },
      // Security: a witness speaks for itself; it sends us nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, body: (await response.text()).slice(0, 20_000) };
  } catch {
    return undefined;
  }
}

function cosignatureOf(witness: Witness, { checkpoint }: Shown, body: string): Result<Cosignature, WitnessRefusal> {
  const key = readVerificationKey(witness.verificationKey);
  const cosignature = key && readCosignature(checkpoint.note + body, key);
  return cosignature === undefined ? refuse("COSIGNATURE_FALSE") : ok(cosignature);
}

async function keep(
  ground: Ground,
  witnessName: string,
  size: number,
  outcome: Result<Cosignature, WitnessRefusal>,
): Promise<void> {
  const { database } = ground;
  if (!outcome.ok) {
    await database.logWitness.update({ where: { name: witnessName }, data: { trouble: outcome.error.code } });
    return;
  }
  const { timestamp, line } = outcome.value;
  const cosignedAt = new Date(timestamp * 1000);
  await database.logCosignature.upsert({
    where: { size_witnessName: { size, witnessName } },
    create: { size, witnessName, cosignedAt, line },
    update: { cosignedAt, line },
  });
  await database.logWitness.update({
    where: { name: witnessName },
    data: { trouble: null, knownSize: size, lastCosignedAt: cosignedAt },
  });
}
