// People who could become a contact, for whoever may name one.
// Privacy: contacts of other organisations see only so much of an e-mail that they recognise it, and find by a whole one alone.
import { findAccountByUserId, findAccounts, findAccountsByEmail } from "#app/modules/accounts/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { maskedEmail, readPersonQuery } from "../domain/person-query.ts";
import { permissions } from "../module.ts";

export interface FoundPerson {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export interface FoundPeople {
  readonly people: readonly FoundPerson[];
  readonly isExact: boolean;
  /** Nothing was looked for: so long the person must wait who has searched very much. */
  readonly waitSeconds?: number;
}

/** Security: the people of the register can be looked up, not copied. A field that suggests people asks several times for each. */
const searchesOfPerson: Allowance = {
  ...{ name: "people-searches", free: 400, firstWaitSeconds: 5, longestWaitSeconds: 60 },
  memorySeconds: 60 * 60,
};

/** A search says nothing before the third letter, and never more than this many. */
const [fewestLetters, most] = [3, 8];

/**
 * Who was meant. `isExact`: by user ID or whole e-mail, so that nobody has to choose.
 *
 * Only staff and administrative contacts may ask.
 */
export async function findPeople(context: Context, typed: string): Promise<FoundPeople> {
  const mayReadEmail = isPermitted(context.actor, permissions, "organizations:read-all");
  if (!mayReadEmail) await requireAdministrativeContact(context);
  return searchPeople(context, typed);
}

/** The same for whoever may name a contact elsewhere; who that is, is for the caller to decide. */
export async function searchPeople(context: Context, typed: string): Promise<FoundPeople> {
  const mayReadEmail = isPermitted(context.actor, permissions, "organizations:read-all");
  const query = readPersonQuery(typed);
  if (query === undefined) return { people: [], isExact: false };
  if (!mayReadEmail && context.actor.kind === "person") {
    const admission = await admitAttempt(context, searchesOfPerson, context.actor.accountId);
    if (!admission.isAdmitted) return { people: [], isExact: false, waitSeconds: admission.retryAfterSeconds };
  }
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
  const sameEmail = words.includes("@") ? (await findAccountsByEmail(context, words)).filter(isActive) : [];
  if (sameEmail.length === 1) return { people: sameEmail.map(shown), isExact: true };
  const wish = { query: words, limit: most * 2, isEmailLeftOut: !mayReadEmail };
  const found = sameEmail.length > 0 ? sameEmail : (await findAccounts(context, wish)).filter(isActive);
  return { people: found.slice(0, most).map(shown), isExact: false };
}

function isActive(person: { readonly isActive: boolean }): boolean {
  return person.isActive;
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
