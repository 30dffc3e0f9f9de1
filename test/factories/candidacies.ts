// A call with members who may nominate: (await aCall(given)).nominated(), .complete(), .admitted(), .published() …
import sharp from "sharp";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import {
  acceptNomination,
  answerEndorsement,
  decideCandidacy,
  declareConflict,
  getFileHash,
  nominateCandidate,
  proposePublishedChange,
  proposePublication,
  saveAnswers,
  saveBiography,
  storePhoto,
} from "#app/modules/candidacies/index.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import type { setStages } from "#app/modules/calendars/index.server.ts";
import { createElection, createElectionInput } from "#app/modules/elections/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { changeClass } from "#app/modules/membership/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { createOrganization, setContact } from "#app/modules/organizations/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { Given } from "../setup/databases.ts";
import { aPersonWithAccount } from "./elections.ts";
import { byTwo } from "./two-people.ts";

/** What a test does not say of somebody who stays. */
const term = { bodyKey: "electoral-commission", from: "2024-01-01", until: "2026-12-31" };

export interface Member {
  readonly organizationId: string;
  readonly handle: string;
  readonly name: string;
  readonly contact: PersonActor;
}

export interface CallWish {
  readonly seats?: number;
  readonly rules?: Record<string, unknown>;
  readonly staying?: readonly Record<string, unknown>[];
  /** Titles of further contests. */
  readonly contests?: readonly { readonly bodyKey: "board" | "fiscal-commission"; readonly title: string }[];
  /** Who sits on the commission already; three new people where nobody does. */
  readonly commission?: readonly PersonActor[];
}

export const person = {
  country: "HN",
  citizenships: ["HN"],
  employer: "Red de Honduras",
  employerGroup: "Grupo Red",
} as const;

/** What a candidate answers to the built-in questionnaire. */
export const wholeAnswers: Record<string, string> = {
  "choice.other-body": "no",
  "choice.staff": "no",
  "choice.supplier": "no",
  "choice.dispute": "no",
  "words.experience": "Veinte años de redes.",
  "words.reasons": "Por una asociación abierta.",
  "choice.time": "yes",
  "choice.convictions": "no",
  "choice.bankruptcy": "no",
  "choice.conduct": "yes",
};

export function aPicture(width = 800, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
}

export class CallInTest {
  readonly given: Given;
  readonly electionId: string;
  readonly contestId: string;
  readonly contestIds: readonly string[];
  readonly members: readonly Member[];
  readonly commission: readonly PersonActor[];

  constructor(parts: Pick<CallInTest, "given" | "electionId" | "contestIds" | "members" | "commission">) {
    this.given = parts.given;
    this.electionId = parts.electionId;
    this.contestIds = parts.contestIds;
    this.contestId = parts.contestIds[0]!;
    this.members = parts.members;
    this.commission = parts.commission;
  }

  as(actor: PersonActor): PersonContext {
    return { ...this.given.context(), actor };
  }

  member(position: number): Member {
    return this.members[position]!;
  }

  nominate(position: number, wish: Partial<Parameters<typeof nominateCandidate>[1]> = {}) {
    const { contact, organizationId } = this.member(position);
    return nominateCandidate(this.as(contact), {
      electionId: this.electionId,
      contestId: this.contestId,
      organizationId,
      isSelf: true,
      name: contact.name,
      email: `member-${position}@members.example`,
      language: "es",
      ...person,
      citizenships: [...person.citizenships],
      statement: "Conoce la región.",
      ...wish,
    });
  }

  /** The member's contact proposes herself and fills the whole file. */
  async complete(position: number, wish: Partial<Parameters<typeof nominateCandidate>[1]> = {}): Promise<string> {
    const { candidacyId } = expectOk(await this.nominate(position, wish));
    await this.fill(this.member(position).contact, candidacyId);
    return candidacyId;
  }

  async fill(actor: PersonActor, candidacyId: string): Promise<void> {
    const context = this.as(actor);
    const biography = { es: "Nací en la costa.", en: "I was born on the coast.", pt: "Nasci na costa." };
    expectOk(await saveBiography(context, { candidacyId, ...biography, links: ["https://ana.example"] }));
    expectOk(await saveAnswers(context, { candidacyId, typed: wholeAnswers }));
    expectOk(await storePhoto(context, { candidacyId, uploaded: await aPicture() }));
  }

  accept(actor: PersonActor, candidacyId: string, wish: Partial<Parameters<typeof acceptNomination>[1]> = {}) {
    const facts = { name: actor.name, ...person, citizenships: [...person.citizenships] };
    return acceptNomination(this.as(actor), { candidacyId, ...facts, ...wish });
  }

  endorse(position: number, candidacyId: string, endorses = true) {
    const { contact, organizationId } = this.member(position);
    return answerEndorsement(this.as(contact), { candidacyId, organizationId, endorses });
  }

  async declare(candidacyId: string, hasConflict = false, commissioner = 0): Promise<void> {
    const declaration = { candidacyId, hasConflict, explanation: hasConflict ? "Trabajamos juntos." : "" };
    expectOk(await declareConflict(this.as(this.commission[commissioner]!), declaration));
  }

  /** The fingerprint of the file as it is now. */
  fileHash(candidacyId: string): Promise<string> {
    return getFileHash(this.given.context(), candidacyId);
  }

  decide(candidacyId: string, kind: "admit" | "reject" | "correct", reasons = "", commissioner = 0) {
    return this.decideAs(this.commission[commissioner]!, candidacyId, { kind, reasons });
  }

