// People who could become a contact, for whoever may name one.
// Privacy: contacts of other organisations see only so much of an e-mail that they recognise it.
import { findAccountByUserId, findAccounts } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import { maskedEmail, readPersonQuery } from "../domain/person-query.ts";
import { permissions } from "../module.ts";

export interface FoundPerson {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** A search says nothing before the third letter, and never more than this many. */
const [fewestLetters, most] = [3, 8];

/**
 * Who was meant. `isExact`: by user ID or whole e-mail, so that nobody has to choose.
 *
 * Only staff and administrative contacts may ask.
 */
export async function findPeople(
  context: ReadingContext,
  typed: string,
): Promise<{ readonly people: readonly FoundPerson[]; readonly isExact: boolean }> {
  const mayReadEmail = isPermitted(context.actor, permissions, "organizations:read-all");
  if (!mayReadEmail) await requireAdministrativeContact(context);
  return searchPeople(context, typed);
}

/** The same for whoever may name a contact elsewhere; who that is, is for the caller to decide. */
export async function searchPeople(
  context: ReadingContext,
  typed: string,
): Promise<{ readonly people: readonly FoundPerson[]; readonly isExact: boolean }> {
  const mayReadEmail = isPermitted(context.actor, permissions, "organizations:read-all");
  const query = readPersonQuery(typed);
  if (query === undefined) return { people: [], isExact: false };
  const shown = ({ accountId, userId, name, email }: FoundPerson): FoundPerson => ({
    accountId,
    userId,
    name,
    email: mayReadEmail ? email : maskedEmail(email),
  });
  if (query.kind === "userId") {
    const person = await findAccountByUserId(context, query.userId);
    if (person?.isActive === true) return { people: [shown(person)], isExact: true };
  }
  const words = query.kind === "words" ? query.words : query.userId;
  if (words.length < fewestLetters) return { people: [], isExact: false };
  const found = (await findAccounts(context, { query: words, limit: most * 2 })).filter((person) => person.isActive);
  const sameEmail = found.filter((person) => person.email.toLowerCase() === words.toLowerCase());
  if (sameEmail.length === 1) return { people: sameEmail.map(shown), isExact: true };
  return { people: found.slice(0, most).map(shown), isExact: false };
}

async function requireAdministrativeContact(context: ReadingContext): Promise<void> {
  const { actor } = context;
  const count =
    actor.kind === "person"
      ? await context.database.organizationContact.count({
          where: { accountId: actor.accountId, role: "administrative" },
        })
      : 0;
  if (count === 0) throw new NotPermitted("organizations:set-any-contact", actor);
}
