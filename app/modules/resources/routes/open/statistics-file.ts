// The statistics file of a registry and its sum, for everybody: "delegated-lacnic-extended-latest" and the same with ".md5".
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { servedStatistics } from "../../queries/served-statistics.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const match = /^delegated-([a-z0-9-]{1,40})-extended-latest(\.md5)?$/.exec(args.params["statistics"] ?? "");
  const [, registry, sum] = match ?? [];
  if (registry === undefined) throw new Response(null, { status: 404 });
  const context = await openVisitorDoor(args);
  const served = await servedStatistics(context, registry);
  if (!served.ok) throw new Response(null, { status: 404 });
  const { text, tag } = sum === undefined ? served.value.file : served.value.sum;
  // Why no-cache: whoever keeps it asks each time whether it is still the file.
  const headers = { ETag: tag, "Cache-Control": "public, no-cache", "Access-Control-Allow-Origin": "*" };
  if (hasTag(args.request, tag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

/** Why without "W/": a proxy that compresses makes the tag a weak one. Source: RFC 9110 §13.1.2. */
function hasTag(request: Request, tag: string): boolean {
  const known = (request.headers.get("If-None-Match") ?? "").split(",");
  return known.some((each) => each.trim().replace(/^W\//, "") === tag);
}
