// A trustee's messages are accepted from that trustee alone: no staff, no other trustee, no command line.
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";

/** The trustee that the actor is; throws `NotPermitted` for everybody else. */
export function requireTrustee<Trustee extends { readonly accountId: string }>(
  actor: Actor,
  trustees: readonly Trustee[],
): Trustee {
  const own = actor.kind === "person" ? trustees.find((trustee) => trustee.accountId === actor.accountId) : undefined;
  if (own === undefined) throw new NotPermitted("elections:hold-key", actor);
  return own;
}
