// Who was a contact of an organisation when, and who named whom: the past beside the present.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ContactRole } from "../domain/contact-roles.ts";
import type { Contact } from "../domain/organization.ts";

export interface ContactTerm {
  readonly accountId: string;
  readonly name: string;
  readonly userId: string;
  readonly since: string;
  /** Null: still is. */
  readonly until: string | null;
  /** "" where nobody wrote it down. */
  readonly grantedByName: string;
}

/** Everybody who held the role, the present one first. */
export async function listContactTerms(
  context: ReadingContext,
  organizationId: string,
  role: ContactRole,
): Promise<ContactTerm[]> {
  const [present, former] = await Promise.all([
    context.database.organizationContact.findUnique({ where: { organizationId_role: { organizationId, role } } }),
    context.database.formerContact.findMany({ where: { organizationId, role }, orderBy: { until: "desc" } }),
  ]);
  const terms = [...(present === null ? [] : [{ ...present, until: null }]), ...former];
  const people = await listAccounts(
    context,
    terms.map(({ accountId }) => accountId),
  );
  return terms.flatMap(({ accountId, since, until, grantedByName }) => {
    const person = people.find((each) => each.accountId === accountId);
    if (person === undefined) return [];
    const { name, userId } = person;
    return [
      { accountId, name, userId, since: since.toISOString(), until: until?.toISOString() ?? null, grantedByName },
    ];
  });
}

/**
 * Who held the role at an instant, for those organisations in which somebody else was named afterwards. Where nobody held it
 * then, or the person is no longer active, there is no earlier contact.
 */
export async function findEarlierContacts(
  context: ReadingContext,
  { role, at }: { readonly role: ContactRole; readonly at: Date },
): Promise<ReadonlyMap<string, Contact>> {
  const rows = await context.database.formerContact.findMany({
    where: { role, since: { lte: at }, until: { gt: at } },
  });
  const people = await listAccounts(
    context,
    rows.map(({ accountId }) => accountId),
  );
  const active = new Map(people.filter(({ isActive }) => isActive).map((person) => [person.accountId, person]));
  return new Map(
    rows.flatMap(({ organizationId, accountId, since }): [string, Contact][] => {
      const person = active.get(accountId);
      if (person === undefined) return [];
      const { userId, name, email, language } = person;
      return [[organizationId, { organizationId, role, since, accountId, userId, name, email, language }]];
    }),
  );
}
