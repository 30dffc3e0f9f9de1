// RDAP: the directory over HTTP, in front of the pages because it answers from memory and needs nothing of them.
// Source: RFC 7480 (HTTP), RFC 7481 §3 (limits); what is answered stands in the directory module.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Ground } from "#app/platform/context.server.ts";
import { clientAddressOf } from "#app/platform/http/client-address.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { networkOf } from "#app/modules/accounts/index.server.ts";
import type { LiveDirectory, QueryLimits, RdapAnswer, RdapSurroundings } from "#app/modules/directory/index.server.ts";
import {
  answerRdap,
  defaultQueryLimits,
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
  const meter = new QueryMeter({ ...limits, reducedPerMinute: 0 });
  const { baseUrl, trustedProxies } = ground.settings;
  const surroundings = rdapSurroundingsOf(ground);
  const headers = headersFor(baseUrl);
  return (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith(rdapPath) || !/^(?:\/|\?|$)/.test(url.slice(rdapPath.length))) return false;
    if (request.method === "OPTIONS") {
      response.writeHead(204, { ...headers, "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS" }).end();
      return true;
    }
    const client = networkOf(clientAddressOf(request, trustedProxies));
    void answer(request, { meter, directory, surroundings, client })
      .then((answered) => send(request, response, headers, answered))
      .catch((error: unknown) => {
        ground.log.error({ error, url }, "an RDAP question could not be answered");
        response.destroy();
      });
    return true;
  };
}

interface Asked {
  readonly meter: QueryMeter;
  readonly directory: LiveDirectory;
  readonly surroundings: RdapSurroundings;
  readonly client: string;
}

interface Answered extends RdapAnswer {
  readonly retryAfterSeconds?: number;
}

async function answer(request: IncomingMessage, { meter, directory, surroundings, client }: Asked): Promise<Answered> {
  const { method = "GET", url = "" } = request;
  if (method !== "GET" && method !== "HEAD") {
    return problemAnswer(surroundings, {
      ...{ status: 405, title: "Method not allowed" },
      description: "This service answers GET and HEAD.",
    });
  }
  const metered = await meter.count(client);
  if (metered.kind === "refused") {
    const { retryAfterSeconds } = metered;
    const description = `You have asked too much. Ask again in ${retryAfterSeconds} seconds.`;
    return {
      ...problemAnswer(surroundings, { status: 429, title: "Too many requests", description }),
      retryAfterSeconds,
    };
  }
  const [path = "", search = ""] = splitAt(url.slice(rdapPath.length + 1), "?");
  const query = readRdapQuery(path, search);
  return query.ok ? answerRdap(directory.index, query.value, surroundings) : problemAnswer(surroundings, query.error);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  { status, body, retryAfterSeconds }: Answered,
): void {
  const text = JSON.stringify(body);
  const tag = `"${createHash("sha1").update(text).digest("base64url")}"`;
  if (status === 200 && isKnown(request.headers["if-none-match"], tag)) {
    response.writeHead(304, { ...headers, ETag: tag }).end();
    return;
  }
  response.writeHead(status, {
    ...headers,
    "Content-Type": mediaType,
    "Content-Length": Buffer.byteLength(text),
    ...(status === 200 ? { ETag: tag } : {}),
    ...(status === 405 ? { Allow: "GET, HEAD, OPTIONS" } : {}),
    ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
  });
  response.end(request.method === "HEAD" ? undefined : text);
}

function isKnown(condition: string | undefined, tag: string): boolean {
  return condition?.split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*") === true;
}

/** Source: RFC 7480 §5.6: pages of other sites may read it. */
function headersFor(baseUrl: string): Readonly<Record<string, string>> {
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    ...(baseUrl.startsWith("https://") ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

function splitAt(text: string, mark: string): [string, string] {
  const place = text.indexOf(mark);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}
