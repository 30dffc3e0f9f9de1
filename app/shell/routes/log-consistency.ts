// The proof that the log of one size continues that of another: /log/consistency?from=12&to=345, for browsers that remember one.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { findConsistencyProof, findLatestCheckpoint } from "#app/modules/audit-log/index.server.ts";

const sizes = z.object({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(0) });

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const asked = sizes.safeParse(Object.fromEntries(new URL(args.request.url).searchParams));
  const latest = await findLatestCheckpoint(context);
  // Why: nobody is told the shape of the log beyond what is signed.
  if (!asked.success || latest === undefined || asked.data.to > latest.size) throw new Response(null, { status: 404 });
  const proof = await findConsistencyProof(context, { knownSize: asked.data.from, size: asked.data.to });
  if (proof === undefined) throw new Response(null, { status: 404 });
  return Response.json({ proof }, { headers: { "Cache-Control": "public, max-age=3600" } });
}
