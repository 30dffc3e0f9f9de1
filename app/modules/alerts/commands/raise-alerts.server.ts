// Takes what a watch found: tells what is new in the log and by mail, at once; notes what is over. The same thing is told once.
import { expectOk, ok } from "#app/lib/result/index.ts";
import { listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { isMailRoomRegistered, sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { AlertKind, Finding } from "../domain/finding.ts";
import { isStanding, isTold } from "../domain/finding.ts";
import { linkToAlerts } from "../links.ts";

export interface Watched {
  /** What this watch looks at: standing alerts of these subjects that it did not find again are over. */
  readonly kind: AlertKind;
  readonly looksAt: (subject: string) => boolean;
  readonly findings: readonly Finding[];
}

/** Answers how many alerts are new. */
export async function raiseAlerts(ground: Ground, { kind, looksAt, findings }: Watched): Promise<number> {
  const context = withActor(ground, { kind: "system", name: "watch" });
  const known = await context.database.alert.findMany({ where: { kind } });
  const now = ground.clock.now();
  const fresh = findings.filter((finding) => !isTold(finding, known, now));
  const over = known.filter(
    (alert) => alert.clearedAt === null && looksAt(alert.subject) && !isStanding(alert, findings),
  );
  // Why: most rounds find nothing, and a round that finds nothing writes nothing.
  if (fresh.length === 0 && over.length === 0) return 0;
  return expectOk(
    await inTransaction(context, async (within) => {
      for (const finding of fresh) await raise(within, finding);
      for (const { id } of over) await clear(within, id);
      return ok(fresh.length);
    }),
  );
}

async function raise(within: ContextWithin, finding: Finding): Promise<void> {
  const { kind, subject, code, details = {}, isMoment = false, isOnce = false } = finding;
  await recordAudit(within, {
    action: "alerts:raised",
    subjectType: "alert",
    subjectId: subject,
    details: { ...details, kind, code },
  });
  const now = within.clock.now();
  const { id } = await within.database.alert.create({
    data: { kind, subject, code, details: { ...details }, raisedAt: now, clearedAt: isMoment || isOnce ? now : null },
  });
  await tellCommission(within, id, finding);
}

async function clear(within: ContextWithin, alertId: string): Promise<void> {
  const now = within.clock.now();
  const { kind, subject, code } = await within.database.alert.findUniqueOrThrow({ where: { id: alertId } });
  await recordAudit(within, {
    action: "alerts:cleared",
    subjectType: "alert",
    subjectId: subject,
    details: { kind, code },
  });
  await within.database.alert.update({ where: { id: alertId }, data: { clearedAt: now } });
}

async function tellCommission(within: ContextWithin, alertId: string, { kind }: Finding): Promise<void> {
  // Why: an alert that cannot be mailed must stand in the log and on the pages all the same.
  if (!(await isMailRoomRegistered(within))) return;
  for (const account of await listAccountsWithRole(within, "commission")) {
    await sendMail(within, {
      template: "alerts/raised",
      to: { address: account.email, name: account.name, language: account.language },
      properties: {
        kind,
        raisedAt: within.clock.now().toISOString(),
        url: `${within.settings.baseUrl}${linkToAlerts()}`,
      },
      deduplication: `alerts/raised/${alertId}/${account.accountId}`,
      subject: { type: "alert", id: alertId },
    });
  }
}
