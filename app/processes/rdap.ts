// RDAP: the directory over HTTP, in front of the pages because it answers from memory and needs nothing of them.
// Source: RFC 7480 (HTTP), RFC 7481 §3 (limits); what is answered stands in the directory module.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Ground } from "#app/platform/context.server.ts";
import { clientAddressOf } from "#app/platform/http/client-address.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { networkOf } from "#app/modules/accounts/index.server.ts";
import type {
  LiveDirectory,
  RdapProblem,
  RdapSurroundings,
  WrittenAnswer,
} from "#app/modules/directory/index.server.ts";
import {
  defaultQueryLimits,
  RdapWriter,
  mediaType,
  problemAnswer,
  rdapPath,
  rdapSurroundingsOf,
  readRdapQuery,
  referralOf,
} from "#app/modules/directory/index.server.ts";

const longestAddress = 2_048;

/** Answers the request if it is one for RDAP; says whether it was. */
export type RdapDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** `meter` counts what clients ask at all doors of this process. */
export function openRdapDoor(
  ground: Ground,
  directory: LiveDirectory,
  meter: QueryMeter = new QueryMeter(defaultQueryLimits),
): RdapDoor {
  const surroundings = rdapSurroundingsOf(ground);
  const door: Door = {
    ...{ directory, meter, surroundings },
    writer: new RdapWriter(surroundings),
    headers: headersFor(ground.settings.baseUrl),
    trustedProxies: ground.settings.trustedProxies,
    // Why of its own: another process may stand at another state of the register with the same number.
    tagBeginning: Buffer.from(ground.random(6)).toString("base64url"),
  };
  return (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith(rdapPath) || !/^(?:\/|\?|$)/.test(url.slice(rdapPath.length))) return false;
    try {
      answer(door, request, response, url);
    } catch (error) {
      ground.log.error({ error, url }, "an RDAP question could not be answered");
      response.destroy();
    }
    return true;
  };
}

interface Door {
  readonly directory: LiveDirectory;
  readonly surroundings: RdapSurroundings;
  readonly headers: readonly string[];
  readonly meter: QueryMeter;
  readonly writer: RdapWriter;
  readonly trustedProxies: number;
  readonly tagBeginning: string;
}

function answer(door: Door, request: IncomingMessage, response: ServerResponse, url: string): void {
  const { method = "GET" } = request;
  if (method === "OPTIONS") {
    response.writeHead(204, [...door.headers, "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"]).end();
    return;
  }
  if (method !== "GET" && method !== "HEAD") {
    const description = "This service answers GET and HEAD.";
    refuse(door, request, response, { status: 405, title: "Method not allowed", description }, [
      ...["Allow", "GET, HEAD, OPTIONS"],
    ]);
    return;
  }
  const { kind, retryAfterSeconds } = door.meter.count(networkOf(clientAddressOf(request, door.trustedProxies)));
  // Why also where WHOIS would say less: an answer of RDAP without contacts would be another answer.
  if (kind !== "whole") {
    const description = `You have asked too much. Ask again in ${retryAfterSeconds} seconds.`;
    refuse(door, request, response, { status: 429, title: "Too many requests", description }, [
      ...["Retry-After", String(retryAfterSeconds)],
    ]);
    return;
  }
  if (url.length > longestAddress) {
    const description = `An address has at most ${longestAddress} characters.`;
    refuse(door, request, response, { status: 414, title: "Address too long", description });
    return;
  }
  const [path = "", search = ""] = splitAt(url.slice(rdapPath.length + 1), "?");
  const query = readRdapQuery(path, search);
  if (!query.ok) refuse(door, request, response, query.error);
  else {
    const { index, referrals } = door.directory;
    const found = door.writer.answer(index, query.value);
    const elsewhere = found.status === 404 ? referralOf(referrals, query.value, index) : undefined;
    if (elsewhere === undefined) send(door, request, response, found);
    // Source: RFC 7480 §5.2. Why the path as it came: the other registry reads it for itself.
    else response.writeHead(302, [...door.headers, "Location", elsewhere + path, "Content-Length", "0"]).end();
  }
}

function refuse(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
  problem: RdapProblem,
  more: readonly string[] = [],
): void {
  const { status, body } = problemAnswer(door.surroundings, problem);
  send(door, request, response, { status, pieces: [Buffer.from(JSON.stringify(body))] }, more);
}

function send(
  { headers, tagBeginning, directory }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  { status, pieces }: WrittenAnswer,
  more: readonly string[] = [],
): void {
  // Why not of the text: an answer is the same while the register is, and looking at every byte costs more than writing it.
  const tag = `"${tagBeginning}.${directory.version}"`;
  if (status === 200 && isKnown(request.headers["if-none-match"], tag)) {
    response.writeHead(304, [...headers, "ETag", tag]).end();
    return;
  }
  const body = Buffer.concat(pieces);
  const own = ["Content-Type", mediaType, "Content-Length", String(body.length)];
  response.writeHead(status, [...headers, ...own, ...(status === 200 ? ["ETag", tag] : more)]);
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
