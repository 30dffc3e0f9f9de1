// Does a piece of work again and again, with a rest between; one failure is logged and does not end it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

export interface Repetition {
  /** Lets the present round finish, then ends. */
  stop(): Promise<void>;
}

/** Repeats `work` until stopped, resting `restMs` milliseconds after each round. */
export function repeat(title: string, restMs: number, log: Logger, work: () => Promise<void>): Repetition {
  const end = new AbortController();
  const rounds = (async () => {
    while (!end.signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.error({ error }, `${title} failed; it is tried again`);
      }
      await sleep(restMs, undefined, { signal: end.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      end.abort();
      await rounds;
    },
  };
}
