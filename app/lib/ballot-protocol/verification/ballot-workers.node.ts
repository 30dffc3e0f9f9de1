// Worker threads that examine ballots. They run TypeScript through tsx unless this file itself was compiled to JavaScript.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerRequest } from "./ballot-worker-messages.ts";

const isTypeScript = import.meta.url.endsWith(".ts");

/** One thread, which answers one request at a time. */
export class BallotWorker {
  private readonly worker: Worker;
  private failure: Error | undefined;

  constructor() {
    this.worker = isTypeScript
      ? new Worker(typeScriptStart(), { eval: true, execArgv: [] })
      : new Worker(new URL("./ballot-worker.node.js", import.meta.url), { execArgv: [] });
    this.worker.unref();
    this.worker.on("error", (error: Error) => {
      this.failure = error;
    });
    this.worker.on("exit", () => {
      this.failure ??= new Error("the worker thread ended");
    });
  }

  /** Sends a request and waits for its answer; fails if the thread fails. */
  ask(request: WorkerRequest): Promise<WorkerAnswer> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
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

/** Why in the thread: a loader given on the command line serves only the main thread, which may have none (under Vitest). */
function typeScriptStart(): string {
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve("tsx/esm/api")
      .replace(/\.cjs$/, ".mjs"),
  ).href;
  const file = new URL("./ballot-worker.node.ts", import.meta.url).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(file)}); });`;
}
