// What was found, as a CSV file that is written while it is sent.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { contactRoles } from "../../domain/contact-roles.ts";
import type { OrganizationLine } from "../../domain/organization.ts";
import { permissions } from "../../module.ts";
import { listContactsOf } from "../../queries/contacts.server.ts";
import { forEachOrganizationPage } from "../../queries/find-organizations.server.ts";

const header = ["handle", "name", "country", "registry", "opaque_id", "demonstration"];

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["organizations:read-all"].slice() });
  const query = (new URL(args.request.url).searchParams.get("query") ?? "").slice(0, 200);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // Why not awaited: the answer begins before the last organisation has been read.
  writeAll(context, query, (text) => writer.write(new TextEncoder().encode(text))).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  return new Response(readable, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="organizations.csv"',
      "Cache-Control": "no-store",
    },
  });
}

async function writeAll(context: Context, query: string, write: (text: string) => Promise<void>): Promise<void> {
  const contactHeader = contactRoles.flatMap((role) => [`${role}_user_id`, `${role}_name`, `${role}_email`]);
  await write(csvByteOrderMark + csvLine([...header, ...contactHeader]));
  await forEachOrganizationPage(context, query, async (organizations) => {
    const contacts = await listContactsOf(
      context,
      organizations.map((each) => each.id),
    );
    const byKey = new Map(contacts.map((contact) => [`${contact.organizationId}/${contact.role}`, contact]));
    const cellsOf = ({ id, handle, name, country, registry, opaqueId, isDemonstration }: OrganizationLine) => [
      ...[handle, name, country, registry ?? "", opaqueId ?? "", isDemonstration ? "yes" : "no"],
      ...contactRoles.flatMap((role) => {
        const contact = byKey.get(`${id}/${role}`);
        return [contact?.userId ?? "", contact?.name ?? "", contact?.email ?? ""];
      }),
    ];
    await write(organizations.map((organization) => csvLine(cellsOf(organization))).join(""));
  });
}
