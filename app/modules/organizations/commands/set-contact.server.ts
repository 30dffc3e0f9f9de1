// Names the administrative, billing or membership contact of an organisation.
// Source: MiLACNIC questions and answers: the administrative contact edits the three contacts, by user ID or by searching.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { ContactRole } from "../domain/contact-roles.ts";
import type { Contact } from "../domain/organization.ts";
import { listContactsOf, requireEditor } from "../queries/contacts.server.ts";
import { tellOfContact } from "./tell-contacts.server.ts";

export interface SetContactInput {
  readonly organizationId: string;
  readonly role: ContactRole;
  readonly accountId: string;
}

export type SetContactRefusal = Refusal<
  "ORGANIZATION_UNKNOWN" | "CONTACT_UNKNOWN" | "CONTACT_INACTIVE" | "CONTACT_UNCHANGED"
>;

/**
 * Sets the contact. Who votes for the organisation is a sensitive matter, and so is who names the one who does: the other contacts are
 * told when a membership or an administrative contact is named, the first one too, so that a takeover does not stay unseen.
 * Source: requirements of voting for organisations (ARIN, AFRINIC 2025).
 */
export async function setContact(
  context: Context,
  input: SetContactInput,
): Promise<Result<{ contact: Contact }, SetContactRefusal>> {
  return inTransaction(context, async (within) => {
    await takeWritersLock(within);
    await requireEditor(within, input.organizationId, "organizations:set-any-contact");
    const contactsBefore = await listContactsOf(within, [input.organizationId]);
    const set = await setContactWithin(within, input);
    if (set.ok) await tellOfContact(within, contactsBefore, set.value.contact);
    return set;
  });
}

/** The same inside the transaction of a command that has asked who may, and that tells the people concerned itself. */
export async function setContactWithin(
  within: ContextWithin,
  { organizationId, role, accountId }: SetContactInput,
): Promise<Result<{ contact: Contact }, SetContactRefusal>> {
  const chosen = await findAccount(within, accountId);
  if (chosen === undefined) return refuse("CONTACT_UNKNOWN");
  if (!chosen.isActive) return refuse("CONTACT_INACTIVE", { userId: chosen.userId });
  const organization = await within.database.organization.findUnique({ where: { id: organizationId } });
  if (organization === null) return refuse("ORGANIZATION_UNKNOWN");
  const [before] = await listContactsOf(within, [organizationId], role);
  if (before?.accountId === accountId) return refuse("CONTACT_UNCHANGED", { userId: chosen.userId });
  await recordAudit(within, {
    action: "organizations:contact-set",
    subjectType: "organization",
    subjectId: organizationId,
    changes: [{ field: `contact.${role}`, before: before ? labelOf(before) : null, after: labelOf(chosen) }],
    details: { role, accountId },
  });
  const since = within.clock.now();
  const grantedByName = within.actor.kind === "person" ? within.actor.name : "";
  const former = await within.database.organizationContact.findUnique({
    where: { organizationId_role: { organizationId, role } },
  });
  await within.database.organizationContact.upsert({
    where: { organizationId_role: { organizationId, role } },
    create: { organizationId, role, accountId, since, grantedByName },
    update: { accountId, since, grantedByName },
  });
  if (former !== null) await keepFormer(within, former, { until: since, replacedByName: grantedByName });
  return ok({ contact: { ...chosen, organizationId, role, since } });
}

/** The history says who voted for the organisation at any instant: a dispute about a mandate is decided with it. */
async function keepFormer(
  within: ContextWithin,
  former: {
    readonly organizationId: string;
    readonly role: string;
    readonly accountId: string;
    readonly since: Date;
    readonly grantedByName: string;
  },
  end: { readonly until: Date; readonly replacedByName: string },
): Promise<void> {
  const { organizationId, role, accountId, since, grantedByName } = former;
  await within.database.formerContact.create({
    data: { organizationId, role, accountId, since, grantedByName, ...end },
  });
}

async function findAccount(context: ReadingContext, accountId: string) {
  try {
    return await getAccount(context, accountId);
  } catch (error) {
    // Why: P2025 is Prisma's "no such record", which here is an answer.
    if ((error as { code?: string }).code === "P2025") return undefined;
    throw error;
  }
}

function labelOf(person: { readonly name: string; readonly userId: string }): string {
  return `${person.name} (${person.userId})`;
}
