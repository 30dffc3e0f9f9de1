// Long computations in the web process: lets whoever waits for an answer in between be served.
import { setImmediate } from "node:timers/promises";

/** A function to call once per step; every `steps` steps it waits until the event loop has gone round. */
export function breathEvery(steps: number): () => Promise<void> {
  let taken = 0;
  return async () => {
    taken += 1;
    if (taken % steps === 0) await setImmediate();
  };
}
