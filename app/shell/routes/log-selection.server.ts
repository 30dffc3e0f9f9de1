// What a page of the log was asked for, and what people call the things that its entries name.
import { z } from "zod";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import type { AuditLine, AuditSelection } from "#app/modules/audit-log/index.server.ts";
import type { KnownNames } from "#app/modules/audit-log/index.ts";
import { listElections } from "#app/modules/elections/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";

const day = z.iso.date();
const sequence = z.coerce.number().int().min(0);
const text = z.string().trim().min(1).max(200);

/** Why one by one: a filter that cannot be read is no filter, and the others still hold. */
export function selectionOf(request: Request): AuditSelection {
  const search = new URL(request.url).searchParams;
  const read = <Output>(name: string, schema: z.ZodType<Output>) =>
    schema.safeParse(search.get(name) ?? undefined).data;
  const found = {
    actorName: read("who", text),
    area: read("area", text),
    action: read("action", text),
    electionId: read("election", text),
    subjectId: read("subject", text),
    from: read("from", day),
    until: read("until", day),
    before: read("before", sequence),
    after: read("after", sequence),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Titles of elections, names of people and of organisations, for the identifiers in these entries. */
export async function namesFor(context: ReadingContext, entries: readonly AuditLine[]): Promise<KnownNames> {
  const ids = [...new Set(entries.flatMap(identifiersIn))];
  const [elections, accounts, organizations] = await Promise.all([
    electionTitles(context),
    listAccounts(context, ids),
    listOrganizationLines(context, ids),
  ]);
  const wanted = new Set(ids);
  return Object.fromEntries<string | Trilingual>([
    ...elections.filter(({ id }) => wanted.has(id)).map(({ id, title }) => [id, title] as const),
    ...accounts.map(({ accountId, name, userId }) => [accountId, `${name} (${userId})`] as const),
    ...organizations.map(({ id, handle, name }) => [id, `${name} (${handle})`] as const),
  ]);
}

/** Every election with its title, the newest first. */
export async function electionTitles(context: ReadingContext): Promise<{ id: string; title: Trilingual }[]> {
  return (await listElections(context, { withDrafts: true })).map(({ id, title }) => ({ id, title }));
}

function identifiersIn({ subjectId, details, changes }: AuditLine): string[] {
  const values = [...Object.values(details), ...changes.flatMap(({ before, after }) => [before, after])];
  return [subjectId, ...values.filter((value) => typeof value === "string")].filter((id) => id.length <= 64);
}
