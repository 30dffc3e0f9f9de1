// The whole roll as a file: read and hashed once for each root, and not sent again to whoever has it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { WholeRoll } from "../queries/roll-export.server.ts";
import { listWholeRoll } from "../queries/roll-export.server.ts";
import { requireRollPublic } from "../queries/roll-publication.server.ts";
import { openPublicElection } from "./public-election.server.ts";

export interface RollFileKind {
  readonly extension: "json" | "csv";
  readonly contentType: string;
  readonly write: (roll: WholeRoll) => string;
}

const mostKept = 8;
/** By kind, election and root, which changes with every entry. */
const written = new Map<string, string>();

export async function answerRollFile(args: LoaderFunctionArgs, kind: RollFileKind): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  await requireRollPublic(context, election);
  const { id, rollRoot, rollVersion } = election;
  if (rollRoot === null) throw new Response(null, { status: 404 });
  const tag = `"${kind.extension}-${rollVersion}-${rollRoot}"`;
  // Why no-cache: whoever keeps it asks each time whether it is still the roll, which costs no reading of it.
  const headers = { ETag: tag, "Cache-Control": "private, no-cache" };
  if (hasTag(args.request, tag)) return new Response(null, { status: 304, headers });
  const key = `${id} ${tag}`;
  const text = written.get(key) ?? (await writeFile(context, { id, key, rollRoot }, kind));
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": kind.contentType,
      "Content-Disposition": `attachment; filename="roll-${id}-v${rollVersion}.${kind.extension}"`,
    },
  });
}

/** Why without "W/": a proxy that compresses makes the tag a weak one. Source: RFC 9110 §13.1.2. */
function hasTag(request: Request, tag: string): boolean {
  const known = (request.headers.get("If-None-Match") ?? "").split(",");
  return known.some((each) => each.trim().replace(/^W\//, "") === tag);
}

type Opened = Awaited<ReturnType<typeof openPublicElection>>["context"];

async function writeFile(
  context: Opened,
  { id, key, rollRoot }: { readonly id: string; readonly key: string; readonly rollRoot: string },
  kind: RollFileKind,
): Promise<string> {
  const roll = await listWholeRoll(context, id);
  if (roll === undefined) throw new Response(null, { status: 404 });
  const text = kind.write(roll);
  // Why compared: the roll may have been changed between the two readings.
  if (roll.root !== rollRoot) return text;
  if (written.size >= mostKept) written.clear();
  written.set(key, text);
  return text;
}
