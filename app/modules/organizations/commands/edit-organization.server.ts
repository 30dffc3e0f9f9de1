// Changes what is kept about an organisation; every field that changed stands in its history.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { searchTextOf } from "../domain/search-text.ts";
import { requireEditor } from "../queries/contacts.server.ts";
import type { OrganizationInput } from "./edit-organization.input.ts";
import { organizationInput } from "./edit-organization.input.ts";

/** Saves the fields. The handle stays, whatever the name becomes. */
export async function editOrganization(
  context: Context,
  { organizationId, ...input }: OrganizationInput & { readonly organizationId: string },
): Promise<Result<{ changedFields: readonly string[] }, Refusal<"ORGANIZATION_UNKNOWN">>> {
  const fields = organizationInput.parse(input);
  await requireEditor(context, organizationId, "organizations:edit-any");
  return inTransaction(context, async (within) => {
    const before = await within.database.organization.findUnique({ where: { id: organizationId } });
    if (before === null) return refuse("ORGANIZATION_UNKNOWN");
    const { name, country, street, city, postalCode, phone } = before;
    const changes = changesBetween({ name, country, street, city, postalCode, phone }, fields);
    if (changes.length === 0) return ok({ changedFields: [] });
    await recordAudit(within, {
      action: "organizations:edited",
      subjectType: "organization",
      subjectId: organizationId,
      changes,
    });
    // Why: a name that a person wrote is no longer an invented one, and no import may replace it.
    const isDemonstration = before.isDemonstration && fields.name === before.name;
    await within.database.organization.update({
      where: { id: organizationId },
      data: { ...fields, isDemonstration, searchText: searchTextOf({ ...fields, handle: before.handle }) },
    });
    return ok({ changedFields: changes.map((change) => change.field) });
  });
}
