// The person who was proposed accepts, with the facts that bear on eligibility put right, or declines.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { changesBetween, recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { isStaff } from "../domain/eligibility.ts";
import { getCallOf } from "../queries/call.server.ts";
import type { FileRefusal } from "./open-file.server.ts";
import { openFile, ownCandidacy } from "./open-file.server.ts";
import { mailNominator } from "./mail-candidates.server.ts";
import type { AcceptanceInput } from "./nominate-candidate.input.ts";
import { refuseBarred } from "./nominate-candidate.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";

export type AnswerNominationRefusal =
  | FileRefusal
  | StageRefusal
  | Refusal<"NOMINATION_ANSWERED" | "NOMINATIONS_CLOSED" | "CITIZENSHIP_BARRED" | "STAFF_MAY_NOT_STAND">;

/** Accepts: from here on the person is a candidate and keeps the file. */
export async function acceptNomination(
  context: PersonContext,
  { candidacyId, ...facts }: AcceptanceInput & { readonly candidacyId: string },
): Promise<Result<undefined, AnswerNominationRefusal>> {
  return inTransaction<Result<undefined, AnswerNominationRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const own = await ownCandidacy(within, context.actor, candidacyId);
    if (!own.ok) return own;
    await recordAudit(within, {
      action: "candidacies:accepted",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: changesOf(own.value, facts),
    });
    if (own.value.state !== "nominated") return refuse("NOMINATION_ANSWERED");
    const call = await getCallOf(within, own.value);
    const stage = await requireCallStage(within, call.election.id, "nominations");
    if (!stage.ok) return stage;
    // Why: what nobody answered until the publication has lapsed.
    if (call.isPublished || call.election.sealedAt !== null) return refuse("NOMINATIONS_CLOSED");
    if (isStaff(context.actor.roles)) return refuse("STAFF_MAY_NOT_STAND");
    const barred = refuseBarred(call.contest, facts.citizenships);
    if (!barred.ok) return barred;
    await writePerson(within, candidacyId, facts, { acceptedAt: within.clock.now() });
    await mailNominator(within, { candidacy: own.value, contest: call.contest, accepts: true });
    return ok(undefined);
  });
}

/** Declines: the nomination no longer counts against the limit of the organisation. */
export async function declineNomination(
  context: PersonContext,
  { candidacyId }: { readonly candidacyId: string },
): Promise<Result<undefined, AnswerNominationRefusal>> {
  return inTransaction<Result<undefined, AnswerNominationRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const own = await ownCandidacy(within, context.actor, candidacyId);
    if (!own.ok) return own;
    await recordAudit(within, {
      action: "candidacies:declined",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: [{ field: "state", before: own.value.state, after: "declined" }],
    });
    if (own.value.state !== "nominated") return refuse("NOMINATION_ANSWERED");
    await within.database.candidacy.update({ where: { id: candidacyId }, data: { declinedAt: within.clock.now() } });
    const { contest } = await getCallOf(within, own.value);
    await mailNominator(within, { candidacy: own.value, contest, accepts: false });
    return ok(undefined);
  });
}

/** Changes the facts of the person while the file is open. */
export async function changePerson(
  context: PersonContext,
  { candidacyId, ...facts }: AcceptanceInput & { readonly candidacyId: string },
): Promise<Result<undefined, AnswerNominationRefusal>> {
  return inTransaction<Result<undefined, AnswerNominationRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const file = await openFile(within, context.actor, candidacyId);
    if (!file.ok) return file;
    await recordAudit(within, {
      action: "candidacies:person-changed",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: changesOf(file.value, facts),
    });
    const { contest } = await getCallOf(within, file.value);
    const barred = refuseBarred(contest, facts.citizenships);
    if (!barred.ok) return barred;
    await writePerson(within, candidacyId, facts);
    return ok(undefined);
  });
}

type PersonFacts = Parameters<typeof personOf>[0];

const unlogged: readonly string[] = ["citizenships", "employer", "employerGroup"];

/** Privacy: the log outlasts the file, so of these fields it holds that they changed, not what they say. */
function changesOf(before: PersonFacts, after: PersonFacts) {
  const changes = changesBetween(personOf(before), personOf(after));
  return changes.map((change) =>
    unlogged.includes(change.field) ? { field: change.field, before: null, after: "***" } : change,
  );
}

function personOf({
  name,
  country,
  citizenships,
  employer,
  employerGroup,
}: Pick<Candidacy, "name" | "country" | "citizenships" | "employer" | "employerGroup">) {
  return { name, country, citizenships: citizenships.join(", "), employer, employerGroup };
}

async function writePerson(
  within: ContextWithin,
  candidacyId: string,
  { name, country, citizenships, employer, employerGroup }: AcceptanceInput,
  more: { readonly acceptedAt?: Date } = {},
): Promise<void> {
  await within.database.candidacy.update({
    where: { id: candidacyId },
    data: { ...more, name, country, citizenships, employer, employerGroup: employerGroup || employer },
  });
}
