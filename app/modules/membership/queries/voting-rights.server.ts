// Who may cast how many votes on a date, and why. One question a table, grouped in memory: a whole register takes about a second.
import { listContactsOf, listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import type { Contact, OrganizationLine } from "#app/modules/organizations/index.ts";
import { spaceHeldOn } from "#app/modules/resources/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { nothingHeld } from "../domain/address-space.ts";
import type { MemberFacts } from "../domain/voting-right.ts";
import { decideVotingRight } from "../domain/voting-right.ts";
import { explainVotes } from "../domain/explain-votes.ts";
import type { RulesVersion, Standing, VotingRight } from "../domain/right-to-vote.ts";
import { rulesOn } from "./rules.server.ts";

/**
 * The rights of all organisations on a day (YYYY-MM-DD), by handle; also of those that have none, with the reasons.
 *
 * `rules` asks "what if these rules held?".
 */
export async function votingRightsOn(
  context: ReadingContext,
  date: string,
  wish: {
    readonly organizationIds?: readonly string[];
    readonly rules?: RulesVersion;
    /** Name the blocks behind the totals too: a frozen roll keeps them. */
    readonly withBlocks?: boolean;
  } = {},
): Promise<VotingRight[]> {
  const ids = wish.organizationIds ?? "all";
  const rules = wish.rules ?? (await rulesOn(context, date));
  const organizations = await listOrganizationLines(context, ids);
  const facts = await listFacts(context, date, ids, wish.withBlocks === true);
  return organizations.map((organization) => votingRight(date, organization, rules, facts(organization.id)));
}

/** The right of one organisation; throws when there is no such organisation. */
export async function votingRightOf(
  context: ReadingContext,
  organizationId: string,
  date: string,
): Promise<VotingRight> {
  const [right] = await votingRightsOn(context, date, { organizationIds: [organizationId] });
  if (right === undefined) throw new Error(`no organisation ${organizationId}`);
  return right;
}

/** Whether an organisation is in good standing on a day, and why not. */
export async function standingOn(context: ReadingContext, organizationId: string, date: string): Promise<Standing> {
  const { reasonsNot } = await votingRightOf(context, organizationId, date);
  return { isGood: reasonsNot.length === 0, reasonsNot };
}

type Facts = MemberFacts & { readonly contact: Contact | undefined; readonly blocks: readonly string[] | undefined };

async function listFacts(
  context: ReadingContext,
  date: string,
  ids: readonly string[] | "all",
  withBlocks: boolean,
): Promise<(organizationId: string) => Facts> {
  const where = ids === "all" ? {} : { organizationId: { in: [...ids] } };
  const contacts = await listContactsOf(context, ids, "membership");
  const held = await spaceHeldOn(context, date, ids, { withBlocks });
  const periods = groupByOrganization(await context.database.membership.findMany({ where }));
  const debts = groupByOrganization(await context.database.debtFlag.findMany({ where }));
  const contactOf = new Map(contacts.map((contact) => [contact.organizationId, contact]));
  return (organizationId) => ({
    held: held.get(organizationId) ?? nothingHeld,
    blocks: withBlocks ? (held.get(organizationId)?.blocks ?? []) : undefined,
    periods: periods.get(organizationId) ?? [],
    debts: debts.get(organizationId) ?? [],
    contact: contactOf.get(organizationId),
    hasMembershipContact: contactOf.has(organizationId),
  });
}

function votingRight(date: string, organization: OrganizationLine, rules: RulesVersion, facts: Facts): VotingRight {
  const decision = decideVotingRight(date, facts, rules.document);
  const { id: organizationId, handle, name, country } = organization;
  return {
    organizationId,
    handle,
    name,
    country,
    class: decision.class,
    category: decision.category,
    votes: decision.votes,
    explanation: {
      ...explainVotes(date, facts.held, decision, rules),
      ...(facts.blocks === undefined ? {} : { blocks: facts.blocks }),
    },
    contact: facts.contact === undefined ? null : contactOf(facts.contact),
    isEntitled: decision.isEntitled,
    reasonsNot: decision.reasonsNot,
  };
}

function contactOf({ accountId, userId, name, email, language }: Contact): NonNullable<VotingRight["contact"]> {
  return { accountId, userId, name, email, language };
}

function groupByOrganization<Row extends { readonly organizationId: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.organizationId);
    if (group) group.push(row);
    else groups.set(row.organizationId, [row]);
  }
  return groups;
}
