// A commissioner signs the report of a dress rehearsal: by its hash, so that all sign the same.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { recordRehearsal } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { isComplete } from "../domain/report.ts";
import { permissions } from "../module.ts";
import { reportOf } from "../queries/report.server.ts";

export type SignReportRefusal = Refusal<
  "REHEARSAL_UNKNOWN" | "REHEARSAL_NOT_OVER" | "REPORT_ALREADY_SIGNED" | "REPORT_SIGNED_MEANWHILE"
>;

export async function signReport(
  context: Context,
  { rehearsalId, electionId }: { readonly rehearsalId: string; readonly electionId?: string },
): Promise<Result<{ hash: string }, SignReportRefusal>> {
  requirePermission(context.actor, permissions, "dress-rehearsals:sign");
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("dress-rehearsals:sign", actor);
  const now = await reportOf(context, rehearsalId);
  // Why: whoever signs on the page of one election signs no rehearsal of another.
  if (now === undefined || (electionId !== undefined && now.electionId !== electionId))
    return refuse("REHEARSAL_UNKNOWN");
  if (!isComplete(now.checks)) return refuse("REHEARSAL_NOT_OVER");
  return inTransaction(context, async (within) => {
    const hash = now.reportHash ?? reportHashOf(now.checks);
    await recordAudit(within, {
      action: "dress-rehearsals:report-signed",
      subjectType: "election",
      subjectId: now.electionId,
      details: {
        rehearsal: rehearsalId,
        hash,
        failed: now.checks.filter(({ outcome }) => outcome === "failed").length,
      },
    });
    // Why read again: the log's lock is held now. Of two first signatures at once the later signs what the earlier did.
    const present = await within.database.dressRehearsal.findUniqueOrThrow({ where: { id: rehearsalId } });
    if (present.reportHash !== null && present.reportHash !== hash) return refuse("REPORT_SIGNED_MEANWHILE");
    const key = { rehearsalId_accountId: { rehearsalId, accountId: actor.accountId } };
    if (await within.database.rehearsalSignature.findUnique({ where: key })) return refuse("REPORT_ALREADY_SIGNED");
    await within.database.dressRehearsal.updateMany({
      where: { id: rehearsalId, reportHash: null },
      data: { report: now.checks.map((check) => ({ ...check, details: { ...check.details } })), reportHash: hash },
    });
    await within.database.rehearsalSignature.create({
      data: {
        rehearsalId,
        accountId: actor.accountId,
        name: actor.name,
        reportHash: hash,
        signedAt: within.clock.now(),
      },
    });
    const others = await within.database.rehearsalSignature.findMany({
      where: { rehearsalId, accountId: { not: actor.accountId } },
    });
    // Why two: what lets a box be sealed is never the word of one.
    if (others.length === 1)
      await recordRehearsal(within, {
        ...{ electionId: now.electionId, rehearsalId, reportHash: hash },
        signers: [...others.map(({ name }) => name), actor.name],
      });
    return ok({ hash });
  });
}

function reportHashOf(checks: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(checks as Json))));
}
