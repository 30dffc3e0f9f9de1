// Everything about mandates that one person's page shows.
import { findMandateFacts, listOwnRollEntries } from "#app/modules/elections/index.server.ts";
import { listContactTerms, listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
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
}

export async function findMyMandates(context: ReadingContext, accountId: string): Promise<MyMandates> {
  const to = await withTitles(context, await listDelegationsTo(context, accountId));
  const given = await withTitles(context, await listDelegationsBy(context, accountId));
  const accepted = to.filter(({ state }) => state === "accepted");
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
    grantable: await listGrantable(context, accountId, [...given, ...accepted]),
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

/** The entries of the person that she may give away now: not what she gave already, nor what was given to her. */
async function listGrantable(
  context: ReadingContext,
  accountId: string,
  running: readonly DelegationView[],
): Promise<GrantableMandate[]> {
  const found: GrantableMandate[] = [];
  for (const electionId of await listElectionsWithDelegation(context)) {
    const facts = await findMandateFacts(context, electionId);
    if (facts === undefined) continue;
    const rules = mayDelegateNow(facts, await findDelegationRules(context, electionId), context.clock.now());
    if (!rules.ok) continue;
    const { capPerPerson, endsAt } = rules.value;
    for (const { organizationHandle, organizationName, votes } of await listOwnRollEntries(context, {
      electionId,
      accountId,
    })) {
      const isRunning = running.some(
        (each) => each.electionId === electionId && each.organizationHandle === organizationHandle,
      );
      if (isRunning) continue;
      const times = { endsAt: endsAt.toISOString(), capPerPerson };
      found.push({ electionId, electionTitle: facts.title, organizationHandle, organizationName, votes, ...times });
    }
  }
  return found;
}

async function withTitles(context: ReadingContext, delegations: readonly DelegationView[]): Promise<ShownDelegation[]> {
  const shown = await Promise.all(
    delegations.map(async (delegation) => {
      const facts = await findMandateFacts(context, delegation.electionId);
      return facts === undefined ? [] : [{ ...delegation, electionTitle: facts.title }];
    }),
  );
  return shown.flat();
}
