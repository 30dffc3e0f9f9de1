// The picture of a candidate. Before the publication only the candidate and the commission see it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { permissions } from "../../module.ts";
import { findPhoto } from "../../queries/photo.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const photo = await findPhoto(context, args.params["candidacyId"] ?? "");
  const { actor } = context;
  const isOwn = actor.kind === "person" && photo?.accountId === actor.accountId;
  const maySee = photo?.isPublic === true || isOwn || isPermitted(actor, permissions, "candidacies:read-all");
  if (photo === undefined || !maySee) throw new Response(null, { status: 404 });
  return new Response(Buffer.from(photo.bytes), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Length": String(photo.bytes.byteLength),
      // Security: whatever the bytes were, a browser draws them and does nothing else with them.
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Disposition": 'inline; filename="candidate.jpg"',
      "Cache-Control": photo.isPublic ? "public, max-age=86400" : "private, no-store",
      ETag: `"${photo.hash}"`,
    },
  });
}
