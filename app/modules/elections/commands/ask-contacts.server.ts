// Asks the membership contacts of all organisations that could vote today whether they are still the right people, and reminds those
// who did not answer. Who was asked already is not asked again; a new contact is.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { comesIntoRoll } from "../domain/roll-preview.ts";
import { linkToConfirmContact } from "../links.ts";
import { permissions } from "../module.ts";
import { listUnanswered } from "../queries/contact-confirmations.server.ts";

export type AskContactsRefusal = Refusal<"ELECTION_CANCELLED" | "ROLL_ALREADY_FROZEN">;

/** So many mails are sealed in one transaction; a whole register would hold the others up for a minute. */
const mailsPerTransaction = 250;

interface Recipient {
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export async function askContacts(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<Result<{ asked: number }, AskContactsRefusal>> {
  requirePermission(context.actor, permissions, "elections:ask-contacts");
  const today = context.clock.now().toISOString().slice(0, 10);
  const rights = (await votingRightsOn(context, today)).filter(comesIntoRoll);
  const known = await context.database.contactConfirmation.findMany({ where: { electionId } });
  const asked = new Set(known.map((row) => `${row.organizationId}/${row.accountId}`));
  const recipients = rights.flatMap((right): Recipient[] => {
    if (right.contact === null || asked.has(`${right.organizationId}/${right.contact.accountId}`)) return [];
    const { organizationId, handle: organizationHandle, name: organizationName, country, contact } = right;
    return [{ organizationId, organizationHandle, organizationName, country, ...contact }];
  });
  return inParts(context, electionId, recipients, "elections:contacts-asked", askOne);
}

/** Reminds those who have not answered, each at most once a day; those whose mail comes back are not mailed again. */
export async function remindContacts(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<Result<{ asked: number }, AskContactsRefusal>> {
  requirePermission(context.actor, permissions, "elections:ask-contacts");
  const unanswered = await listUnanswered(context, electionId);
  return inParts(context, electionId, unanswered, "elections:contacts-reminded", remindOne);
}

type Send = (within: ContextWithin, election: ElectionFacts, recipient: Recipient) => Promise<boolean>;

interface ElectionFacts {
  readonly id: string;
  readonly title: Trilingual;
  readonly rollDate: string;
}

async function inParts(
  context: Context,
  electionId: string,
  recipients: readonly Recipient[],
  action: "elections:contacts-asked" | "elections:contacts-reminded",
  send: Send,
): Promise<Result<{ asked: number }, AskContactsRefusal>> {
  let asked = 0;
  for (let start = 0; start === 0 || start < recipients.length; start += mailsPerTransaction) {
    const part = recipients.slice(start, start + mailsPerTransaction);
    const done = await inTransaction<Result<{ asked: number }, AskContactsRefusal>>(context, async (within) => {
      await recordAudit(within, {
        action,
        subjectType: "election",
        subjectId: electionId,
        details: { contacts: part.length },
      });
      const row = await within.database.election.findUniqueOrThrow({ where: { id: electionId } });
      if (row.cancelledAt !== null) return refuse("ELECTION_CANCELLED");
      if (row.rollFrozenAt !== null) return refuse("ROLL_ALREADY_FROZEN");
      const election = { id: row.id, title: row.title as Trilingual, rollDate: row.rollDate };
      let sent = 0;
      for (const recipient of part) if (await send(within, election, recipient)) sent += 1;
      return ok({ asked: sent });
    });
    if (!done.ok) return done;
    asked += done.value.asked;
  }
  return ok({ asked });
}

async function askOne(within: ContextWithin, election: ElectionFacts, recipient: Recipient): Promise<boolean> {
  const { organizationId, organizationHandle, organizationName, country, accountId, email } = recipient;
  await within.database.contactConfirmation.create({
    data: {
      electionId: election.id,
      organizationId,
      accountId,
      organizationHandle,
      organizationName,
      country,
      email,
      askedAt: within.clock.now(),
    },
  });
  return mail(within, election, recipient, { isAgain: false, key: "asked" });
}

async function remindOne(within: ContextWithin, election: ElectionFacts, recipient: Recipient): Promise<boolean> {
  const now = within.clock.now();
  const { organizationId, accountId } = recipient;
  const isNew = await mail(within, election, recipient, { isAgain: true, key: now.toISOString().slice(0, 10) });
  if (isNew) {
    await within.database.contactConfirmation.update({
      where: { electionId_organizationId_accountId: { electionId: election.id, organizationId, accountId } },
      data: { remindedAt: now },
    });
  }
  return isNew;
}

function mail(
  within: ContextWithin,
  election: ElectionFacts,
  { organizationId, organizationName, accountId, name, email, language }: Recipient,
  { isAgain, key }: { readonly isAgain: boolean; readonly key: string },
): Promise<boolean> {
  return sendMail(within, {
    template: "elections/confirm-contact",
    to: { address: email, name, language },
    properties: {
      electionTitle: inLanguage(election.title, language),
      organizationName,
      rollDate: `${election.rollDate}T00:00:00.000Z`,
      isAgain,
      url: `${within.settings.baseUrl}${linkToConfirmContact()}`,
    },
    deduplication: `elections/confirm-contact/${election.id}/${organizationId}/${accountId}/${key}`,
    subject: { type: "contact-campaign", id: election.id },
  });
}
