// The alerts: those that nobody has taken note of, for the band on every page of the commission, and all of them.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import type { AlertKind } from "../domain/finding.ts";
import { permissions } from "../module.ts";

export interface AlertView {
  readonly id: string;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly code: string;
  readonly details: Readonly<Record<string, Json>>;
  readonly raisedAt: string;
  readonly clearedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedByName: string | null;
  readonly remark: string | null;
}

const mostShown = 200;

/** All alerts, the newest first; those that wait before the others. */
export async function listAlerts(context: ReadingContext): Promise<AlertView[]> {
  requirePermission(context.actor, permissions, "alerts:read");
  const rows = await context.database.alert.findMany({ orderBy: { raisedAt: "desc" }, take: mostShown });
  const views = rows.map((row) => ({
    id: row.id,
    kind: row.kind as AlertKind,
    subject: row.subject,
    code: row.code,
    details: row.details as Record<string, Json>,
    raisedAt: row.raisedAt.toISOString(),
    clearedAt: row.clearedAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedByName: row.acknowledgedByName,
    remark: row.remark,
  }));
  return [
    ...views.filter(({ acknowledgedAt }) => acknowledgedAt === null),
    ...views.filter(({ acknowledgedAt }) => acknowledgedAt !== null),
  ];
}

/** How many alerts wait for somebody to take note, by kind; empty for whoever may not see them. */
export async function countWaitingAlerts(
  context: ReadingContext,
): Promise<{ readonly kind: AlertKind; readonly count: number }[]> {
  if (!isPermitted(context.actor, permissions, "alerts:read")) return [];
  const groups = await context.database.alert.groupBy({
    by: ["kind"],
    where: { acknowledgedAt: null },
    _count: { _all: true },
    orderBy: { kind: "asc" },
  });
  return groups.map(({ kind, _count }) => ({ kind: kind as AlertKind, count: _count._all }));
}
