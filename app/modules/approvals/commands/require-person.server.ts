// Two people stand behind a sensitive act: neither a program nor a shell on the machine counts as one of them.
import type { Actor, Role } from "#app/platform/permissions/actor.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** The person who acts, if she holds one of the roles; throws otherwise. */
export function requirePersonWithRole(actor: Actor, roles: readonly Role[], permission: string): Person {
  if (actor.kind !== "person" || !actor.roles.some((role) => roles.includes(role))) {
    throw new NotPermitted(permission, actor);
  }
  return actor;
}
