// How the check of the membership contacts goes: in numbers by state, and the cases in which somebody must do something.
import { addressKey, findUndeliverable } from "#app/modules/notifications/index.server.ts";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { ConfirmationState } from "../domain/contact-confirmation.ts";
import { confirmationStateOf, confirmationStates } from "../domain/contact-confirmation.ts";
import { permissions } from "../module.ts";

export interface ContactCase {
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly accountId: string;
  readonly email: string;
  readonly state: ConfirmationState;
  readonly remark: string;
  /** Why mail does not arrive; "" where it does, as far as is known. */
  readonly whyUnreachable: string;
  /** Who can name or correct the contact; null: only the staff. */
  readonly administrativeContact: string | null;
}

export interface ContactCampaign {
  readonly counts: Readonly<Record<ConfirmationState, number>>;
  readonly total: number;
  /** Those in which somebody must act: corrected and unreachable. */
  readonly cases: readonly ContactCase[];
}

/** The campaign of one election; a total of 0 when nobody was asked yet. */
export async function findContactCampaign(context: Context, electionId: string): Promise<ContactCampaign> {
  requirePermission(context.actor, permissions, "elections:prepare");
  const all = await listCases(context, electionId);
  const count = (state: ConfirmationState) => all.filter((each) => each.state === state).length;
  const counts = Object.fromEntries(confirmationStates.map((state) => [state, count(state)]));
  return {
    counts: counts as Record<ConfirmationState, number>,
    total: all.length,
    cases: all.filter(({ state }) => state === "corrected" || state === "unreachable"),
  };
}

/** Whom a reminder reaches: those who did not answer and whose mail arrives. */
export async function listUnanswered(context: ReadingContext, electionId: string) {
  const waiting = (await listCases(context, electionId)).filter(({ state }) => state === "waiting");
  const accounts = await listAccounts(
    context,
    waiting.map(({ accountId }) => accountId),
  );
  const accountOf = new Map(accounts.map((account) => [account.accountId, account]));
  return waiting.flatMap((each) => {
    const account = accountOf.get(each.accountId);
    return account === undefined
      ? []
      : [{ ...each, name: account.name, email: account.email, language: account.language }];
  });
}

async function listCases(context: ReadingContext, electionId: string): Promise<ContactCase[]> {
  const rows = await context.database.contactConfirmation.findMany({
    where: { electionId },
    orderBy: { organizationName: "asc" },
  });
  const ids = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const contacts = ids.length === 0 ? [] : await listContactsOf(context, ids);
  const contactOf = new Map(contacts.map((contact) => [`${contact.organizationId}/${contact.role}`, contact]));
  const undeliverable = await findUndeliverable(
    context,
    rows.map(({ email }) => email),
  );
  return rows.map((row) => {
    const trouble = undeliverable.get(addressKey(row.email));
    const administrative = contactOf.get(`${row.organizationId}/administrative`);
    return {
      organizationId: row.organizationId,
      organizationHandle: row.organizationHandle,
      organizationName: row.organizationName,
      country: row.country,
      accountId: row.accountId,
      email: row.email,
      state: confirmationStateOf(row, {
        presentAccountId: contactOf.get(`${row.organizationId}/membership`)?.accountId,
        isUndeliverable: trouble !== undefined,
      }),
      remark: row.remark,
      whyUnreachable: trouble?.reason ?? "",
      administrativeContact: administrative === undefined ? null : `${administrative.name} <${administrative.email}>`,
    };
  });
}

export interface OwnContactQuestion {
  readonly electionId: string;
  readonly electionTitle: Trilingual;
  readonly rollDate: string;
  readonly isOpen: boolean;
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly answer: "confirmed" | "corrected" | null;
}

/** What a person was asked, the questions that still wait for her first. */
export async function listOwnContactQuestions(
  context: ReadingContext,
  accountId: string,
): Promise<OwnContactQuestion[]> {
  const rows = await context.database.contactConfirmation.findMany({
    where: { accountId },
    orderBy: [{ askedAt: "desc" }, { organizationName: "asc" }],
  });
  const elections = await context.database.election.findMany({
    where: { id: { in: [...new Set(rows.map(({ electionId }) => electionId))] } },
    select: { id: true, title: true, rollDate: true, rollFrozenAt: true, cancelledAt: true },
  });
  const electionOf = new Map(elections.map((election) => [election.id, election]));
  const questions = rows.flatMap((row): OwnContactQuestion[] => {
    const election = electionOf.get(row.electionId);
    if (election === undefined) return [];
    const { electionId, organizationId, organizationHandle, organizationName } = row;
    return [
      {
        electionId,
        organizationId,
        organizationHandle,
        organizationName,
        electionTitle: election.title as Trilingual,
        rollDate: election.rollDate,
        isOpen: election.rollFrozenAt === null && election.cancelledAt === null,
        answer: row.confirmedAt !== null ? "confirmed" : row.correctedAt !== null ? "corrected" : null,
      },
    ];
  });
  const isWaiting = ({ isOpen, answer }: OwnContactQuestion) => Number(isOpen && answer === null);
  return questions.sort((left, right) => isWaiting(right) - isWaiting(left));
}
