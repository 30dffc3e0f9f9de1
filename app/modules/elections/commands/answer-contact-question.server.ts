// A membership contact answers: "yes, I vote for this organisation", or "I am not the right person", which the administrative contact and the staff hear.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { linkToMyOrganization, linkToOrganization } from "#app/modules/organizations/links.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";

export interface ContactAnswer {
  readonly electionId: string;
  readonly organizationId: string;
  readonly answer: "confirmed" | "corrected";
  /** Who it should be instead, in her own words. */
  readonly remark?: string;
}

export type AnswerContactRefusal = Refusal<"ELECTION_CANCELLED" | "CONTACT_NOT_ASKED" | "ROLL_ALREADY_FROZEN">;

const longestRemark = 500;

/** She may change her mind until the roll is frozen; the last answer counts. */
export async function answerContactQuestion(
  context: Context,
  { electionId, organizationId, answer, remark = "" }: ContactAnswer,
): Promise<Result<undefined, AnswerContactRefusal>> {
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:answer-contact-question", actor);
  return inTransaction<Result<undefined, AnswerContactRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: answer === "confirmed" ? "elections:contact-confirmed" : "elections:contact-corrected",
      subjectType: "organization",
      subjectId: organizationId,
      details: { electionId },
    });
    const key = { electionId, organizationId, accountId: actor.accountId };
    const row = await within.database.contactConfirmation.findUnique({
      where: { electionId_organizationId_accountId: key },
    });
    if (row === null) return refuse("CONTACT_NOT_ASKED");
    const election = await within.database.election.findUniqueOrThrow({ where: { id: electionId } });
    if (election.cancelledAt !== null) return refuse("ELECTION_CANCELLED");
    if (election.rollFrozenAt !== null) return refuse("ROLL_ALREADY_FROZEN");
    const now = within.clock.now();
    const said = remark.trim().slice(0, longestRemark);
    await within.database.contactConfirmation.update({
      where: { electionId_organizationId_accountId: key },
      data:
        answer === "confirmed"
          ? { confirmedAt: now, correctedAt: null, remark: "" }
          : { confirmedAt: null, correctedAt: now, remark: said },
    });
    // Why not the same again: a second press is no news; another remark is.
    const isNews = row.correctedAt === null || row.remark !== said;
    if (answer === "corrected" && isNews) {
      await tellOfCorrection(
        within,
        { ...row, remark: said, at: now },
        actor.name,
        election as unknown as ElectionFacts,
      );
    }
    return ok(undefined);
  });
}

interface ElectionFacts {
  readonly id: string;
  readonly title: Trilingual;
  readonly rollDate: string;
}

interface Correction {
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly accountId: string;
  readonly remark: string;
  /** When she said so: she may say another thing later. */
  readonly at: Date;
}

/** Why both: the administrative contact can name another person; the staff help where nobody does. */
async function tellOfCorrection(
  within: ContextWithin,
  { organizationId, organizationHandle, organizationName, accountId, remark, at }: Correction,
  contactName: string,
  election: ElectionFacts,
): Promise<void> {
  const correction = `${election.id}/${organizationId}/${accountId}/${at.toISOString()}`;
  const administrative = await listContactsOf(within, [organizationId], "administrative");
  const staff = await listAccountsWithRole(within, "staff");
  const tell = (
    person: { readonly accountId: string; readonly email: string; readonly name: string; readonly language: Language },
    path: string,
  ) =>
    sendMail(within, {
      template: "elections/contact-corrected",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        electionTitle: inLanguage(election.title, person.language),
        organizationName,
        contactName,
        remark,
        rollDate: `${election.rollDate}T00:00:00.000Z`,
        url: `${within.settings.baseUrl}${path}`,
      },
      deduplication: `elections/contact-corrected/${correction}/${person.accountId}`,
      subject: { type: "contact-campaign", id: election.id },
    });
  for (const person of administrative) await tell(person, linkToMyOrganization(organizationHandle));
  const told = new Set(administrative.map((person) => person.accountId));
  for (const person of staff) {
    if (!told.has(person.accountId)) await tell(person, linkToOrganization(organizationHandle));
  }
}
