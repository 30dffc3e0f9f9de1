// A small pool of worker threads. They run TypeScript through tsx unless this file itself was compiled to JavaScript.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerRequest } from "./ballot-worker-messages.ts";

const isTypeScript = import.meta.url.endsWith(".ts");

/** One thread, which answers one request at a time. */
export class BallotWorker {
  private readonly worker: Worker;

  constructor() {
    const file = new URL(isTypeScript ? "./ballot-worker.node.ts" : "./ballot-worker.node.js", import.meta.url);
    this.worker = new Worker(file, { execArgv: isTypeScript ? ["--import", loaderUrl()] : [] });
    this.worker.unref();
    this.worker.on("error", () => undefined);
  }

  /** Sends a request and waits for its answer; fails if the thread fails. */
  ask(request: WorkerRequest): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        this.worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        this.worker.unref();
        finish();
      };
      const onMessage = (answer: WorkerAnswer) => settle(() => resolve(answer));
      const onError = (error: Error) => settle(() => reject(error));
      const onExit = () => settle(() => reject(new Error("the worker thread ended")));
      this.worker.ref();
      this.worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      this.worker.postMessage(request);
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

function loaderUrl(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}
