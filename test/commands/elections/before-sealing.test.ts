// What two commissioners change before the seal: never one alone, never without a reason that everybody reads, and never after the seal.
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { generateTrusteeSeed, makeTrusteeCertificate } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { mailSubjectsOfElections } from "#app/mail-subjects-of-elections.server.ts";
import { approveProposal, findProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { findBodyRules } from "#app/modules/bodies/index.server.ts";
import { deliverDueCampaigns, planCampaign } from "#app/modules/campaigns/index.server.ts";
import { dropContestOfCallAct, refreshStayingOfCallAct } from "#app/modules/candidacies/index.server.ts";
import {
  dropContest,
  findElection,
  findRollSignatures,
  listContests,
  listPreparationDecisions,
  proposeBeforeSealing,
  publishCertificate,
  refreshStaying,
  replaceTrustee,
  replaceTrusteeAct,
  tellOfDecisions,
  waiveRehearsal,
  waiveRehearsalAct,
} from "#app/modules/elections/index.server.ts";
import { holdKeyCeremony, openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aCall } from "../../factories/candidacies.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection, announceInTime, aPersonWithAccount, whileOpen } from "../../factories/elections.ts";
import { deliverPost } from "../../factories/post.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const fiscal = { es: "Comisión Fiscal", en: "Fiscal Commission", pt: "Comissão Fiscal" };
const question = { es: "¿Sube la cuota?", en: "Raise the fee?", pt: "Sobe a taxa?" };
const reason = "Nadie aceptó";

const drop = [dropContest, dropContestOfCallAct] as const;
const replace = [replaceTrustee, replaceTrusteeAct] as const;
const refresh = [refreshStaying, refreshStayingOfCallAct] as const;
const waive = [waiveRehearsal, waiveRehearsalAct] as const;

describeOnEachDatabase("before the seal", (given) => {
  const seal = ({ electionId, commission }: ElectionInTest) =>
    sealByTwo(given.context(), electionId, [commission[0]!, commission[1]!]);

  const approve = (election: ElectionInTest, proposalId: string) =>
    approveProposal(election.as(election.commission[1]!), approvableActs, { proposalId });

  const noticeOfTheCall = async ({ electionId, staff, voters }: ElectionInTest) => {
    const notice = { electionId, kind: "free-notice" as const, countries: [], languages: [] };
    expectOk(await planCampaign(given.context({ actor: staff }), { ...notice, when: "now" }));
    for (let step = 0; step < 2; step += 1) await deliverDueCampaigns(given.context());
    await deliverPost(given);
    await given.database.outgoingMail.updateMany({
      where: { toAddress: voters[2]!.email },
      data: { state: "bounced" },
    });
  };

  const actionsOf = async (electionId: string) =>
    (await listAuditEntries(given.context(), { subjectId: electionId, limit: 200 })).map(({ action }) => action);

  // Requirement: CM 41, L4
  test("two people take out a contest for which nobody stands; the others keep their order, and are voted on and counted", async () => {
    const furtherContests = [
      {
        ...{ kind: "candidates" as const, bodyKey: "fiscal-commission" as const, title: fiscal, minChoices: 2 },
        ...{ description: { es: "", en: "", pt: "" }, maxChoices: 2, allowsBlank: true, extraordinaryReason: "Both" },
        candidates: ["Dora", "Eva"].map((name) => ({
          ...{ name, country: "", citizenships: [], employerGroup: "", biography: { es: "", en: "", pt: "" } },
        })),
      },
      { kind: "question" as const, title: question, description: { es: "", en: "", pt: "" } },
    ];
    const election = await (await anElection(given, { furtherContests })).withCodes();
    const { electionId, commission } = election;
    const [board, empty] = await listContests(given.context(), electionId);
    const celia = election.as(commission[0]!);
    const wish = (contestId: string) => ({ electionId, payload: { contestId }, reason });
    expect(await proposeBeforeSealing(celia, drop, wish(board!.id))).toMatchObject({
      error: { code: "CONTEST_CAN_BE_VOTED_ON" },
    });
    await given.database.candidate.deleteMany({ where: { contestId: empty!.id } });
    expect(() => proposeBeforeSealing(election.as(election.staff), drop, wish(empty!.id))).toThrow(NotPermitted);
    const { proposalId } = expectOk(await proposeBeforeSealing(celia, drop, wish(empty!.id)));
    expect(await approveProposal(celia, approvableActs, { proposalId })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    await noticeOfTheCall(election);
    expectOk(await approve(election, proposalId));
    expect((await findElection(given.context(), electionId))?.contests.map(({ title }) => title.en)).toEqual([
      "Board",
      question.en,
    ]);
    expect(await listPreparationDecisions(given.context(), electionId)).toMatchObject([
      { kind: "contest-dropped", subject: { contest: fiscal }, reason, proposedByName: "Celia Comisión" },
    ]);
    expect(await actionsOf(electionId)).toContain("elections:contest-dropped");
    // Who had been written to is told once; whose mail came back knows of nothing.
    for (let step = 0; step < 3; step += 1) await tellOfDecisions(given.context(), mailSubjectsOfElections);
    const told = (await deliverPost(given)).filter(({ text }) => text.includes("Lo demás se vota como se anunció"));
    expect(told.map(({ to }) => to).sort()).toEqual(election.voters.slice(0, 2).map(({ email }) => email));
    await given.database.preparationDecision.updateMany({ where: { electionId }, data: { toldAt: null } });
    expect(await tellOfDecisions(given.context(), mailSubjectsOfElections)).toBe(0);
    await election.bindingly();
    expectOk(await seal(election));
    const left = await listContests(given.context(), electionId);
    expect(await proposeBeforeSealing(celia, drop, wish(left[0]!.id))).toMatchObject({
      error: { code: "BALLOT_ALREADY_SEALED" },
    });
    const { electionPayload } = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    expect((JSON.parse(electionPayload ?? "") as { questions: { question: string }[] }).questions).toMatchObject([
      { question: "Directorio" },
      { question: question.es },
    ]);
  });

  test("the last contest stays, and where fewer stand than must be chosen, as many as stand are enough", async () => {
    const election = await (await anElection(given, { candidates: ["Ana", "Bruno"] })).readyToSeal();
    const { electionId, commission } = election;
    const [only] = await listContests(given.context(), electionId);
    const wish = { electionId, payload: { contestId: only!.id }, reason };
    expect(await proposeBeforeSealing(election.as(commission[0]!), drop, wish)).toMatchObject({
      error: { code: "LAST_CONTEST" },
    });
    await given.database.contest.update({ where: { id: only!.id }, data: { minChoices: 2 } });
    await given.database.candidate.deleteMany({ where: { contestId: only!.id, name: "Bruno" } });
    expect(await listContests(given.context(), electionId)).toMatchObject([{ minChoices: 1, maxChoices: 1 }]);
    expectOk(await seal(election));
  });

  // Requirement: CM 41, CM 46
  test("a trustee who cannot go on is replaced by two; the ceremony begins anew, nothing of before holds, and the new one opens the sum", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const { electionId, commission } = election;
    const [celia, dario, elsa] = commission;
    const fabio = await aPersonWithAccount(given, "Fabio Nuevo", ["commission"]);
    const before = await given.database.trustee.findMany({ where: { electionId }, orderBy: { index: "asc" } });
    const wish = (accountId: string) => ({ electionId, payload: { trusteeIndex: 3, accountId }, reason: "Enferma" });
    const propose = (accountId: string) => proposeBeforeSealing(election.as(celia!), replace, wish(accountId));
    expect(await propose(dario!.accountId)).toMatchObject({ error: { code: "TRUSTEE_TWICE" } });
    expect(await propose(election.staff.accountId)).toMatchObject({ error: { code: "TRUSTEE_NOT_IN_COMMISSION" } });
    expectOk(await approve(election, expectOk(await propose(fabio.accountId)).proposalId));
    const after = await given.database.trustee.findMany({ where: { electionId }, orderBy: { index: "asc" } });
    expect(after.map(({ name }) => name)).toEqual([celia!.name, dario!.name, fabio.name]);
    for (const trustee of after)
      expect(trustee).toMatchObject({ certificate: null, polynomial: null, verificationKey: null, rehearsedAt: null });
    expect((await findRollSignatures(given.context(), electionId)).signatures).toEqual([]);
    expect(await seal(election)).toMatchObject({ error: { code: "PREPARATION_INCOMPLETE" } });
    const { certificate, shareRecipient } = before[0]!;
    const old = { electionId, certificate: certificate ?? "", shareRecipient: shareRecipient ?? "" };
    expect(await publishCertificate(election.as(celia!), old)).toMatchObject({ error: { code: "CERTIFICATE_VOID" } });
    await expect(publishCertificate(election.as(elsa!), old)).rejects.toThrow(NotPermitted);
    const random = given.context().random;
    const seat = { group: "Ed25519" as const, size: 3, threshold: 2, index: 1, random };
    const signedAnew = makeTrusteeCertificate({ ...seat, seed: election.trustees[0]!.key.seed });
    expect(signedAnew).not.toBe(certificate);
    const newRecipient = await identityToRecipient(await generateX25519Identity());
    const sameKeys = { electionId, certificate: signedAnew, shareRecipient: newRecipient };
    expect(await publishCertificate(election.as(celia!), sameKeys)).toMatchObject({
      error: { code: "CERTIFICATE_VOID" },
    });
    const newKeys = makeTrusteeCertificate({ ...seat, seed: generateTrusteeSeed(random) });
    expect(await publishCertificate(election.as(celia!), { ...old, certificate: newKeys })).toMatchObject({
      error: { code: "CERTIFICATE_VOID" },
    });
    const post = await deliverPost(given);
    for (const { email } of await given.database.account.findMany({
      where: { id: { in: [celia!, dario!, elsa!, fabio].map(({ accountId }) => accountId) } },
    }))
      expect(
        post.filter(({ to, text }) => to === email && text.includes("Fabio Nuevo ocupa el lugar")),
        email,
      ).toHaveLength(1);
    election.trustees = await holdKeyCeremony(given.context(), electionId, [celia!, dario!, fabio]);
    for (const again of [0, 1]) expectOk(await election.signRoll(again));
    // What two people let go unrehearsed was another set of trustees.
    expect(await seal(election)).toMatchObject({ error: { code: "REHEARSAL_MISSING" } });
    await election.bindingly();
    expectOk(await seal(election));
    given.clock.set(whileOpen);
    expectOk(await election.cast(0, [0]));
    await election.closed();
    await openSum(given.context(), electionId, election.trustees.slice(1));
    expect((await findElection(given.context(), electionId))?.resultAt).not.toBeNull();
  });

  test("whoever made the codes takes them along: they are made anew", async () => {
    const election = await (await anElection(given)).withCodes();
    const { electionId, commission } = election;
    const fabio = await aPersonWithAccount(given, "Fabio Nuevo", ["commission"]);
    const wish = { electionId, payload: { trusteeIndex: 1, accountId: fabio.accountId }, reason: "Enferma" };
    const dario = election.as(commission[1]!);
    const { proposalId } = expectOk(await proposeBeforeSealing(dario, replace, wish));
    expectOk(await approveProposal(election.as(commission[2]!), approvableActs, { proposalId }));
    expect(await given.database.election.findUniqueOrThrow({ where: { id: electionId } })).toMatchObject({
      credentialsPayload: null,
      credentialAuthorityId: null,
    });
    expect(await given.database.rollEntry.count({ where: { sealedVotingCode: { not: null } } })).toBe(0);
  });

  // Requirement: CM 42
  test("an election that binds is sealed after a dress rehearsal that two signed, or after two people said why not", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const { electionId, commission } = election;
    await given.database.preparationDecision.deleteMany();
    const missing = { error: { code: "REHEARSAL_MISSING", details: { days: 90 } } };
    expect(await seal(election)).toMatchObject(missing);
    const celia = election.as(commission[0]!);
    const wish = { electionId, payload: {}, reason: "Se ensayó la semana pasada con otra elección" };
    expectOk(await approve(election, expectOk(await proposeBeforeSealing(celia, waive, wish)).proposalId));
    expect(await listPreparationDecisions(given.context(), electionId)).toMatchObject([
      { kind: "rehearsal-waived", reason: wish.reason, approvedByName: "Dario Comisión" },
    ]);
    const otherRoute = { ...given.context(), settings: { ...given.settings, mailFrom: "new@votes.example" } };
    expect(await sealByTwo(otherRoute, electionId, [commission[0]!, commission[1]!])).toMatchObject(missing);
    expectOk(await seal(election));
  });
});

