// Audits a bundle in a thread of the commissioner's own browser: what she signs is the evidence that this thread has read, and not
// what the page was told.
import { loadWebAssemblyBackend } from "#app/lib/ballot-protocol/backends/webassembly-backend.ts";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { auditBundle } from "#app/lib/audit-bundle/index.ts";

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener("message", (event: MessageEvent<ArrayBuffer>) => {
  const backend = loadWebAssemblyBackend();
  auditBundle(new Uint8Array(event.data), (archive) => verifyArchive(archive, { backend })).then(
    ({ verdict, evidence, checks }) => self.postMessage({ verdict, evidence, checks }),
    (fault: unknown) => self.postMessage({ fault: String(fault) }),
  );
});
