// Begins a dress rehearsal: a test election with the contests and trustees of the real one, and everybody with a role as a voter.
import { csvLine } from "#app/lib/csv/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import {
  createElection,
  createElectionInput,
  findElection,
  freezeTestRoll,
  importTestVoters,
  listTrusteeAccounts,
} from "#app/modules/elections/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission, roles } from "#app/platform/permissions/actor.ts";
import { partOf } from "../domain/parts.ts";
import { permissions } from "../module.ts";

export type BeginDressRehearsalRefusal = Refusal<
  "ELECTION_UNKNOWN" | "REHEARSED_ELECTION_SEALED" | "REHEARSAL_HAS_NO_VOTERS" | "REHEARSAL_NOT_CREATED"
>;

export interface BeginDressRehearsalInput {
  readonly electionId: string;
  /** How long the false voting lasts. */
  readonly hours: number;
}

export async function beginDressRehearsal(
  context: Context,
  { electionId, hours }: BeginDressRehearsalInput,
): Promise<Result<{ rehearsalId: string; voters: number }, BeginDressRehearsalRefusal>> {
  requirePermission(context.actor, permissions, "dress-rehearsals:begin");
  const election = await findElection(context, electionId);
  if (election === undefined) return refuse("ELECTION_UNKNOWN");
  if (election.sealedAt !== null) return refuse("REHEARSED_ELECTION_SEALED");
  const voters = await listPeopleWithRoles(context);
  if (voters.length === 0) return refuse("REHEARSAL_HAS_NO_VOTERS");
  const trustees = await listTrusteeAccounts(context, electionId);
  const created = await createElection(context, falseElection(context, election, { trustees, hours }));
  if (!created.ok) return refuse("REHEARSAL_NOT_CREATED", { reason: created.error.code });
  const rehearsalId = created.value.electionId;
  // Why written before the roll: if the program stops here, the page still knows what this test election is.
  await keepParts(context, { rehearsalId, electionId, election, voters });
  const imported = await importTestVoters(context, { electionId: rehearsalId, csv: listOfVoters(voters) });
  if (!imported.ok) return refuse("REHEARSAL_NOT_CREATED", { reason: imported.error.code });
  const frozen = await freezeTestRoll(context, { electionId: rehearsalId });
  if (!frozen.ok) return refuse("REHEARSAL_NOT_CREATED", { reason: frozen.error.code });
  return ok({ rehearsalId, voters: voters.length });
}

type Voter = Awaited<ReturnType<typeof listAccountsWithRole>>[number];

async function listPeopleWithRoles(context: Context): Promise<Voter[]> {
  const lists = await Promise.all(roles.map((role) => listAccountsWithRole(context, role)));
  // Why by address: two accounts of one mailbox are one voter.
  const byAddress = new Map(lists.flat().map((person) => [person.email.toLowerCase(), person]));
  return [...byAddress.values()].sort((left, right) => (left.userId < right.userId ? -1 : 1));
}

function falseElection(
  context: Context,
  election: ElectionView,
  { trustees, hours }: { readonly trustees: readonly string[]; readonly hours: number },
) {
  const now = context.clock.now();
  const inTitle = { es: "Ensayo general", en: "Dress rehearsal", pt: "Ensaio geral" };
  const title = {
    es: `${inTitle.es}: ${election.title.es}`.slice(0, 300),
    en: `${inTitle.en}: ${election.title.en}`.slice(0, 300),
    pt: `${inTitle.pt}: ${election.title.pt}`.slice(0, 300),
  };
  return createElectionInput.parse({
    title,
    isTest: true,
    electorate: "individuals",
    group: election.group,
    contests: election.contests.map((contest) =>
      contest.kind === "question"
        ? { kind: "question", title: contest.title }
        : {
            kind: "candidates",
            bodyKey: "other",
            title: contest.title,
            minChoices: contest.minChoices,
            maxChoices: Math.min(contest.maxChoices, Math.max(1, contest.candidates.length || contest.maxChoices)),
            allowsBlank: contest.allowsBlank,
            candidates: candidatesOf(contest),
          },
    ),
    trusteeAccountIds: [...trustees],
    trusteeThreshold: election.trusteeThreshold,
    rollDate: now.toISOString().slice(0, 10),
    opensAt: now,
    closesAt: new Date(now.getTime() + hours * 3_600_000),
  });
}

/** Before the candidates are published there are none: invented ones take their places. */
function candidatesOf(contest: ElectionView["contests"][number]): { name: string }[] {
  if (contest.candidates.length > 0) return contest.candidates.map(({ name }) => ({ name }));
  return Array.from({ length: contest.maxChoices + 1 }, (_, index) => ({
    name: `Ensayo ${String.fromCharCode(65 + index)}`,
  }));
}

interface Parts {
  readonly rehearsalId: string;
  readonly electionId: string;
  readonly election: ElectionView;
  readonly voters: readonly Voter[];
}

async function keepParts(context: Context, { rehearsalId, electionId, election, voters }: Parts): Promise<void> {
  const contests = election.contests.map((contest) => ({
    answers: contest.kind === "question" ? 3 : candidatesOf(contest).length,
    minChoices: contest.minChoices,
    maxChoices: contest.maxChoices,
    allowsBlank: contest.allowsBlank,
  }));
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "dress-rehearsals:begun",
      subjectType: "election",
      subjectId: electionId,
      details: { rehearsal: rehearsalId, voters: voters.length },
    });
    await within.database.dressRehearsal.create({
      data: { id: rehearsalId, electionId, begunAt: within.clock.now(), contests },
    });
    await within.database.rehearsalPart.createMany({
      data: voters.map(({ accountId }, person) => ({
        rehearsalId,
        accountId,
        choices: partOf(person, contests).map((choices) => [...choices]),
      })),
    });
    return ok(undefined);
  });
}

function listOfVoters(voters: readonly Voter[]): string {
  return [
    csvLine(["name", "email", "language"]),
    ...voters.map(({ name, email, language }) => csvLine([name, email, language])),
  ].join("");
}
