// The web server: Express in front of Remix, with the headers that keep pages safe.
import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { createServer } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import type { NextFunction, Request, Response } from "express";
import type { Ground } from "#app/platform/context.server.ts";
import { forgetRefusedBodies, limitBodies } from "#app/platform/http/body-limits.server.ts";
import { compressedAssets } from "#app/platform/http/compressed-assets.server.ts";
import "#app/platform/http/load-context.server.ts";
import type { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { directoryOfPages } from "#app/modules/directory/index.server.ts";
import type { QueryMeter } from "#app/platform/query-meter.server.ts";
import { openRdapDoor } from "./rdap.ts";

export interface RunningWeb {
  readonly server: Server;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the build on the port (0: any free one), and RDAP in front of it where a directory is given. */
export async function startWeb(
  ground: Ground,
  build: ServerBuild,
  port: number,
  directory?: LiveDirectory,
  meter?: QueryMeter,
): Promise<RunningWeb> {
  const rdap = directory === undefined ? undefined : openRdapDoor(ground, directory, meter);
  const forPages = directoryOfPages(ground, directory, meter);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", ground.settings.trustedProxies);
  const isSecure = ground.settings.baseUrl.startsWith("https://");
  app.use(securityHeaders(isSecure));
  app.use("/assets", compressedAssets("build/client/assets"));
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
  app.use(express.static("public", { maxAge: "1h" }));
  app.use(refuseForeignWrites);
  app.use(limitBodies(isSecure));
  app.all(
    "*",
    createRequestHandler({
      build,
      getLoadContext: (request, response) => ({
        ground,
        directory: forPages,
        cspNonce: response.locals["cspNonce"] as string,
        clientAddress: request.ip ?? "",
      }),
    }),
  );
  app.use(forgetRefusedBodies);
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = createServer((request, response) => {
      // Why before Express: an answer from memory needs none of what pages need.
      if (rdap?.(request, response) !== true) app(request, response);
    });
    listening.listen(port, () => resolve(listening));
    listening.once("error", reject);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Source: OWASP Secure Headers; CSP level 3 with a nonce per page, so that no injected script runs. */
function securityHeaders(isSecure: boolean) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString("base64");
    response.locals["cspNonce"] = nonce;
    response.setHeader(
      "Content-Security-Policy",
      [
        "default-src 'self'",
        // Why wasm-unsafe-eval: a trustee's browser verifies the whole box with WebAssembly; it allows no other evaluation.
        `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ].join("; "),
    );
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Why: an address may carry an election or a member; other sites need not learn it.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (isSecure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
}

/** Security: a write must come from a page of ours. Browsers say so in Sec-Fetch-Site, older ones in Origin. Source: OWASP CSRF. */
function refuseForeignWrites(request: Request, response: Response, next: NextFunction): void {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead || isFromOurPages(request)) {
    next();
    return;
  }
  response.status(403).type("text/plain").send("This request did not come from a page of this site.");
}

function isFromOurPages(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.get("Origin");
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get("Host");
}
