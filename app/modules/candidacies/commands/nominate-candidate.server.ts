// A membership contact proposes somebody, or herself, for a contest. The person who is proposed is asked by mail.
// Source: calls of 2023 to 2026: member in good standing, one nomination a vacant seat, no staff, barred citizenships.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { getAccount, inviteAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { standingOn } from "#app/modules/membership/index.server.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { OrganizationLine } from "#app/modules/organizations/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { CallContest } from "../domain/call-contest.ts";
import { barredWithReasons, nominationsAllowed } from "../domain/call-contest.ts";
import { isAlive, stateOf } from "../domain/candidacy-state.ts";
import { isStaff } from "../domain/eligibility.ts";
import type { Call } from "../queries/call.server.ts";
import { findCall } from "../queries/call.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";
import { findOrCreateNominee } from "./find-nominee.server.ts";
import type { NominationInput } from "./nominate-candidate.input.ts";
import { mailNominee } from "./mail-candidates.server.ts";

export type NominateRefusal =
  | StageRefusal
  | Refusal<
      | "CONTEST_UNKNOWN"
      | "NOMINATIONS_CLOSED"
      | "NOT_MEMBERSHIP_CONTACT"
      | "ORGANIZATION_NOT_IN_STANDING"
      | "STAFF_MAY_NOT_NOMINATE"
      | "STAFF_MAY_NOT_STAND"
      | "NOMINATION_LIMIT_REACHED"
      | "ALREADY_NOMINATED"
      | "CITIZENSHIP_BARRED"
    >;

export interface Nominated {
  readonly candidacyId: string;
  readonly accountId: string;
}

/** Writes the nomination. A self-nomination is an acceptance too. */
export async function nominateCandidate(
  context: PersonContext,
  { electionId, ...input }: NominationInput & { readonly electionId: string },
): Promise<Result<Nominated, NominateRefusal>> {
  const outcome = await inTransaction<Result<Nominated & { readonly isNew: boolean }, NominateRefusal>>(
    context,
    async (within) => {
      const candidacyId = randomIdentifier(within.random);
      await recordNomination(within, candidacyId, electionId, input);
      const call = await findCall(within, electionId);
      const contest = call?.contests.find(({ id }) => id === input.contestId);
      if (call === undefined || contest === undefined) return refuse("CONTEST_UNKNOWN");
      const nominator = await judgeNominator(within, context.actor, call, contest, input);
      if (!nominator.ok) return nominator;
      const barred = refuseBarred(contest, input.citizenships);
      if (!barred.ok) return barred;
      const nominee = input.isSelf
        ? { accountId: context.actor.accountId, isNew: false }
        : await findOrCreateNominee(within, input);
      const free = await requireFree(within, contest, input, nominee.accountId);
      if (!free.ok) return free;
      const person = await getAccount(within, nominee.accountId);
      await writeNomination(within, { candidacyId, contest, input, nominator: nominator.value, person });
      if (!input.isSelf)
        await mailNominee(within, { candidacyId, person, contest, nominatedBy: nominatedBy(nominator.value) });
      return ok({ candidacyId, ...nominee });
    },
  );
  if (!outcome.ok) return outcome;
  const { isNew, ...nominated } = outcome.value;
  // Why the system: who may nominate may not send invitations to whom they like; the nomination does.
  if (isNew) {
    const asSystem = { ...context, actor: { kind: "system", name: "candidacies" } as const };
    const invited = await inviteAccount(asSystem, nominated.accountId);
    if (!invited.ok) context.log.info({ code: invited.error.code }, "the nominee needs no invitation");
  }
  return ok(nominated);
}

interface Nominator {
  readonly accountId: string;
  readonly name: string;
  readonly organization: OrganizationLine | null;
  readonly standing: { readonly isGood: boolean; readonly reasonsNot: readonly string[] };
}

function nominatedBy({ organization, name }: Nominator): string {
  return organization?.name ?? name;
}

async function recordNomination(
  within: ContextWithin,
  candidacyId: string,
  electionId: string,
  input: NominationInput,
): Promise<void> {
  await recordAudit(within, {
    action: "candidacies:nominated",
    subjectType: "candidacy",
    subjectId: candidacyId,
    // Privacy: the log stays when the file of somebody who never stood is erased, so it holds neither citizenship nor employer.
    changes: [{ field: "name", before: null, after: input.name }],
    details: { electionId, contestId: input.contestId, organizationId: input.organizationId, isSelf: input.isSelf },
  });
}