  async decideAs(
    actor: PersonActor,
    candidacyId: string,
    {
      kind = "admit",
      reasons = "",
    }: { readonly kind?: "admit" | "reject" | "correct"; readonly reasons?: string } = {},
  ) {
    const correctUntil = kind === "correct" ? new Date(this.given.clock.now().getTime() + 3 * 86_400_000) : null;
    const fileHash = await this.fileHash(candidacyId);
    return decideCandidacy(this.as(actor), { candidacyId, fileHash, kind, reasons, correctUntil });
  }

  /** One of the commission proposes what two may do after the publication. */
  async proposeChange(
    candidacyId: string,
    wish: Partial<Parameters<typeof proposePublishedChange>[1]> & { readonly kind: "strike" | "admit" | "edit" },
    commissioner = 0,
  ) {
    const whole = { candidacyId, fileHash: await this.fileHash(candidacyId), fields: null, reason: "Hubo un reclamo." };
    return proposePublishedChange(this.as(this.commission[commissioner]!), { ...whole, ...wish });
  }

  approve(proposalId: string, commissioner = 1) {
    return approveProposal(this.as(this.commission[commissioner]!), approvableActs, { proposalId });
  }

  async admitted(position: number, wish: Partial<Parameters<typeof nominateCandidate>[1]> = {}): Promise<string> {
    const candidacyId = await this.complete(position, wish);
    await this.declare(candidacyId);
    expectOk(await this.decide(candidacyId, "admit"));
    return candidacyId;
  }

  /** One of the commission proposes the list as it stands. */
  proposeList(commissioner = 0) {
    const { electionId } = this;
    return proposePublication(this.as(this.commission[commissioner]!), { electionId, reason: "Acta 4." });
  }

  publish() {
    return byTwo(this.proposeList(), this.as(this.commission[1]!));
  }

  /** Stages of the calendar, with the first and the last instant of each. */
  async withStages(stages: Parameters<typeof setStages>[1]["stages"]): Promise<void> {
    const now = this.given.clock.now();
    await this.given.database.calendar.create({
      data: { processId: this.electionId, template: "board", sequence: 0, createdAt: now, changedAt: now },
    });
    await this.given.database.calendarStage.createMany({
      data: stages.map((stage) => ({
        ...stage,
        processId: this.electionId,
        sequence: 0,
        changedAt: now,
      })),
    });
  }
}

/** An election with a call: four members in good standing, each with a membership contact, and three commissioners. */
export async function aCall(given: Given, wish: CallWish = {}): Promise<CallInTest> {
  const context = given.context();
  await registerMailRoom(context, { folder: given.settings.folder });
  const commission = [...(wish.commission ?? [])];
  for (const name of commission.length === 0 ? ["Celia Comisión", "Dario Comisión", "Elsa Comisión"] : [])
    commission.push(await aPersonWithAccount(given, name, ["commission"]));
  const title = { es: "Directorio", en: "Board", pt: "Diretoria" };
  const isFurther = (await given.database.election.count()) > 0;
  const seats = wish.seats ?? 1;
  const more = (wish.contests ?? []).map((contest) => ({
    kind: "candidates",
    bodyKey: contest.bodyKey,
    title: { es: contest.title, en: contest.title, pt: contest.title },
    maxChoices: 1,
  }));
  const { electionId } = expectOk(
    await createElection(
      context,
      createElectionInput.parse({
        title,
        hasCall: true,
        contests: [
          {
            ...{ kind: "candidates", bodyKey: "electoral-commission", title, seats, maxChoices: seats },
            extraordinaryReason: seats > 2 || isFurther ? "Several left at once" : "",
          },
          ...more,
        ],
        trusteeAccountIds: commission.map(({ accountId }) => accountId),
        trusteeThreshold: 2,
        rollDate: "2026-03-20",
        opensAt: new Date("2026-05-10T18:00:00Z"),
        closesAt: new Date("2026-05-17T18:00:00Z"),
      }),
    ),
  );
  const contests = await given.database.contest.findMany({ where: { electionId }, orderBy: { position: "asc" } });
  await given.database.contest.update({
    where: { id: contests[0]!.id },
    data: { rules: { ...rules, ...wish.rules }, staying: (wish.staying ?? []).map((row) => ({ ...term, ...row })) },
  });
  const members = [];
  for (const position of [0, 1, 2, 3]) members.push(await aMember(given, position));
  return new CallInTest({ given, electionId, contestIds: contests.map(({ id }) => id), members, commission });
}

const rules = {
  capPerCitizenship: 1,
  capPerEmployerGroup: 1,
  nominators: "membership-contacts",
  nominationsPerOrganization: "one-per-seat",
  endorsementsNeeded: 0,
  incompatibleBodies: ["board", "fiscal-commission"],
};

const names = ["Ana Álvarez", "Bruno Beltrán", "Carla Castro", "Diego Díaz"];

async function aMember(given: Given, position: number): Promise<Member> {
  const context = given.context();
  const name = `Red ${position + 1}`;
  const { organizationId, handle } = expectOk(await createOrganization(context, { name, country: "HN" }));
  expectOk(await changeClass(context, { organizationId, class: "founding", from: "2002-10-31" }));
  const contact = await aPersonWithAccount(given, names[position]!, []);
  expectOk(await setContact(context, { organizationId, role: "membership", accountId: contact.accountId }));
  return { organizationId, handle, name, contact };
}
