// Watches the clock: elections open and close by it, so whoever moves it moves them.
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { raiseAlerts } from "../commands/raise-alerts.server.ts";
import type { ClockReading } from "../domain/clock-jump.ts";
import { findClockJump, toleratedSeconds } from "../domain/clock-jump.ts";
import type { Finding } from "../domain/finding.ts";

/** A clock that nobody can set, in milliseconds. */
export type MonotonicClock = () => number;

/** Looks once at the start (is it earlier than the last entry of the log?), then compares both clocks at every round. */
export class ClockWatch {
  readonly #ground: Ground;
  readonly #monotonic: MonotonicClock;
  #anchor: ClockReading | undefined;

  constructor(ground: Ground, monotonic: MonotonicClock) {
    this.#ground = ground;
    this.#monotonic = monotonic;
  }

  async look(): Promise<void> {
    const findings = this.#anchor === undefined ? await this.#findClockBeforeLog() : this.#findJump(this.#anchor);
    // Why anchored at the start: many small steps are one large one.
    if (this.#anchor === undefined || findings.length > 0) this.#anchor = this.#read();
    await raiseAlerts(this.#ground, { kind: "clock-jump", looksAt: () => false, findings });
  }

  #read(): ClockReading {
    return { wall: this.#ground.clock.now(), monotonicMs: this.#monotonic() };
  }

  #findJump(anchor: ClockReading): Finding[] {
    const seconds = findClockJump(anchor, this.#read());
    if (seconds === undefined) return [];
    const code = seconds > 0 ? "CLOCK_PUT_FORWARD" : "CLOCK_PUT_BACK";
    return [{ kind: "clock-jump", subject: "clock", code, details: { seconds: Math.abs(seconds) }, isMoment: true }];
  }

  async #findClockBeforeLog(): Promise<Finding[]> {
    const context = withActor(this.#ground, { kind: "system", name: "watch" });
    const [last] = await listAuditEntries(context, { limit: 1 });
    const now = this.#ground.clock.now();
    if (last === undefined || Date.parse(last.at) <= now.getTime() + toleratedSeconds * 1000) return [];
    const details = { lastEntryAt: last.at, now: now.toISOString() };
    return [{ kind: "clock-jump", subject: "clock", code: "CLOCK_BEFORE_LOG", details, isMoment: true }];
  }
}
