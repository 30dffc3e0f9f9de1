// RDAP: the directory over HTTP, in front of the pages because it answers from memory and needs nothing of them.
// Source: RFC 7480 (HTTP), RFC 7481 §3 (limits); what is answered stands in the directory module.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Ground } from "#app/platform/context.server.ts";
import { clientAddressOf } from "#app/platform/http/client-address.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { networkOf } from "#app/modules/accounts/index.server.ts";
import type {
  LiveDirectory,
  QueryLimits,
  RdapProblem,
  RdapSurroundings,
  WrittenAnswer,
} from "#app/modules/directory/index.server.ts";
import {
  defaultQueryLimits,
  KeptAnswers,
  mediaType,
  problemAnswer,
  rdapPath,
  rdapSurroundingsOf,
  readRdapQuery,
} from "#app/modules/directory/index.server.ts";

/** Answers the request if it is one for RDAP; says whether it was. */
export type RdapDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

export function openRdapDoor(
  ground: Ground,
  directory: LiveDirectory,
  limits: QueryLimits = defaultQueryLimits,
): RdapDoor {
  const surroundings = rdapSurroundingsOf(ground);
  const headers = headersFor(ground.settings.baseUrl);
  const ready = (answer: WrittenAnswer) => readyAnswer(headers, answer);
  const door: Door = {
    ...{ directory, surroundings, headers, ready },
    meter: new QueryMeter({ ...limits, reducedPerMinute: 0 }),
    kept: new KeptAnswers(surroundings, ready),
    trustedProxies: ground.settings.trustedProxies,
  };
  return (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith(rdapPath) || !/^(?:\/|\?|$)/.test(url.slice(rdapPath.length))) return false;
    answer(door, request, response, url).catch((error: unknown) => {
      ground.log.error({ error, url }, "an RDAP question could not be answered");
      response.destroy();
    });
    return true;
  };
}

interface Door {
  readonly directory: LiveDirectory;
  readonly surroundings: RdapSurroundings;
  readonly headers: readonly string[];
  readonly meter: QueryMeter;
  readonly kept: KeptAnswers<ReadyAnswer>;
  readonly ready: (answer: WrittenAnswer) => ReadyAnswer;
  readonly trustedProxies: number;
}

/** An answer with its headers as they are sent. */
interface ReadyAnswer {
  readonly status: number;
  readonly body: Buffer;
  readonly tag: string;
  readonly headers: string[];
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  const { method = "GET" } = request;
  if (method === "OPTIONS") {
    response.writeHead(204, [...door.headers, "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"]).end();
    return;
  }
  if (method !== "GET" && method !== "HEAD") {
    const description = "This service answers GET and HEAD.";
    const refused = problemOf(door, { status: 405, title: "Method not allowed", description });
    send(request, response, refused, ["Allow", "GET, HEAD, OPTIONS"]);
    return;
  }
  const metered = await door.meter.count(networkOf(clientAddressOf(request, door.trustedProxies)));
  if (metered.kind === "refused") {
    const { retryAfterSeconds } = metered;
    const description = `You have asked too much. Ask again in ${retryAfterSeconds} seconds.`;
    const refused = problemOf(door, { status: 429, title: "Too many requests", description });
    send(request, response, refused, ["Retry-After", String(retryAfterSeconds)]);
    return;
  }
  const [path = "", search = ""] = splitAt(url.slice(rdapPath.length + 1), "?");
  const query = readRdapQuery(path, search);
  const found = query.ok ? door.kept.answer(door.directory.index, query.value) : problemOf(door, query.error);
  send(request, response, found);
}

function problemOf({ surroundings, ready }: Door, problem: RdapProblem): ReadyAnswer {
  const { status, body } = problemAnswer(surroundings, problem);
  return ready({ status, text: JSON.stringify(body) });
}

function readyAnswer(headers: readonly string[], { status, text }: WrittenAnswer): ReadyAnswer {
  const body = Buffer.from(text);
  const tag = `"${createHash("sha1").update(body).digest("base64url")}"`;
  const own = ["Content-Type", mediaType, "Content-Length", String(body.length)];
  return { status, body, tag, headers: [...headers, ...own, ...(status === 200 ? ["ETag", tag] : [])] };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, tag, headers }: ReadyAnswer,
  more: readonly string[] = [],
): void {
  if (status === 200 && isKnown(request.headers["if-none-match"], tag)) {
    const kept = headers.filter((_, index) => !/^Content-/.test(headers[index - (index % 2)] ?? ""));
    response.writeHead(304, kept).end();
    return;
  }
  response.writeHead(status, more.length === 0 ? headers : [...headers, ...more]);
  response.end(request.method === "HEAD" ? undefined : body);
}

function isKnown(condition: string | undefined, tag: string): boolean {
  return condition?.split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*") === true;
}

/** Source: RFC 7480 §5.6: pages of other sites may read it. */
function headersFor(baseUrl: string): readonly string[] {
  return [
    ...["Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "ETag, Retry-After"],
    ...["Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff"],
    ...["Content-Security-Policy", "default-src 'none'"],
    ...(baseUrl.startsWith("https://") ? ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] : []),
  ];
}

function splitAt(text: string, mark: string): [string, string] {
  const place = text.indexOf(mark);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}
