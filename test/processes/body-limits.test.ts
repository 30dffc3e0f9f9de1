// How much a request may bring, over real HTTP with a page behind it that reads what it gets.
import { request as openRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import {
  ceremonyBodyBytes,
  forgetRefusedBodies,
  limitBodies,
  usualBodyBytes,
} from "#app/platform/http/body-limits.server.ts";

const ceremony = "/commission/elections/e1/messages";
const signedIn = { Cookie: "language=es; session=abc" };

let server: Server;
let read: number[];
let failed: string[];

beforeAll(async () => {
  const app = express();
  app.use(limitBodies(false));
  app.all("*", createRequestHandler({ build: aBuildThatCounts() }));
  app.use(forgetRefusedBodies);
  server = await new Promise((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("what is just within the limit arrives whole, announced or in chunks", async () => {
  for (const isChunked of [false, true]) {
    expect(await send("/form", usualBodyBytes, { isChunked })).toEqual({ status: 200, text: String(usualBodyBytes) });
  }
});

test("an announced length above the limit is refused with 413 before anything is read", async () => {
  const { status, text } = await send("/form", usualBodyBytes + 1);
  expect(status).toBe(413);
  expect(text).toContain("demasiado grande");
  expect(read).toEqual([]);
});

test("more than the limit in chunks, without an announced length, is refused with 413, and the page never sees a whole body", async () => {
  expect(await send("/form", 4 * usualBodyBytes, { isChunked: true })).toMatchObject({ status: 413 });
  expect(read).toEqual([]);
  expect(failed).toEqual(["BODY_TOO_LARGE"]);
});

test("the commission's browser may publish more, if it carries a session", async () => {
  const size = 3 * usualBodyBytes;
  for (const isChunked of [false, true]) {
    expect(await send(ceremony, size, { isChunked, headers: signedIn })).toEqual({ status: 200, text: String(size) });
    expect(await send(ceremony, size, { isChunked })).toMatchObject({ status: 413 });
    expect(await send(ceremony, size, { isChunked, headers: { Cookie: "session=" } })).toMatchObject({ status: 413 });
    expect(await send(`${ceremony}/more`, size, { isChunked, headers: signedIn })).toMatchObject({ status: 413 });
  }
});

test("more than the commission's limit is refused too", async () => {
  expect(await send(ceremony, ceremonyBodyBytes + 1, { headers: signedIn })).toMatchObject({ status: 413 });
});

/** One action for every address, which answers how many bytes it read. */
function aBuildThatCounts(): ServerBuild {
  const action = async ({ request }: { request: Request }) => {
    try {
      const { byteLength } = await request.arrayBuffer();
      read.push(byteLength);
      return new Response(String(byteLength));
    } catch (error) {
      failed.push((error as { code?: string }).code ?? String(error));
      throw error;
    }
  };
  return {
    entry: { module: { default: () => new Response(null, { status: 500 }), handleError: () => undefined } },
    routes: { everything: { id: "everything", path: "*", module: { action } } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {},
    isSpaMode: false,
  } as unknown as ServerBuild;
}

interface Sending {
  readonly isChunked?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(path: string, bytes: number, { isChunked = false, headers = {} }: Sending = {}) {
  read = [];
  failed = [];
  const { port } = server.address() as AddressInfo;
  const length = isChunked ? { "Transfer-Encoding": "chunked" } : { "Content-Length": String(bytes) };
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sending = openRequest(
      { port, host: "127.0.0.1", path, method: "POST", headers: { ...headers, ...length } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece: string) => (text += piece));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on("error", reject);
      },
    );
    // Why so: who is refused may still be sending when the line closes.
    sending.on("error", (error) => setTimeout(() => reject(error), 500));
    const piece = Buffer.alloc(64 * 1024, 97);
    let left = bytes;
    const pour = (): void => {
      while (left > 0) {
        const size = Math.min(left, piece.byteLength);
        left -= size;
        if (!sending.write(piece.subarray(0, size))) {
          sending.once("drain", pour);
          return;
        }
      }
      sending.end();
    };
    pour();
  });
}
