// A person who is signed in, and the ground with that person on it.
import type { Context } from "#app/platform/context.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** What the commands about one's own account are given. */
export type PersonContext = Context & { readonly actor: Person };
