// The hostmaster's desk: legacy entities, requests with what stands of them, and refused attempts with their reason.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { holdingsOf } from "#app/modules/resources/index.server.ts";
import type { Holding } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { ClaimStanding } from "../domain/legacy-claim.ts";
import { isOpen, likelyLegacyBefore, standingOf } from "../domain/legacy-claim.ts";
import { permissions } from "../module.ts";

export interface EntityOnDesk {
  readonly organizationId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly receivedFrom: string;
  readonly note: string;
  readonly holdings: number;
  /** The day of its oldest resource; null without any. */
  readonly oldest: string | null;
  readonly isLikelyLegacy: boolean;
}

export interface ClaimOnDesk {
  readonly claimId: string;
  readonly ownerId: string;
  readonly organizationName: string;
  readonly userId: string;
  readonly userName: string;
  readonly requestedBy: string;
  readonly evidence: string;
  readonly standing: ClaimStanding;
  readonly isOpen: boolean;
  readonly triesLeft: number;
  readonly openedAt: string;
  readonly openedByName: string;
  readonly issuedAt: string | null;
  readonly issuedByName: string;
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
}

export interface RefusedAttempt {
  readonly at: string;
  readonly who: string;
  readonly ownerId: string;
  readonly reason: string;
}

export interface LegacyDesk {
  readonly entities: readonly EntityOnDesk[];
  readonly claims: readonly ClaimOnDesk[];
  readonly attempts: readonly RefusedAttempt[];
}

const mostClaims = 200;
const mostAttempts = 50;

export async function openLegacyDesk(context: ReadingContext): Promise<LegacyDesk> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  return { entities: await entitiesOf(context), claims: await claimsOf(context), attempts: await attemptsOf(context) };
}

async function entitiesOf(context: ReadingContext): Promise<EntityOnDesk[]> {
  const rows = await context.database.legacyEntity.findMany();
  const marks = new Map(rows.map((row) => [row.organizationId, row]));
  const organizations = await listOrganizationLines(context, [...marks.keys()]);
  const holdings = await holdingsOf(context, [...marks.keys()]);
  return organizations.map(({ id, handle, name }): EntityOnDesk => {
    const held = holdings.get(id) ?? [];
    const oldest = oldestOf(held);
    return {
      ...{ organizationId: id, ownerId: handle, name, holdings: held.length, oldest },
      receivedFrom: marks.get(id)?.receivedFrom ?? "",
      note: marks.get(id)?.note ?? "",
      isLikelyLegacy: oldest !== null && oldest < likelyLegacyBefore,
    };
  });
}

function oldestOf(holdings: readonly Holding[]): string | null {
  const days = holdings.map(({ date }) => date).filter((date) => date !== "");
  return days.sort()[0] ?? null;
}

async function claimsOf(context: ReadingContext): Promise<ClaimOnDesk[]> {
  const rows = await context.database.legacyClaim.findMany({
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: mostClaims,
    omit: { passwordHash: true },
  });
  const organizations = await listOrganizationLines(
    context,
    rows.map(({ organizationId }) => organizationId),
  );
  const people = await listAccounts(
    context,
    rows.map(({ accountId }) => accountId),
  );
  const now = context.clock.now();
  return rows.map((row): ClaimOnDesk => {
    const organization = organizations.find(({ id }) => id === row.organizationId);
    const person = people.find(({ accountId }) => accountId === row.accountId);
    const { requestedBy, evidence, triesLeft, openedByName, issuedByName } = row;
    return {
      ...{ claimId: row.id, requestedBy, evidence, triesLeft, openedByName, issuedByName },
      ...{ ownerId: organization?.handle ?? "", organizationName: organization?.name ?? "" },
      ...{ userId: person?.userId ?? "", userName: person?.name ?? "" },
      standing: standingOf({ ...row, passwordHash: null }, now),
      isOpen: isOpen(row),
      openedAt: row.openedAt.toISOString(),
      issuedAt: row.issuedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
    };
  });
}

async function attemptsOf(context: ReadingContext): Promise<RefusedAttempt[]> {
  const entries = await listAuditEntries(context, { action: "legacy-claims:refused", limit: mostAttempts });
  const textOf = (word: unknown) => (typeof word === "string" ? word : "");
  return entries.map(({ at, actorName, details }) => ({
    ...{ at, who: actorName },
    ownerId: textOf(details["organization"]),
    reason: textOf(details["reason"]),
  }));
}
