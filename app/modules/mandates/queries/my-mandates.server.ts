// Everything about mandates that one person's page shows.
import type { MandateFacts } from "#app/modules/elections/index.server.ts";
import { findMandateFacts, listOwnRollEntries } from "#app/modules/elections/index.server.ts";
import { listContactTerms, listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { MayDelegateRefusal } from "../domain/may-delegate.ts";
import { mayDelegateNow } from "../domain/may-delegate.ts";
import type { DelegationView } from "./delegations.server.ts";
import {
  findDelegationRules,
  listDelegationsBy,
  listDelegationsTo,
  listElectionsWithDelegation,
} from "./delegations.server.ts";

export interface HeldMandate {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly since: string;
  /** "" where nobody wrote it down. */
  readonly grantedByName: string;
  /** Null: the person is the organisation's membership contact. */
  readonly electionTitle: Trilingual | null;
}

export interface ShownDelegation extends DelegationView {
  readonly electionTitle: Trilingual;
  /** Why it cannot be accepted or taken back now; null: it can. */
  readonly obstacle: Obstacle | null;
}

export interface Obstacle {
  readonly code: MayDelegateRefusal["code"];
}

/** A mandate of hers in an election that allows delegation, though not now. */
export interface RestingMandate extends Obstacle {
  readonly electionId: string;
  readonly electionTitle: Trilingual;
  readonly organizationHandle: string;
  readonly organizationName: string;
}

export interface GrantableMandate {
  readonly electionId: string;
  readonly electionTitle: Trilingual;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly votes: number;
  readonly endsAt: string;
  readonly capPerPerson: number;
}

export interface MyMandates {
  readonly held: readonly HeldMandate[];
  readonly offered: readonly ShownDelegation[];
  readonly given: readonly ShownDelegation[];
  readonly grantable: readonly GrantableMandate[];
  readonly resting: readonly RestingMandate[];
}

export async function findMyMandates(context: ReadingContext, accountId: string): Promise<MyMandates> {
  const to = await ofRunningElections(context, await listDelegationsTo(context, accountId));
  const given = await ofRunningElections(context, await listDelegationsBy(context, accountId));
  const accepted = to.filter(({ state }) => state === "accepted");
  const own = await listOwn(context, accountId, [...given, ...accepted]);
  return {
    held: [
      ...(await contactMandates(context, accountId)),
      ...accepted.map((delegation) => ({
        organizationHandle: delegation.organizationHandle,
        organizationName: delegation.organizationName,
        since: delegation.acceptedAt ?? delegation.grantedAt,
        grantedByName: delegation.grantedByName,
        electionTitle: delegation.electionTitle,
      })),
    ],
    offered: to.filter(({ state }) => state === "offered"),
    given,
    grantable: own.filter((each) => "endsAt" in each),
    resting: own.filter((each) => "code" in each),
  };
}

async function contactMandates(context: ReadingContext, accountId: string): Promise<HeldMandate[]> {
  const actedFor = await listOrganizationsOfContact(context, accountId, "membership");
  return Promise.all(
    actedFor.map(async ({ organization }) => {
      const [present] = await listContactTerms(context, organization.id, "membership");
      return {
        organizationHandle: organization.handle,
        organizationName: organization.name,
        since: present?.since ?? "",
        grantedByName: present?.grantedByName ?? "",
        electionTitle: null,
      };
    }),
  );
}

/** Her entries where delegation is allowed, those that rest now with the reason: not what she gave already, nor what was given to her. */
async function listOwn(
  context: ReadingContext,
  accountId: string,
  running: readonly DelegationView[],
): Promise<(GrantableMandate | RestingMandate)[]> {
  const found: (GrantableMandate | RestingMandate)[] = [];
  for (const electionId of await listElectionsWithDelegation(context)) {
    const facts = await findMandateFacts(context, electionId);
    if (facts === undefined || isOver(context, facts)) continue;
    const rules = mayDelegateNow(facts, await findDelegationRules(context, electionId), context.clock.now());
    for (const entry of await listOwnRollEntries(context, { electionId, accountId })) {
      const { organizationHandle, organizationName, votes } = entry;
      const isRunning = running.some(
        (each) => each.electionId === electionId && each.organizationHandle === organizationHandle,
      );
      if (isRunning) continue;
      const mandate = { electionId, electionTitle: facts.title, organizationHandle, organizationName };
      if (!rules.ok) found.push({ ...mandate, code: rules.error.code });
      else {
        const { capPerPerson, endsAt } = rules.value;
        found.push({ ...mandate, votes, endsAt: endsAt.toISOString(), capPerPerson });
      }
    }
  }
  return found;
}

/** Those of elections in which one can still vote. */
async function ofRunningElections(
  context: ReadingContext,
  delegations: readonly DelegationView[],
): Promise<ShownDelegation[]> {
  const shown = await Promise.all(
    delegations.map(async (delegation) => {
      const facts = await findMandateFacts(context, delegation.electionId);
      if (facts === undefined || isOver(context, facts)) return [];
      const rules = await findDelegationRules(context, delegation.electionId);
      const now = mayDelegateNow(facts, rules, context.clock.now());
      // Why not the cooling-off: it lets an organisation take back what it gave (end-delegation).
      const mayStill = !now.ok && delegation.state === "accepted" && now.error.code === "DELEGATION_COOLING_OFF";
      const obstacle = now.ok || mayStill ? null : { code: now.error.code };
      return [{ ...delegation, electionTitle: facts.title, obstacle }];
    }),
  );
  return shown.flat();
}

function isOver(context: ReadingContext, facts: MandateFacts): boolean {
  return context.clock.now() >= facts.closesAt;
}
