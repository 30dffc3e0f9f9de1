// Who acts, and what a role may do. There is no default actor: a command cannot be attributed by accident.

/** The roles of the organisation's own people. Members act through their contacts and need none. */
export const roles = ["administrator", "staff", "commission", "auditor"] as const;
export type Role = (typeof roles)[number];

export type Actor =
  | {
      readonly kind: "person";
      readonly accountId: string;
      readonly userId: string;
      readonly name: string;
      readonly roles: readonly Role[];
    }
  /** The product itself: closing at the closing instant, for example. */
  | { readonly kind: "system"; readonly name: string }
  /** Somebody with a shell on the machine. */
  | { readonly kind: "command-line"; readonly name: string }
  /** Anybody, not signed in. */
  | { readonly kind: "visitor" };

/** Thrown when somebody asks for what they may not have; the door answers 403 and the log keeps it. */
export class NotPermitted extends Error {
  readonly permission: string;
  readonly actor: Actor;

  constructor(permission: string, actor: Actor) {
    super(`not permitted: ${permission}`);
    this.name = "NotPermitted";
    this.permission = permission;
    this.actor = actor;
  }
}

/** A module's table: which roles hold which permission. */
export type PermissionTable<Name extends string> = Readonly<Record<Name, readonly Role[]>>;

/** Whether the actor holds the permission. The command line and the system may do everything; a visitor nothing. */
export function isPermitted<Name extends string>(actor: Actor, table: PermissionTable<Name>, name: Name): boolean {
  switch (actor.kind) {
    case "system":
    case "command-line":
      return true;
    case "visitor":
      return false;
    case "person":
      return actor.roles.some((role) => table[name].includes(role));
  }
}

/** Throws `NotPermitted` unless the actor holds the permission. */
export function requirePermission<Name extends string>(actor: Actor, table: PermissionTable<Name>, name: Name): void {
  if (!isPermitted(actor, table, name)) throw new NotPermitted(name, actor);
}
