// Elections in any state, made through the same commands as the web: (await anElection(given)).frozen() …
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { GroupName, HomomorphicQuestion } from "#app/lib/ballot-protocol/index.ts";
import { choiceVector, createBallot, signTrusteeStatement } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { rollStatement } from "#app/lib/roll-proof/index.ts";
import { rehearsalGroundNow } from "#app/modules/elections/before-sealing/queries/rehearsal-ground.server.ts";
import { createAccount, createAccountsInBulk } from "#app/modules/accounts/index.server.ts";
import type { StageKind } from "#app/modules/calendars/index.ts";
import { requiredStages, stageRules } from "#app/modules/calendars/index.ts";
import type { ContestInput } from "#app/modules/elections/commands/create-election.input.ts";
import { createElectionInput } from "#app/modules/elections/commands/create-election.input.ts";
import type { RollRight } from "#app/modules/elections/domain/roll-right.ts";
import { archivedQuestionOf } from "#app/modules/elections/domain/contests.ts";
import { accessKeyOf } from "#app/modules/elections/domain/access-key.ts";
import { secondKeyOf } from "#app/modules/elections/domain/second-code.ts";
import { bindingKeyOf } from "#app/modules/elections/domain/eligibility-tag.ts";
import type { RightsSource, VotesSource } from "#app/modules/elections/index.server.ts";
import {
  castBallot,
  closeDueElections,
  createElection,
  findRollSignatures,
  listContests,
  signRoll,
} from "#app/modules/elections/index.server.ts";
import type {
  PersonActor,
  SimulatedTrustee,
} from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { holdKeyCeremony, openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { IssuedCode } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import type { Given, TestContext } from "../setup/databases.ts";
import type { DeliveredMail } from "./post.ts";
import { deliverPost, linkIn } from "./post.ts";
import { freezeByTwo, importByTwo } from "./rolls.ts";

export interface ElectionWish {
  /** The votes of each organisation; the first voter acts for the first, and so on. */
  readonly weights?: readonly number[];
  readonly candidates?: readonly string[];
  readonly maxChoices?: number;
  readonly group?: "Ed25519" | "BELENIOS-2048";
  /** Candidates come from candidacies. */
  readonly hasCall?: boolean;
  /** Ballots answer these after the Board. */
  readonly furtherContests?: readonly ContestInput[];
  readonly electorate?: "organizations" | "individuals";
  /** The places of the organisations of which the register knows no membership contact. */
  readonly withoutContact?: readonly number[];
}

export const rollDate = "2026-03-01";
export const opensAt = new Date("2026-03-10T18:00:00Z");
export const closesAt = new Date("2026-03-17T18:00:00Z");
export const whileOpen = new Date("2026-03-12T10:00:00Z");

export interface Voter {
  readonly actor: PersonActor;
  readonly email: string;
  readonly handle: string;
  readonly weight: number;
  /** Whether the register knows the person as the organisation's membership contact. */
  readonly isContact: boolean;
}

/** An election that a test takes from state to state. */
export class ElectionInTest {
  readonly given: Given;
  readonly electionId: string;
  readonly voters: readonly Voter[];
  readonly commission: readonly PersonActor[];
  readonly staff: PersonActor;
  /** As the archive asks them. */
  readonly questions: readonly HomomorphicQuestion[];
  trustees: readonly SimulatedTrustee[] = [];
  codes: readonly IssuedCode[] = [];
  /** The mails that have left, oldest first. */
  post: DeliveredMail[] = [];

  constructor(parts: Pick<ElectionInTest, "given" | "electionId" | "voters" | "commission" | "staff" | "questions">) {
    this.given = parts.given;
    this.electionId = parts.electionId;
    this.voters = parts.voters;
    this.commission = parts.commission;
    this.staff = parts.staff;
    this.questions = parts.questions;
  }

  as(actor: PersonActor): TestContext {
    return this.given.context({ actor });
  }

  async frozen(): Promise<this> {
    expectOk(await this.freeze(async () => this.rights()));
    return this;
  }

  /** By a member of staff and a commissioner; the rights are the register's where none are given. */
  freeze(listRights?: RightsSource): Promise<Result<unknown, Refusal>> {
    return freezeByTwo([this.as(this.staff), this.as(this.commission[0]!)], this.electionId, listRights);
  }

  /** A list of voters, by the same two; the votes that it is compared with are the register's where none are given. */
  importVoters(csv: string | Uint8Array, listRights?: VotesSource): Promise<Result<unknown, Refusal>> {
    const { electionId } = this;
    return importByTwo([this.as(this.staff), this.as(this.commission[0]!)], { electionId, csv }, listRights);
  }

  async withKeys(): Promise<this> {
    await this.frozen();
    this.trustees = await holdKeyCeremony(this.given.context(), this.electionId, this.commission);
    return this;
  }

  async withCodes(): Promise<this> {
    await this.withKeys();
    return this.issueCodes();
  }

  /** Anew too: moving the voting takes the codes back. */
  async issueCodes(): Promise<this> {
    this.codes = await issueVotingCodes(this.as(this.commission[0]!), this.electionId);
    return this;
  }

  /** What a commissioner's browser does with the key of her seat. */
  async signRoll(
    seat: number,
    change: { key?: number; root?: string; undecidedClaims?: number; unsettledClaims?: number } = {},
  ) {
    const { electionId } = this;
    const { root, version, size, votes } = await findRollSignatures(this.given.context(), electionId);
    const { actor, key } = this.trustees[seat]!;
    const { group } = await this.given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    const roll = { electionId, rollVersion: version, root: change.root ?? root ?? "", size, votes };
    const signature = signTrusteeStatement({
      group: group as GroupName,
      seed: this.trustees[change.key ?? seat]!.key.seed,
      statement: rollStatement({ ...roll, trustee: key.index }),
      random: this.given.context().random,
    });
    const countUndecidedClaims = async () => change.undecidedClaims ?? 0;
    const countUnsettledClaims = async () => change.unsettledClaims ?? 0;
    return signRoll(this.as(actor), {
      electionId,
      root: root ?? "",
      signature,
      countUndecidedClaims,
      countUnsettledClaims,
    });
  }

  /** Everything that the seal of an election that binds asks for beside the codes: a timetable in time, the roll signed. */
  async bindingly(): Promise<this> {
    const { database } = this.given;
    const { isTest } = await database.election.findUniqueOrThrow({ where: { id: this.electionId } });
    const isAnnounced = (await database.calendar.count({ where: { processId: this.electionId } })) > 0;
    if (!isTest && !isAnnounced) await announceInTime(this.given, this.electionId);
    if (!isTest) await letGoUnrehearsed(this.given, this.electionId, this.given.clock.now());
    const { needed, signatures } = await findRollSignatures(this.given.context(), this.electionId);
    for (let seat = signatures.length; seat < needed; seat += 1) expectOk(await this.signRoll(seat));
    return this;
  }

  async readyToSeal(): Promise<this> {
    await this.withCodes();
    return this.bindingly();
  }

  async sealed(): Promise<this> {
    await this.readyToSeal();
    expectOk(await sealByTwo(this.given.context(), this.electionId, [this.commission[0]!, this.commission[1]!]));
    return this;
  }

  /** What the register says of its organisations. */
  rights(): RollRight[] {
    return this.voters.map(rightOf);
  }

  async open(): Promise<this> {
    await this.sealed();
    this.given.clock.set(whileOpen);
    return this;
  }

  codeOf(voter: number): IssuedCode {
    const { handle } = this.voters[voter]!;
    const code = this.codes.find((line) => line.organizationHandle === handle);
    if (code === undefined) throw new Error(`no code for ${handle}`);
    return code;
  }

  /** What the booth shows for whoever votes by link, made from the last mail that the mail room wrote for the address. */
  async linkKeys(email: string) {
    this.post.push(...(await deliverPost(this.given)));
    const link = linkIn(this.post, email);
    if (link === undefined) throw new Error(`no link for ${email}`);
    const { electionId } = this;
    return {
      accessKey: accessKeyOf({ electionId, code: link.code }),
      secondKey: secondKeyOf({ electionId, secondCode: link.second ?? "" }),
    };
  }

  /** A ballot of the voter's own code: what is chosen contest by contest; nothing is blank. */
  async encrypt(voter: number, ...choices: readonly (readonly number[])[]): Promise<string> {
    const { electionPayload } = await this.given.database.election.findUniqueOrThrow({
      where: { id: this.electionId },
    });
    return createBallot({
      electionPayload: electionPayload ?? "",
      code: this.codeOf(voter).code,
      choices: this.questions.map((question, position) => expectOk(choiceVector(question, choices[position] ?? []))),
      random: this.given.context().random,
    });
  }

  /** What the booth sends for this voter. */
  casting(voter: number, ballot: string) {
    const { code, rollEntryId } = this.codeOf(voter);
    return {
      electionId: this.electionId,
      rollEntryId,
      ballot,
      bindingKey: bindingKeyOf({ electionId: this.electionId, code }),
    };
  }

  async cast(voter: number, ...choices: readonly (readonly number[])[]) {
    const ballot = await this.encrypt(voter, ...choices);
    return castBallot(this.as(this.voters[voter]!.actor), this.casting(voter, ballot));
  }

  async closed(): Promise<this> {
    this.given.clock.set(closesAt);
    await closeDueElections(this.given.context());
    return this;
  }

  async counted(openers = 2): Promise<this> {
    await this.closed();
    await openSum(this.given.context(), this.electionId, this.trustees.slice(0, openers));
    return this;
  }
}

/** An election in draft: three commission members who hold the key two of three, and a voter for each weight. */
export async function anElection(given: Given, wish: ElectionWish = {}): Promise<ElectionInTest> {
  const context = given.context();
  await registerMailRoom(context, { folder: given.settings.folder });
  const { weights = [1, 4, 7], candidates = ["Ana", "Bruno", "Carla"], maxChoices = 2, group = "Ed25519" } = wish;
  const { furtherContests = [], electorate = "organizations" } = wish;
  const staff = await aPersonWithAccount(given, "Sara Soto", ["staff"]);
  const commission = [];
  for (const name of ["Celia Comisión", "Dario Comisión", "Elsa Comisión"]) {
    commission.push(await aPersonWithAccount(given, name, ["commission"]));
  }
  const title = { es: "Directorio", en: "Board", pt: "Diretoria" };
  const isFurther = (await given.database.election.count()) > 0;
  const input = createElectionInput.parse({
    title,
    group,
    electorate,
    hasCall: wish.hasCall ?? false,
    contests: [
      {
        ...{ kind: "candidates", bodyKey: "board", title, maxChoices },
        candidates: candidates.map((name) => ({ name })),
      },
      ...furtherContests,
      // A story may have more elections in its year than a body renews seats.
    ].map((contest, place) =>
      place > 0 || isFurther ? { extraordinaryReason: "Another of this story", ...contest } : contest,
    ),
    trusteeAccountIds: commission.map(({ accountId }) => accountId),
    trusteeThreshold: 2,
    rollDate,
    opensAt,
    closesAt,
  });
  const { electionId } = expectOk(await createElection(given.context({ actor: staff }), input));
  const voters = await inviteVoters(given, weights, wish.withoutContact);
  const questions = (await listContests(given.context(), electionId)).map(archivedQuestionOf);
  return new ElectionInTest({ given, electionId, voters, commission, staff, questions });
}

const day = 24 * 60 * 60_000;

/**
 * The timetable has been public for as long as the sealing asks, and has every stage; two people let it go unrehearsed. It holds up no test: what comes before the voting is
 * over, what comes after it may be done from the close on, and claims about the result have the week that they have without a calendar.
 */
export async function announceInTime(given: Given, electionId: string): Promise<void> {
  const election = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const at = new Date(election.opensAt.getTime() - 40 * day);
  const ends = { "result-claims": 7, "claim-decisions": 14, "official-result": 21 } as const;
  const afterwards = new Map<string, number>(Object.entries(ends));
  const stageOf = (kind: StageKind) => {
    if (kind === "voting") return { opensAt: election.opensAt, closesAt: election.closesAt };
    const days = afterwards.get(kind);
    if (days !== undefined)
      return { opensAt: election.closesAt, closesAt: new Date(election.closesAt.getTime() + days * day) };
    if (kind === "interim-result") return { opensAt: election.closesAt, closesAt: null };
    return { opensAt: at, closesAt: stageRules[kind].isPeriod ? at : null };
  };
  const kept = { processId: electionId, template: "board", createdAt: at, changedAt: at, publishedAt: at };
  await letGoUnrehearsed(given, electionId, at);
  await given.database.calendar.create({ data: kept });
  await given.database.calendarStage.createMany({
    data: requiredStages(true).map((kind) => ({ processId: electionId, kind, ...stageOf(kind), changedAt: at })),
  });
}

/** Two people said why there is no dress rehearsal with the trustees of now. */
export async function letGoUnrehearsed(given: Given, electionId: string, decidedAt: Date): Promise<void> {
  const trustees = await given.database.trustee.findMany({ where: { electionId } });
  const subject = { ground: rehearsalGroundNow(given.context(), trustees) };
  const earlier = await given.database.preparationDecision.findMany({
    where: { electionId, kind: "rehearsal-waived" },
  });
  if (earlier.some((row) => canonicalJson(row.subject) === canonicalJson(subject))) return;
  await given.database.preparationDecision.create({
    data: {
      ...{ electionId, kind: "rehearsal-waived", subject, reason: "Nothing is rehearsed in a test." },
      ...{ proposedByName: "Celia Comisión", approvedByName: "Dario Comisión", decidedAt },
    },
  });
}

/** A person with an account and roles, as an actor. */
export async function aPersonWithAccount(given: Given, name: string, roles: readonly Role[]): Promise<PersonActor> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@people.example`;
  const { accountId, userId } = expectOk(
    await createAccount(given.context(), { name, email, language: "es", roles: [...roles] }),
  );
  return { kind: "person", accountId, userId, name, roles };
}

async function inviteVoters(
  given: Given,
  weights: readonly number[],
  withoutContact: readonly number[] = [],
): Promise<Voter[]> {
  const rows = weights.map((_, position) => ({
    name: `Votante ${position + 1}`,
    email: `votante-${position + 1}@members.example`,
    language: "es" as const,
  }));
  const created = expectOk(
    await inTransaction(withActor(given.context(), { kind: "command-line", name: "test" }), async (within) =>
      ok(await createAccountsInBulk(within, rows)),
    ),
  );
  return weights.map((weight, position) => ({
    actor: {
      kind: "person",
      accountId: created[position]!.accountId,
      userId: created[position]!.userId,
      name: rows[position]!.name,
      roles: [],
    },
    email: rows[position]!.email,
    handle: `HN-TEST${position + 1}-PLEN`,
    weight,
    isContact: !withoutContact.includes(position),
  }));
}

function rightOf(voter: Voter): RollRight {
  return {
    organizationId: `organization-of-${voter.handle}`,
    handle: voter.handle,
    name: `Organización ${voter.handle}`,
    country: "HN",
    class: "active-a",
    category: "medium",
    votes: voter.weight,
    explanation: { test: true },
    contact: voter.isContact
      ? { accountId: voter.actor.accountId, name: voter.actor.name, email: voter.email, language: "es" }
      : null,
    isEntitled: voter.isContact,
    reasonsNot: voter.isContact ? [] : ["NO_MEMBERSHIP_CONTACT"],
  };
}
