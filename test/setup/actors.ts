// People and programs who act in tests.
import type { Actor, Role } from "#app/platform/permissions/actor.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** A person who is signed in; without roles unless the test gives some. */
export function aPerson(wish: Partial<Omit<Person, "kind">> & { readonly roles?: readonly Role[] } = {}): Person {
  return { kind: "person", accountId: "account-of-ana", userId: "ANA101", name: "Ana Paz", roles: [], ...wish };
}

/** Anybody, not signed in. */
export const aVisitor: Actor = { kind: "visitor" };

/** The product itself. */
export const theSystem: Actor = { kind: "system", name: "test" };
