// Refuses requests that bring more than anybody honest sends, before a page reads them: by the announced length, and by
// counting, because a length need not be announced. Source: ASVS 5.0 §5.2.1; RFC 9110 §15.5.14.
import type { NextFunction, Request, Response } from "express";
import { sessionCookie } from "./cookies.server.ts";

const megabyte = 1024 * 1024;

/** What a request may bring. A form, or the largest ballot, is far below it. */
export const usualBodyBytes = megabyte;

/** What a commission member's browser may publish at once: the sealed codes of a whole roll. */
export const ceremonyBodyBytes = 64 * megabyte;

/** What a candidate may upload as a photograph. */
export const photoBodyBytes = 11 * megabyte;

const photoPath = /^\/my\/candidacies\/[^/]+\/photo(\.data)?$/;

const ceremonyPath = /^\/commission\/elections\/[^/]+\/messages$/;

/** What the page that reads the request is told; it stands in no log, because nothing of ours failed. */
export const bodyTooLarge = "BODY_TOO_LARGE";

/** How long the answer has to reach who is still sending. */
const lingerMs = 1000;

const sentences = [
  "La solicitud es demasiado grande.",
  "The request is too large.",
  "A solicitação é grande demais.",
].join("\n");

/** The middleware. It watches what passes and takes nothing away from who reads the request. */
export function limitBodies(isSecure: boolean) {
  const cookieName = sessionCookie(isSecure).name;
  return (request: Request, response: Response, next: NextFunction): void => {
    const limit = limitFor(request, cookieName);
    if (Number(request.headers["content-length"] ?? 0) > limit) {
      refuseBody(request, response);
      return;
    }
    // Why not reads: nobody reads what they bring, and listening would let it flow away from nobody.
    if (request.method !== "GET" && request.method !== "HEAD") watch(request, response, limit);
    next();
  };
}

/** Answers nothing more where the refusal has been sent already; other faults go on. */
export function forgetRefusedBodies(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent && response.statusCode === 413) return;
  if (response.locals[bodyTooLarge] === true) return;
  next(error);
}

function limitFor(request: Request, cookieName: string): number {
  if (request.method !== "POST" || !carriesCookie(request, cookieName)) return usualBodyBytes;
  if (ceremonyPath.test(request.path)) return ceremonyBodyBytes;
  return photoPath.test(request.path) ? photoBodyBytes : usualBodyBytes;
}

function carriesCookie(request: Request, name: string): boolean {
  const cookies = (request.headers.cookie ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.some((cookie) => cookie.startsWith(`${name}=`) && cookie.length > name.length + 1);
}

/** The page's own reader is attached in the same turn, so listening here loses nothing. */
function watch(request: Request, response: Response, limit: number): void {
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.byteLength;
    if (bytes <= limit) return;
    request.off("data", count);
    request.pause();
    refuseBody(request, response);
    // Why an error and not an end: half a form must not be taken for a whole one.
    request.emit("error", Object.assign(new Error("the request is too large"), { code: bodyTooLarge }));
  };
  request.on("error", () => undefined);
  request.on("data", count);
}

function refuseBody(request: Request, response: Response): void {
  response.locals[bodyTooLarge] = true;
  if (!response.headersSent) {
    response.status(413).set({ Connection: "close", "Cache-Control": "no-store" }).type("text/plain").send(sentences);
  }
  setTimeout(() => request.destroy(), lingerMs).unref();
}
