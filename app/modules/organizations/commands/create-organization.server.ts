// Adds an organisation to the register by hand, with a handle made from its name.
import { z } from "zod";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { firstFreeHandle, handleStem } from "../domain/handle.ts";
import { searchTextOf } from "../domain/search-text.ts";
import { permissions } from "../module.ts";
import { handleSuffix } from "../queries/handle-suffix.server.ts";
import { organizationFields } from "./edit-organization.input.ts";

export const createOrganizationInput = z.object({
  ...organizationFields,
  isDemonstration: z.boolean().default(false),
});
export type CreateOrganizationInput = z.input<typeof createOrganizationInput>;

/** Creates the organisation; its handle is free even when two are created at the same instant. */
export async function createOrganization(
  context: Context,
  input: CreateOrganizationInput,
): Promise<Result<{ organizationId: string; handle: string }, never>> {
  requirePermission(context.actor, permissions, "organizations:create");
  return inTransaction(context, (within) => createOrganizationWithin(within, input));
}

/** The same inside a transaction, with its first administrative contact. Who may is for the caller to decide. */
export async function createOrganizationWithin(
  within: ContextWithin,
  input: CreateOrganizationInput,
  contact?: { readonly accountId: string; readonly label: string },
): Promise<Result<{ organizationId: string; handle: string }, never>> {
  const fields = createOrganizationInput.parse(input);
  const organizationId = randomIdentifier(within.random);
  // Why first: it takes the writers' lock, so that two people cannot find the same handle free.
  await recordAudit(within, {
    action: "organizations:created",
    subjectType: "organization",
    subjectId: organizationId,
    changes: changesBetween({}, fields),
  });
  const handle = await findFreeHandle(within, fields.country, fields.name);
  await within.database.organization.create({
    data: {
      ...fields,
      id: organizationId,
      handle,
      createdAt: within.clock.now(),
      searchText: searchTextOf({ ...fields, handle }),
    },
  });
  if (contact !== undefined) await nameFirstContact(within, organizationId, contact);
  return ok({ organizationId, handle });
}

async function nameFirstContact(
  within: ContextWithin,
  organizationId: string,
  { accountId, label }: { readonly accountId: string; readonly label: string },
): Promise<void> {
  const role = "administrative";
  await recordAudit(within, {
    action: "organizations:contact-set",
    subjectType: "organization",
    subjectId: organizationId,
    changes: [{ field: `contact.${role}`, before: null, after: label }],
    details: { role, accountId },
  });
  const grantedByName = within.actor.kind === "person" ? within.actor.name : "";
  await within.database.organizationContact.create({
    data: { organizationId, role, accountId, since: within.clock.now(), grantedByName },
  });
}

async function findFreeHandle(within: ContextWithin, country: string, name: string): Promise<string> {
  const rows = await within.database.organization.findMany({
    where: { handle: { startsWith: `${country}-${handleStem(name)}` } },
    select: { handle: true },
  });
  return firstFreeHandle(country, name, await handleSuffix(within), new Set(rows.map((row) => row.handle)));
}
