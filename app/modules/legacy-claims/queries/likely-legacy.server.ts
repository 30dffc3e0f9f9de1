// Who is likely to have been received from another registry and is not marked yet: holders of resources older than the registry of the region.
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { searchable } from "#app/modules/organizations/index.ts";
import { listHoldersSince } from "#app/modules/resources/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { likelyLegacyBefore } from "../domain/legacy-claim.ts";
import { permissions } from "../module.ts";

export const holdersOnPage = 25;

export interface LikelyLegacy {
  readonly ownerId: string;
  readonly name: string;
  readonly country: string;
  /** The day of its oldest resource. */
  readonly oldest: string;
  /** How many of its records are that old. */
  readonly records: number;
}

export interface LikelyLegacyPage {
  readonly holders: readonly LikelyLegacy[];
  /** All that were found, on every page. */
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
}

/** By age, the oldest first. `sought` is a part of the OWNER-ID or of the name. */
export async function listLikelyLegacy(
  context: ReadingContext,
  wish: { readonly sought: string; readonly page: number },
): Promise<LikelyLegacyPage> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  const marked = new Set((await context.database.legacyEntity.findMany()).map(({ organizationId }) => organizationId));
  const old = (await listHoldersSince(context, likelyLegacyBefore)).filter(
    ({ organizationId }) => !marked.has(organizationId),
  );
  const ages = new Map(old.map((holder) => [holder.organizationId, holder]));
  const sought = searchable(wish.sought);
  const found = (await listOrganizationLines(context, [...ages.keys()]))
    .filter(({ handle, name }) => searchable(`${handle} ${name}`).includes(sought))
    .map(({ id, handle, name, country }) => {
      const { oldest = "", records = 0 } = ages.get(id) ?? {};
      return { ownerId: handle, name, country, oldest, records };
    })
    .sort((left, right) => left.oldest.localeCompare(right.oldest) || left.ownerId.localeCompare(right.ownerId));
  const pageCount = Math.max(1, Math.ceil(found.length / holdersOnPage));
  const page = Math.min(Math.max(1, Math.trunc(wish.page) || 1), pageCount);
  const holders = found.slice((page - 1) * holdersOnPage, page * holdersOnPage);
  return { holders, count: found.length, page, pageCount };
}
