// Gives an organisation its number in a registry, under which the statistics file names it; whoever has one keeps it.
// Called inside the transaction of a command that has asked who may, and that writes the audit entry.
import type { ContextWithin } from "#app/platform/context.server.ts";

/** The number: one more than the greatest of the registry, for a new one. Undefined for who is known to another registry. */
export async function numberHolder(
  within: ContextWithin,
  organizationId: string,
  registry: string,
): Promise<string | undefined> {
  const own = await within.database.organization.findUniqueOrThrow({ where: { id: organizationId } });
  if (own.registry !== null && own.registry !== registry) return undefined;
  if (own.opaqueId !== null) return own.opaqueId;
  const known = await within.database.organization.findMany({ where: { registry }, select: { opaqueId: true } });
  const numbers = known.map(({ opaqueId }) => Number(opaqueId)).filter((number) => Number.isSafeInteger(number));
  const opaqueId = (numbers.reduce((most, number) => Math.max(most, number), 0) + 1).toString();
  await within.database.organization.update({ where: { id: organizationId }, data: { registry, opaqueId } });
  return opaqueId;
}
