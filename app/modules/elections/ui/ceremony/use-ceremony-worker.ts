// A page's own worker: begun when it is first asked, ended when the page is left, and with it the key in its memory.
import { useEffect, useMemo, useRef } from "react";
import type { AnswerMessage, CeremonyWork } from "./ceremony-requests.ts";

export interface CeremonyWorker {
  /** Asks the worker; rejects on a fault, and never on a refusal. */
  ask<Name extends keyof CeremonyWork>(
    name: Name,
    asked: Parameters<CeremonyWork[Name]>[0],
    onProgress?: (done: number, of: number) => void,
  ): ReturnType<CeremonyWork[Name]>;
  /** Ends the worker at once; what it was doing is lost, and the key it held is forgotten. */
  stop(): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: Error) => void;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

export function useCeremonyWorker(): CeremonyWorker {
  const worker = useRef<WorkerThread | undefined>(undefined);
  const handle = useMemo<CeremonyWorker>(
    () => ({
      ask(name, asked, onProgress) {
        worker.current ??= startThread();
        return worker.current.ask(name, asked, onProgress) as ReturnType<CeremonyWork[typeof name]>;
      },
      stop() {
        worker.current?.end();
        worker.current = undefined;
      },
    }),
    [],
  );
  useEffect(() => () => handle.stop(), [handle]);
  return handle;
}

interface WorkerThread {
  ask(name: string, asked: unknown, onProgress?: (done: number, of: number) => void): Promise<unknown>;
  end(): void;
}

function startThread(): WorkerThread {
  const thread = new Worker(new URL("./ceremony-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  thread.addEventListener("message", ({ data }: MessageEvent<AnswerMessage>) => {
    const one = waiting.get(data.id);
    if (data.kind === "progress") {
      one?.onProgress?.(data.done, data.of);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === "answer") one?.resolve(data.answer);
    else one?.reject(new Error(data.message));
  });
  const failAll = () => {
    for (const one of waiting.values()) one.reject(new Error("the worker stopped"));
    waiting.clear();
  };
  thread.addEventListener("error", failAll);
  return {
    ask: (name, question, onProgress) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject, onProgress });
        thread.postMessage({ id: asked, name, asked: question });
      }),
    end: () => {
      thread.terminate();
      waiting.clear();
    },
  };
}
