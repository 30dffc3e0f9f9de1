// One election as a member of the commission, or an auditor, works with it. The long public payloads are left out, because the
// pages ask again every few seconds.
import type { Context } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import type { Duty } from "../domain/duties.ts";
import { dutiesOf } from "../domain/duties.ts";
import { permissions } from "../module.ts";
import type { CeremonyView } from "./commission.server.ts";
import { findCeremony } from "./commission.server.ts";
import type { ElectionView } from "./elections.server.ts";
import { findElection, listElections } from "./elections.server.ts";

export type ElectionAtDesk = Omit<ElectionView, "electionPayload" | "trusteesPayload" | "credentialsPayload">;

export interface CommissionView {
  readonly election: ElectionAtDesk;
  /** Null: the person holds no key of this election. */
  readonly ceremony: CeremonyView | null;
  /** What is asked of the person now; nothing is asked of auditors. */
  readonly duties: readonly Duty[];
}

/** One election from the person's seat; undefined when there is none with that id. */
export async function findCommissionView(context: Context, electionId: string): Promise<CommissionView | undefined> {
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:prepare", actor);
  requirePermission(actor, permissions, "elections:prepare");
  const found = await findElection(context, electionId);
  if (found === undefined) return undefined;
  const ceremony = await findCeremony(context, { electionId, accountId: actor.accountId });
  const duties = actor.roles.includes("commission") ? dutiesOf({ ...found, seat: ceremony }) : [];
  return { election: withoutPayloads(found), ceremony: ceremony ?? null, duties };
}

/** Every election from the person's seat: those that ask something of the person first, then in the order of the public list. */
export async function listCommissionViews(context: Context): Promise<CommissionView[]> {
  const elections = await listElections(context, { withDrafts: true });
  const views = await Promise.all(elections.map(({ id }) => findCommissionView(context, id)));
  const found = views.filter((view) => view !== undefined);
  return [...found.filter((view) => view.duties.length > 0), ...found.filter((view) => view.duties.length === 0)];
}

/** An election without what only programs read. */
export function withoutPayloads(found: ElectionView): ElectionAtDesk {
  const { electionPayload: _election, trusteesPayload: _trustees, credentialsPayload: _credentials, ...rest } = found;
  return rest;
}
