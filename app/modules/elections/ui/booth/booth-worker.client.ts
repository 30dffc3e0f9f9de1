// The page's side of the worker: one question, one answer.
import type { NumberedAnswer, NumberedQuestion, WorkerAnswer, WorkerQuestion } from "./worker-messages.ts";

export interface BoothWorker {
  ask<Question extends WorkerQuestion>(question: Question): Promise<WorkerAnswer<Question>>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (fault: Error) => void;
}

/** Starts the worker; it loads the ballot protocol meanwhile. */
export function openBoothWorker(): BoothWorker {
  const worker = new Worker(new URL("./encrypt-ballot.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  worker.addEventListener("message", ({ data: { number, answer, fault } }: MessageEvent<NumberedAnswer>) => {
    const asker = waiting.get(number);
    waiting.delete(number);
    if (fault === undefined) asker?.resolve(answer as never);
    else asker?.reject(new Error(fault));
  });
  worker.addEventListener("error", () => {
    for (const asker of waiting.values()) asker.reject(new Error("the worker of the booth did not start"));
    waiting.clear();
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ number: asked, question } satisfies NumberedQuestion);
      }),
    close: () => worker.terminate(),
  };
}
