// Who is public by what the register says of networks and AS numbers, asked of the database: for acts that must not show more than the
// directory does. Source: policy manual §2.3: who a residential customer is, is nobody's business.
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** "open": holds something that is public; "residential": holds nothing but what residential customers hold. Absent: holds nothing. */
export async function standingOfHolders(
  context: ReadingContext,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, "open" | "residential">> {
  const where = { organizationId: { in: [...organizationIds] } };
  const networks = await context.database.network.groupBy({ by: ["organizationId", "isResidential"], where });
  const systems = await context.database.autonomousSystem.groupBy({ by: ["organizationId"], where });
  const open = [...networks.filter(({ isResidential }) => !isResidential), ...systems];
  return new Map([
    ...networks.map(({ organizationId }) => [organizationId, "residential"] as const),
    ...open.map(({ organizationId }) => [organizationId, "open"] as const),
  ]);
}

/** Those of these people whom a public network or AS number names, or who answer for an organisation that holds one. */
export async function listOpenlyNamed(
  context: ReadingContext,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = { in: [...accountIds] };
  const networks = await context.database.network.findMany({
    where: { isResidential: false, OR: [{ technicalContactId: wanted }, { abuseContactId: wanted }] },
    select: { technicalContactId: true, abuseContactId: true },
    distinct: ["technicalContactId", "abuseContactId"],
  });
  const systems = await context.database.autonomousSystem.findMany({
    where: { OR: [{ routingContactId: wanted }, { abuseContactId: wanted }] },
    select: { routingContactId: true, abuseContactId: true },
    distinct: ["routingContactId", "abuseContactId"],
  });
  const named = new Set([
    ...networks.flatMap(({ technicalContactId, abuseContactId }) => [technicalContactId, abuseContactId]),
    ...systems.flatMap(({ routingContactId, abuseContactId }) => [routingContactId, abuseContactId]),
  ]);
  const open = new Set<string>();
  for (const accountId of new Set(accountIds)) {
    if (named.has(accountId) || (await answersForOpenHolder(context, accountId))) open.add(accountId);
  }
  return open;
}

async function answersForOpenHolder(context: ReadingContext, accountId: string): Promise<boolean> {
  const actedFor = await listOrganizationsOfContact(context, accountId, "administrative");
  const standings = await standingOfHolders(
    context,
    actedFor.map(({ organization }) => organization.id),
  );
  return [...standings.values()].includes("open");
}
