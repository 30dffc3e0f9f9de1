// Closes elections by a clock that somebody could move: after the clock jumped forward no box is closed for ten minutes, since a close
// cannot be undone, and whoever is told by the alert can put the clock right. Meanwhile nobody casts either: the instant decides that.
import type { Ground } from "#app/platform/context.server.ts";
import { closeDueElections } from "./close-due-elections.server.ts";

/** Milliseconds of a clock that nobody can set; only ever grows. */
export type SteadyClock = () => number;

/** Smaller steps are what time servers correct every day. */
const toleratedMs = 60_000;
const heldForMs = 10 * 60_000;

export class ClosingByClock {
  readonly #ground: Ground;
  readonly #steady: SteadyClock;
  #last: { readonly wall: number; readonly steady: number } | undefined;
  #heldUntil = -Infinity;

  constructor(ground: Ground, steady: SteadyClock) {
    this.#ground = ground;
    this.#steady = steady;
  }

  /** Answers the ids of the elections that were closed or added up. Ask every second. */
  async closeDue(): Promise<string[]> {
    return this.#isHeld() ? [] : closeDueElections(this.#ground);
  }

  #isHeld(): boolean {
    const now = { wall: this.#ground.clock.now().getTime(), steady: this.#steady() };
    const jumped = this.#last === undefined ? 0 : now.wall - this.#last.wall - (now.steady - this.#last.steady);
    this.#last = now;
    if (jumped >= toleratedMs) {
      this.#heldUntil = now.steady + heldForMs;
      this.#ground.log.error({ seconds: Math.round(jumped / 1000) }, "the clock jumped forward: closing waits");
    }
    // Why: it was put right again.
    if (jumped <= -toleratedMs) this.#heldUntil = -Infinity;
    return now.steady < this.#heldUntil;
  }
}
