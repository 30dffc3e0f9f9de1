// Asks the check's worker one thing at a time; the worker ends when the page is left.
import { useEffect, useRef, useState } from "react";
import type { CheckAnswer, CheckRequest } from "./check-messages.ts";

export interface Check {
  readonly isWorking: boolean;
  readonly answer: CheckAnswer | null;
  readonly ask: (makeRequest: () => Promise<CheckRequest>) => void;
}

export function useCheck(): Check {
  const worker = useRef<Worker | undefined>(undefined);
  const [isWorking, setWorking] = useState(false);
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);

  async function work(makeRequest: () => Promise<CheckRequest>): Promise<void> {
    setWorking(true);
    setAnswer(null);
    try {
      setAnswer(await askWorker((worker.current ??= startWorker()), await makeRequest()));
    } catch {
      setAnswer({ kind: "fault" });
    } finally {
      setWorking(false);
    }
  }
  return { isWorking, answer, ask: (makeRequest) => void work(makeRequest) };
}

function startWorker(): Worker {
  return new Worker(new URL("./check.worker.ts", import.meta.url), { type: "module" });
}

function askWorker(worker: Worker, request: CheckRequest): Promise<CheckAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => resolve(data);
    worker.onerror = () => reject(new Error("the worker of the check did not start"));
    worker.postMessage(request);
  });
}