/** Who nominates, in whose name, and whether that is allowed today. */
async function judgeNominator(
  within: ContextWithin,
  actor: PersonContext["actor"],
  call: Call,
  contest: CallContest,
  input: NominationInput,
): Promise<Result<Nominator, NominateRefusal>> {
  const stage = await requireCallStage(within, call.election.id, "nominations");
  if (!stage.ok) return stage;
  if (call.isPublished || call.election.sealedAt !== null) return refuse("NOMINATIONS_CLOSED");
  if (isStaff(actor.roles)) return refuse(input.isSelf ? "STAFF_MAY_NOT_STAND" : "STAFF_MAY_NOT_NOMINATE");
  const { accountId, name } = actor;
  const good = { isGood: true, reasonsNot: [] };
  if (input.organizationId === null) {
    if (contest.rules.nominators !== "anyone") return refuse("NOT_MEMBERSHIP_CONTACT");
    const used = await countLiving(within, { contestId: contest.id, nominatorAccountId: accountId });
    if (used >= 1) return refuse("NOMINATION_LIMIT_REACHED", { allowed: 1, organization: name });
    return ok({ accountId, name, organization: null, standing: good });
  }
  const acted = await listOrganizationsOfContact(within, accountId, "membership");
  const organization = acted.find((each) => each.organization.id === input.organizationId)?.organization;
  if (organization === undefined) return refuse("NOT_MEMBERSHIP_CONTACT");
  const standing = await standingOn(within, organization.id, within.clock.now().toISOString().slice(0, 10));
  if (!standing.isGood)
    return refuse("ORGANIZATION_NOT_IN_STANDING", {
      organization: organization.name,
      reasons: standing.reasonsNot.join(", "),
    });
  const allowed = nominationsAllowed(contest);
  const used = await countLiving(within, { contestId: contest.id, organizationId: organization.id });
  if (used >= allowed) return refuse("NOMINATION_LIMIT_REACHED", { allowed, organization: organization.name });
  return ok({ accountId, name, organization, standing });
}

async function countLiving(
  within: ContextWithin,
  where: { readonly contestId: string; readonly organizationId?: string; readonly nominatorAccountId?: string },
): Promise<number> {
  const rows = await within.database.candidacy.findMany({ where });
  return rows.filter((row) => isAlive(stateOf(row))).length;
}

/** Refuses with the office holders because of whom the citizenship is barred. */
export function refuseBarred(
  contest: CallContest,
  citizenships: readonly string[],
): Result<undefined, Refusal<"CITIZENSHIP_BARRED">> {
  const barred = barredWithReasons(contest).find(({ code }) => citizenships.includes(code));
  if (barred === undefined) return ok(undefined);
  return refuse("CITIZENSHIP_BARRED", { country: barred.code, cap: barred.cap, holders: barred.holders.join(", ") });
}

/** Privacy: tells neither the name in the account nor its roles; the commission's checks find staff. */
async function requireFree(
  within: ContextWithin,
  contest: CallContest,
  { name }: NominationInput,
  accountId: string,
): Promise<Result<undefined, Refusal<"ALREADY_NOMINATED">>> {
  const rows = await within.database.candidacy.findMany({ where: { contestId: contest.id, accountId } });
  return rows.some((row) => isAlive(stateOf(row))) ? refuse("ALREADY_NOMINATED", { name }) : ok(undefined);
}

interface Writing {
  readonly candidacyId: string;
  readonly contest: CallContest;
  readonly input: NominationInput;
  readonly nominator: Nominator;
  readonly person: { readonly accountId: string; readonly email: string };
}

async function writeNomination(
  within: ContextWithin,
  { candidacyId, contest, input, nominator, person }: Writing,
): Promise<void> {
  const now = within.clock.now();
  await within.database.candidacy.create({
    data: {
      id: candidacyId,
      electionId: contest.electionId,
      contestId: contest.id,
      organizationId: nominator.organization?.id ?? null,
      organizationName: nominator.organization?.name ?? null,
      nominatorAccountId: nominator.accountId,
      nominatorName: nominator.name,
      nominatedAt: now,
      nominatorStanding: { isGood: nominator.standing.isGood, reasonsNot: [...nominator.standing.reasonsNot] },
      isSelfNomination: input.isSelf,
      statement: input.statement,
      accountId: person.accountId,
      name: input.name,
      email: person.email,
      country: input.country,
      citizenships: input.citizenships,
      employer: input.employer,
      employerGroup: input.employerGroup || input.employer,
      acceptedAt: input.isSelf ? now : null,
      biography: { es: "", en: "", pt: "" },
      links: [],
    },
  });
}
