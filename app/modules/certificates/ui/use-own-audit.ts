// Downloads the bundle and audits it in this browser.
import { useState } from "react";
import type { BundleCheck, BundleVerdict } from "#app/lib/audit-bundle/index.ts";
import { linkToBundle } from "#app/modules/elections/index.ts";

export interface OwnAudit {
  readonly verdict: BundleVerdict;
  readonly evidence: string | undefined;
  readonly checks: readonly BundleCheck[];
}

export interface OwnAuditState {
  readonly audit: OwnAudit | undefined;
  readonly isRunning: boolean;
  readonly hasFailed: boolean;
  run(): Promise<void>;
}

export function useOwnAudit(electionId: string): OwnAuditState {
  const [audit, setAudit] = useState<OwnAudit>();
  const [isRunning, setRunning] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function run(): Promise<void> {
    setRunning(true);
    setFailed(false);
    try {
      setAudit(await auditInThread(await fetchBundle(electionId)));
    } catch {
      setFailed(true);
    }
    setRunning(false);
  }

  return { audit, isRunning, hasFailed, run };
}

async function fetchBundle(electionId: string): Promise<ArrayBuffer> {
  const response = await fetch(linkToBundle(electionId), { cache: "no-store" });
  if (!response.ok) throw new Error(`the bundle cannot be had: ${response.status}`);
  return response.arrayBuffer();
}

function auditInThread(bundle: ArrayBuffer): Promise<OwnAudit> {
  const thread = new Worker(new URL("./audit-bundle.worker.ts", import.meta.url), { type: "module" });
  return new Promise<OwnAudit>((resolve, reject) => {
    thread.addEventListener("message", ({ data }: MessageEvent<OwnAudit | { readonly fault: string }>) => {
      thread.terminate();
      if ("fault" in data) reject(new Error(data.fault));
      else resolve(data);
    });
    thread.addEventListener("error", () => reject(new Error("the thread stopped")));
    thread.postMessage(bundle, [bundle]);
  });
}
