// Freezes the roll: copies every entitled organisation's votes, with the reasons, out of the register as it was on the roll date.
// From then on nothing that happens in the register changes this election. Source: published practice of the registry, domain facts §2.3.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { rollRoot as rollRootOf } from "#app/lib/roll-proof/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { PlannedEntry } from "../domain/planned-entry.ts";
import { publicPartOf } from "../domain/roll-parts.ts";
import type { RollRight } from "../domain/roll-right.ts";
import { permissions } from "../module.ts";
import { withEarlierMandates } from "../queries/earlier-mandates.server.ts";
import { individualRights, withImportedContacts } from "../queries/imported-voters.server.ts";
import { hidePrivatePart } from "./hide-private-part.server.ts";
import { queueRollMails } from "./queue-roll-mails.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type FreezeRollRefusal =
  StageRefusal | Refusal<"ELECTION_CANCELLED" | "ROLL_ALREADY_FROZEN" | "ROLL_DATE_IN_THE_FUTURE" | "ROLL_EMPTY">;

const rollColumns = {
  id: "text",
  electionId: "text",
  organizationId: "text",
  organizationHandle: "text",
  organizationName: "text",
  country: "text",
  class: "text",
  category: "text",
  votes: "integer",
  explanation: "json",
  contactAccountId: "text",
  contactName: "text",
  contactEmail: "text",
  contactLanguage: "text",
  channel: "text",
  rollChannel: "text",
  hasVoted: "boolean",
  ruleVersion: "text",
  salt: "text",
  privateHash: "text",
  searchText: "text",
} as const;

const omissionColumns = {
  electionId: "text",
  organizationId: "text",
  handle: "text",
  name: "text",
  country: "text",
  class: "text",
  category: "text",
  votes: "integer",
  reasons: "json",
} as const;

/** Where the rights come from: the register, or, in a simulation, a file. */
export type RightsSource = (context: Context, date: string) => Promise<readonly RollRight[]>;

export async function freezeRoll(
  context: Context,
  { electionId }: { readonly electionId: string },
  listRights: RightsSource = rightsWithBlocks,
): Promise<Result<{ organizations: number; votes: number; rollRoot: string }, FreezeRollRefusal>> {
  requirePermission(context.actor, permissions, "elections:freeze-roll");
  const mayNow = await requireStage(context, electionId, "roll-freeze", context.clock.now());
  if (!mayNow.ok) return mayNow;
  const draft = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const { rollDate, electorate } = draft;
  if (rollDate > context.clock.now().toISOString().slice(0, 10)) return refuse("ROLL_DATE_IN_THE_FUTURE", { rollDate });
  const rights =
    electorate === "individuals"
      ? await individualRights(context, electionId)
      : await withImportedContacts(
          context,
          electionId,
          await withEarlierMandates(context, draft, await listRights(context, rollDate)),
        );
  const lines = entitledLines(rights).map((line) => ({ ...line, ...hidePrivatePart(context.random, line) }));
  if (lines.length === 0) return refuse("ROLL_EMPTY");
  const rollRoot = rollRootOf(lines.map(publicPartOf));
  const votes = lines.reduce((sum, line) => sum + line.votes, 0);
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "elections:roll-frozen",
      subjectType: "election",
      subjectId: electionId,
      details: { organizations: lines.length, votes, rollRoot, rollVersion: 1, rollDate },
    });
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    if (election.rollFrozenAt) return refuse("ROLL_ALREADY_FROZEN");
    const rows = lines.map((line) => ({
      ...line,
      explanation: line.explanation as object,
      id: randomIdentifier(within.random),
      electionId,
      hasVoted: false,
    }));
    await insertRows(within, "roll_entries", rollColumns, rows);
    await insertRows(within, "roll_omissions", omissionColumns, omissionsOf(electionId, rights));
    await within.database.election.update({
      where: { id: electionId },
      data: { rollFrozenAt: within.clock.now(), rollRoot, rollVersion: 1 },
    });
    await queueRollMails(within, election, { version: 1, entries: rows });
    return ok({ organizations: lines.length, votes, rollRoot });
  });
}

/** The register's rights, each with the blocks behind it: a member checks her votes block by block. */
function rightsWithBlocks(context: Context, date: string): Promise<readonly RollRight[]> {
  return votingRightsOn(context, date, { withBlocks: true });
}

/** Whom the roll takes in. */
function comesIn(right: RollRight): boolean {
  return right.isEntitled && right.contact !== null && right.votes >= 1;
}

function omissionsOf(electionId: string, rights: readonly RollRight[]) {
  return rights
    .filter((right) => !comesIn(right))
    .map((right) => ({
      electionId,
      organizationId: right.organizationId ?? "",
      handle: right.handle,
      name: right.name,
      country: right.country,
      class: right.class,
      category: right.category,
      votes: right.votes,
      reasons: [...(right.reasonsNot ?? [])],
    }));
}

interface RollRow extends PlannedEntry {
  readonly channel: "account" | "link";
  readonly rollChannel: "account" | "link";
}

function entitledLines(rights: readonly RollRight[]): RollRow[] {
  return rights.flatMap((right) => {
    if (!comesIn(right) || right.contact === null) return [];
    return [
      {
        organizationId: right.organizationId,
        organizationHandle: right.handle,
        organizationName: right.name,
        country: right.country,
        class: right.class,
        category: right.category,
        votes: right.votes,
        explanation: right.explanation,
        contactAccountId: right.contact.accountId,
        contactName: right.contact.name,
        contactEmail: right.contact.email,
        contactLanguage: right.contact.language,
        channel: right.channel ?? "account",
        rollChannel: right.channel ?? "account",
      },
    ];
  });
}
