// What was found, as a CSV file that is written while it is sent.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { answerCsv } from "#app/platform/http/file-answer.server.ts";
import { contactRoles } from "../../domain/contact-roles.ts";
import type { OrganizationLine } from "../../domain/organization.ts";
import { permissions } from "../../module.ts";
import { listContactsOf } from "../../queries/contacts.server.ts";
import { readAllOrganizations } from "../../queries/find-organizations.server.ts";

const header = [
  ...["handle", "name", "country", "registry", "opaque_id", "demonstration"],
  ...contactRoles.flatMap((role) => [`${role}_user_id`, `${role}_name`, `${role}_email`]),
];

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: permissions["organizations:read-all"].slice() });
  const query = (new URL(args.request.url).searchParams.get("query") ?? "").slice(0, 200);
  return answerCsv("organizations", header, linesOf(context, query));
}

async function* linesOf(context: Context, query: string): AsyncGenerator<string[][]> {
  for await (const organizations of readAllOrganizations(context, query)) {
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
    yield organizations.map(cellsOf);
  }
}
