// The statistics file as everybody may fetch it: written once for all who ask, and anew at most once a minute while the register changes.
// Security: it is made of every record of the register, and a stranger who asks on and on must not make us write it on and on.
import { createHash } from "node:crypto";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { lastSequence } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { statisticsFileOf } from "./statistics-file.server.ts";

/** A text and the tag by which whoever has it knows it again. */
export interface ServedText {
  readonly text: string;
  readonly tag: string;
}

export interface ServedStatistics {
  readonly file: ServedText;
  readonly sum: ServedText;
}

type Served = Result<ServedStatistics, Refusal<"STATISTICS_NEVER_READ">>;

interface Kept {
  readonly day: string;
  /** The last entry of the log when it was written: what was done since may have changed it. */
  readonly sequence: number;
  readonly writtenMs: number;
  readonly served: Promise<Served>;
}

const leastAgeMs = 60_000;
const kept = new WeakMap<object, Map<string, Kept>>();

export async function servedStatistics(context: Context, registry: string): Promise<Served> {
  const ofDatabase = kept.get(context.database) ?? new Map<string, Kept>();
  kept.set(context.database, ofDatabase);
  const now = context.clock.now();
  const day = now.toISOString().slice(0, 10);
  const sequence = await lastSequence(context);
  const before = ofDatabase.get(registry);
  if (before?.day === day && (before.sequence === sequence || now.getTime() - before.writtenMs < leastAgeMs))
    return before.served;
  const served = writeAnew(context, registry, day);
  ofDatabase.set(registry, { day, sequence, writtenMs: now.getTime(), served });
  // Why let go: of a registry that is not known, and where the database failed, nothing is to be kept.
  const forget = () => ofDatabase.delete(registry);
  served.then(({ ok: isKnown }) => isKnown || forget(), forget);
  return served;
}

async function writeAnew(context: Context, registry: string, day: string): Promise<Served> {
  const written = await statisticsFileOf(context, registry, day);
  if (!written.ok) return written;
  return ok({ file: tagged(written.value.text), sum: tagged(written.value.md5Line) });
}

function tagged(text: string): ServedText {
  return { text, tag: `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}"` };
}