describeOnEachDatabase("before the seal of a call", (given) => {
  // Requirement: CM 41
  test("a contest with candidacies is not taken out; without, its nominees are told and still find their page", async () => {
    const call = await aCall(given, { contests: [{ bodyKey: "board", title: "Directorio" }] });
    const { electionId, commission, contestIds } = call;
    const [, second] = contestIds;
    const celia = given.context({ actor: commission[0]! });
    const dario = given.context({ actor: commission[1]! });
    const wish = { electionId, payload: { contestId: contestIds[0]! }, reason };
    const candidacyId = await call.complete(0);
    const proposed = expectOk(await proposeBeforeSealing(celia, drop, wish));
    expect(await approveProposal(dario, approvableActs, proposed)).toMatchObject({
      error: { code: "CONTEST_HAS_CANDIDACIES" },
    });
    await given.database.candidacy.update({ where: { id: candidacyId }, data: { acceptedAt: null } });
    expectOk(await approveProposal(dario, approvableActs, proposed));
    expect((await listContests(given.context(), electionId)).map(({ id, position }) => ({ id, position }))).toEqual([
      { id: second, position: 0 },
    ]);
    const told = (await deliverPost(given)).filter(({ text }) => text.includes("su postulación termina aquí"));
    expect(told).toHaveLength(1);
    expect(await call.fileHash(candidacyId)).not.toBe("");
  });

  // Requirement: CM 41
  test("who stays is read anew by two until the candidates are published, and the second sees whom it bars", async () => {
    const call = await aCall(given, { staying: [] });
    const { electionId, commission } = call;
    const [celia, dario] = commission.map((actor) => given.context({ actor }));
    const [contest] = await given.database.contest.findMany({ where: { electionId } });
    const bodyKey = contest!.bodyKey!;
    const { document } = (await findBodyRules(given.context(), bodyKey, "2026-03-02"))!;
    await given.database.contest.update({ where: { id: contest!.id }, data: { rules: document } });
    const wish = { electionId, payload: {}, reason: "Renunció" };
    expect(await proposeBeforeSealing(celia!, refresh, wish)).toMatchObject({ error: { code: "STAYING_UNCHANGED" } });
    const candidacyId = await call.complete(0);
    const { citizenships } = await given.database.candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    await given.database.officeTerm.create({
      data: {
        ...{ bodyKey, name: "Zoe Sigue", citizenships: citizenships as string[], employerGroup: "", createdBy: "test" },
        ...{ from: "2026-01-01", until: "2028-12-31", source: "test", createdAt: given.clock.now() },
      },
    });
    const { proposalId } = expectOk(await proposeBeforeSealing(celia!, refresh, wish));
    const { changes } = (await findProposal(dario!, proposalId))!;
    expect(changes.map(({ field }) => field)).toEqual(["staying", "barred", "nowBarred"]);
    expectOk(await approveProposal(dario!, approvableActs, { proposalId }));
    const kept = await given.database.contest.findUniqueOrThrow({ where: { id: contest!.id } });
    expect(kept.staying).toMatchObject([{ name: "Zoe Sigue" }]);
    await announceInTime(given, electionId);
    given.clock.set(new Date("2026-04-01T18:00:00Z"));
    expect(await proposeBeforeSealing(celia!, refresh, wish)).toMatchObject({
      error: { code: "CANDIDATES_ALREADY_PUBLISHED" },
    });
  });
});
