// A membership contact supports a candidacy in the name of the organisation, declines, or takes the support back.
// Source: supports by other members in good standing; each organisation supports at most as many candidates as there are seats.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { standingOn } from "#app/modules/membership/index.server.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { OrganizationLine } from "#app/modules/organizations/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { CallContest } from "../domain/call-contest.ts";
import { endorsementsAllowed } from "../domain/call-contest.ts";
import { isAlive, stateOf } from "../domain/candidacy-state.ts";
import { isStaff } from "../domain/eligibility.ts";
import { findCandidacy } from "../queries/candidacies.server.ts";
import { getCallOf } from "../queries/call.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireEndorsable } from "./ask-endorsement.server.ts";
import { mailSupported } from "./mail-candidates.server.ts";

export type AnswerEndorsementRefusal =
  | StageRefusal
  | Refusal<
      | "CANDIDACY_UNKNOWN"
      | "CANDIDACY_OVER"
      | "NOT_MEMBERSHIP_CONTACT"
      | "OWN_NOMINATION"
      | "STAFF_MAY_NOT_NOMINATE"
      | "ORGANIZATION_NOT_IN_STANDING"
      | "ENDORSEMENT_LIMIT_REACHED"
    >;

export interface EndorsementAnswer {
  readonly candidacyId: string;
  readonly organizationId: string;
  /** False: declines, or takes the support back. */
  readonly endorses: boolean;
}

export async function answerEndorsement(
  context: PersonContext,
  { candidacyId, organizationId, endorses }: EndorsementAnswer,
): Promise<Result<undefined, AnswerEndorsementRefusal>> {
  return inTransaction<Result<undefined, AnswerEndorsementRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const candidacy = await findCandidacy(within, candidacyId);
    if (candidacy === undefined) return refuse("CANDIDACY_UNKNOWN");
    const open = await requireEndorsable(within, candidacy);
    if (!open.ok) return open;
    const acted = await listOrganizationsOfContact(within, context.actor.accountId, "membership");
    const organization = acted.find((each) => each.organization.id === organizationId)?.organization;
    if (organization === undefined) return refuse("NOT_MEMBERSHIP_CONTACT");
    if (organizationId === candidacy.organizationId)
      return refuse("OWN_NOMINATION", { organization: organization.name });
    const { contest } = await getCallOf(within, candidacy);
    const may = endorses ? await requireSupporter(within, context.actor.roles, contest, organization) : ok(undefined);
    if (!may.ok) return may;
    await recordAudit(within, {
      action: endorses ? "candidacies:endorsed" : "candidacies:endorsement-declined",
      subjectType: "candidacy",
      subjectId: candidacyId,
      details: { organizationId, organizationName: organization.name },
    });
    await writeAnswer(within, { candidacyId, organization, endorses, actor: context.actor });
    if (endorses) {
      const given = await within.database.endorsement.count({ where: { candidacyId, givenAt: { not: null } } });
      await mailSupported(within, { candidacy, organization, given, needed: contest.rules.endorsementsNeeded });
    }
    return ok(undefined);
  });
}

async function requireSupporter(
  within: ContextWithin,
  roles: readonly string[],
  contest: CallContest,
  organization: OrganizationLine,
): Promise<Result<undefined, AnswerEndorsementRefusal>> {
  if (isStaff(roles)) return refuse("STAFF_MAY_NOT_NOMINATE");
  const standing = await standingOn(within, organization.id, within.clock.now().toISOString().slice(0, 10));
  if (!standing.isGood)
    return refuse("ORGANIZATION_NOT_IN_STANDING", {
      organization: organization.name,
      reasons: standing.reasonsNot.join(", "),
    });
  const allowed = endorsementsAllowed(contest);
  const given = await within.database.endorsement.findMany({
    where: { organizationId: organization.id, givenAt: { not: null }, candidacy: { contestId: contest.id } },
    include: { candidacy: true },
  });
  const living = given.filter(({ candidacy }) => isAlive(stateOf(candidacy)));
  return living.length >= allowed
    ? refuse("ENDORSEMENT_LIMIT_REACHED", { allowed, organization: organization.name })
    : ok(undefined);
}

interface Answering {
  readonly candidacyId: string;
  readonly organization: OrganizationLine;
  readonly endorses: boolean;
  readonly actor: PersonContext["actor"];
}

async function writeAnswer(
  within: ContextWithin,
  { candidacyId, organization, endorses, actor }: Answering,
): Promise<void> {
  const now = within.clock.now();
  const answer = {
    accountId: actor.accountId,
    personName: actor.name,
    givenAt: endorses ? now : null,
    declinedAt: endorses ? null : now,
  };
  await within.database.endorsement.upsert({
    where: { candidacyId_organizationId: { candidacyId, organizationId: organization.id } },
    create: {
      id: randomIdentifier(within.random),
      candidacyId,
      organizationId: organization.id,
      organizationName: organization.name,
      ...answer,
    },
    update: answer,
  });
}
