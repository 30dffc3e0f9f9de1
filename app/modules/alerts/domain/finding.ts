// What a watch finds, and how it is kept apart from what it found before.
import type { Json } from "#app/lib/canonical-json/index.ts";

export const alertKinds = ["clock-jump", "roll-changed", "failed-proof", "missing-witness", "code-returned"] as const;
export type AlertKind = (typeof alertKinds)[number];

/** One thing that is wrong now. */
export interface Finding {
  readonly kind: AlertKind;
  /** What it is about: an election's id, a witness's name, "log", "clock". */
  readonly subject: string;
  /** The sentence: alerts:refusals.CODE. */
  readonly code: string;
  readonly details?: Readonly<Record<string, Json>>;
  /** It happened and is over, as a jump of the clock; otherwise it stands until the watch no longer finds it. */
  readonly isMoment?: boolean;
  /** It happened, as a decision, and its subject is its own: told once for ever. */
  readonly isOnce?: boolean;
}

export interface StandingAlert {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly code: string;
  readonly raisedAt: Date;
  readonly clearedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** A moment of the same kind is not told again while nobody has taken note of the last, and it is fresh. */
const momentRestsMs = 10 * 60_000;

export function isSame(finding: Finding, alert: Pick<StandingAlert, "kind" | "subject" | "code">): boolean {
  return finding.kind === alert.kind && finding.subject === alert.subject && finding.code === alert.code;
}

/** Whether this alert goes on: the watch finds the same again, and it is no act that was over when it was told. */
export function isStanding(alert: StandingAlert, findings: readonly Finding[]): boolean {
  return findings.some((finding) => isSame(finding, alert) && finding.isOnce !== true && finding.isMoment !== true);
}

/** Whether this finding is told by an alert that is there already. */
export function isTold(finding: Finding, alerts: readonly StandingAlert[], now: Date): boolean {
  return alerts.some((alert) => {
    if (!isSame(finding, alert)) return false;
    if (finding.isOnce === true) return true;
    if (finding.isMoment !== true) return alert.clearedAt === null;
    return alert.acknowledgedAt === null && now.getTime() - alert.raisedAt.getTime() < momentRestsMs;
  });
}
