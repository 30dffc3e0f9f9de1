// Two commissioners call an election off: nobody votes from that moment on, nothing is decrypted, whoever had been told is told, once.
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { auditBundle } from "#app/lib/audit-bundle/index.ts";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { mailSubjectsOfElections } from "#app/mail-subjects-of-elections.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { findCalendar, requireStage } from "#app/modules/calendars/index.server.ts";
import { deliverDueCampaigns, listCampaigns, planCampaign } from "#app/modules/campaigns/index.server.ts";
import { assembleEvidence } from "#app/modules/certificates/index.server.ts";
import { readBundle } from "#app/modules/certificates/queries/bundle.server.ts";
import { requireClaimWindow } from "#app/modules/claims/queries/claim-window.server.ts";
import {
  closeDueElections,
  eraseRollContacts,
  fileDispute,
  findCommissionView,
  findElection,
  listElectionsInTime,
  proposeBeforeSealing,
  proposeCancelling,
  proposeRollChange,
  readWholeArchive,
  tellOfDecisions,
  waiveRehearsal,
  waiveRehearsalAct,
} from "#app/modules/elections/index.server.ts";
import { openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { openPublicElection } from "#app/modules/elections/routes/public-election.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { aCall } from "../../factories/candidacies.ts";
import { anElection, closesAt, whileOpen } from "../../factories/elections.ts";
import { deliverPost } from "../../factories/post.ts";
import { byTwo } from "../../factories/two-people.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const reason = { es: "La sala cayó", en: "The house fell", pt: "A sala caiu" };

const nothing = { organizationId: "", votes: null, category: null, contactAccountId: null, claimId: "" };

const propose = (election: ElectionInTest) =>
  proposeCancelling(election.as(election.commission[0]!), { electionId: election.electionId, reason });

describeOnEachDatabase("calling an election off", (given) => {
  const cancel = (election: ElectionInTest) => byTwo(propose(election), election.as(election.commission[1]!));

  // Requirement: CM 41
  test("takes two commissioners and a reason in three languages; the log and the page keep both, with the end of the box", async () => {
    const election = await (await anElection(given)).open();
    const { electionId, commission, staff } = election;
    expectOk(await election.cast(0, [0]));
    const [celia, dario] = commission.map((actor) => election.as(actor));
    expect(() => proposeCancelling(election.as(staff), { electionId, reason })).toThrow(NotPermitted);
    expect(await proposeCancelling(celia!, { electionId, reason: { ...reason, pt: " " } })).toMatchObject({
      error: { code: "REASON_IN_EVERY_LANGUAGE" },
    });
    const { proposalId } = expectOk(await proposeCancelling(celia!, { electionId, reason }));
    expect(await approveProposal(celia!, approvableActs, { proposalId })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    expect((await findElection(given.context(), electionId))?.phase).toBe("open");
    const { lastEventHash } = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    expectOk(await approveProposal(dario!, approvableActs, { proposalId }));
    expect(await findElection(given.context(), electionId)).toMatchObject({
      ...{ phase: "cancelled", reached: "open", cancelledAt: whileOpen.toISOString() },
      cancellation: { reason, ballots: 1, phase: "open", proposedByName: commission[0]!.name },
    });
    const [entry] = await listAuditEntries(given.context(), { subjectId: electionId, action: "elections:cancelled" });
    expect(entry?.details).toMatchObject({ reason, ballots: 1, lastEventHash });
    expect(await proposeCancelling(celia!, { electionId, reason })).toMatchObject({
      error: { code: "ELECTION_CANCELLED" },
    });
  });

  // Requirement: L3
  test("from the decision on no ballot is taken and none is decrypted, and nothing else is done in it", async () => {
    const election = await (await anElection(given)).open();
    const { electionId, commission, staff } = election;
    const [celia] = commission.map((actor) => election.as(actor));
    expectOk(await election.cast(0, [0]));
    const second = election.cast(1, [1]);
    const decided = cancel(election);
    const raced = await second;
    expectOk(await decided);
    const { ballotCount, cancellation } = await given.database.election.findUniqueOrThrow({
      where: { id: electionId },
    });
    // Whichever came first: what the decision counted is what the box has.
    expect(raced.ok ? undefined : raced.error.code).toBe(ballotCount === 2 ? undefined : "ELECTION_CANCELLED");
    expect(cancellation).toMatchObject({ ballots: ballotCount });
    expect(await election.cast(2, [0])).toMatchObject({ error: { code: "ELECTION_CANCELLED" } });
    const archive = await readWholeArchive(given.context(), electionId);
    await election.closed();
    expect(await closeDueElections(given.context())).toEqual([]);
    expect(await readWholeArchive(given.context(), electionId)).toEqual(archive);
    await expect(openSum(given.context(), electionId, election.trustees.slice(0, 2))).rejects.toThrow();
    const facts = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    expect(facts).toMatchObject({ closedAt: null, encryptedTally: null, resultAt: null });
    expect((await findCommissionView(celia!, electionId))?.duties).toEqual([]);
    const dispute = { electionId, kind: "mandate" as const, what: election.voters[0]!.handle, reason: "No" };
    expect(await fileDispute(celia!, dispute)).toMatchObject({ error: { code: "ELECTION_CANCELLED" } });
    expect(await requireClaimWindow(celia!, electionId, "roll")).toMatchObject({ error: { code: "CLAIMS_OVER" } });
    for (const stage of ["nominations", "questions", "interim-result"] as const)
      expect(await requireStage(celia!, electionId, stage, given.clock.now())).toMatchObject({
        error: { code: "PROCESS_CANCELLED" },
      });
    const { stages } = (await findCalendar(celia!, electionId))!;
    expect(stages.every(({ sequence }) => sequence === 1)).toBe(true);
    const strike = { ...nothing, kind: "strike" as const, handle: election.voters[0]!.handle };
    expect(await proposeRollChange(election.as(staff), { electionId, wish: strike, reason: "No" })).toMatchObject({
      error: { code: "ELECTION_CANCELLED" },
    });
  });

  test("is possible after the close as long as no part of the sum is open, and then the parts are refused", async () => {
    const election = await (await anElection(given)).open();
    const { electionId } = election;
    expectOk(await election.cast(0, [0]));
    await election.closed();
    expectOk(await cancel(election));
    await expect(openSum(given.context(), electionId, election.trustees.slice(0, 2))).rejects.toThrow(
      "PROCESS_CANCELLED",
    );
    expect(await given.database.trustee.count({ where: { electionId, decryptedAt: { not: null } } })).toBe(0);
  });

  test("is not possible once somebody has opened a part of the sum", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    const proposed = expectOk(await propose(election));
    await election.counted(1);
    expect(await approveProposal(election.as(election.commission[1]!), approvableActs, proposed)).toMatchObject({
      error: { code: "CANCEL_AFTER_DECRYPTION" },
    });
  });

  // Requirement: L8
  test("mails that wait do not leave, and whoever had been written to gets one mail with the reason, never two", async () => {
    const election = await (await anElection(given)).withCodes();
    const { electionId, staff, voters } = election;
    const sara = election.as(staff);
    const wish = { electionId, kind: "free-notice" as const, countries: [], languages: [], audience: "all" as const };
    expectOk(await planCampaign(sara, { ...wish, when: "now" }));
    for (let step = 0; step < 2; step += 1) await deliverDueCampaigns(given.context());
    await deliverPost(given);
    await given.database.outgoingMail.updateMany({
      where: { toAddress: voters[2]!.email },
      data: { state: "bounced" },
    });
    expectOk(await planCampaign(sara, { ...wish, kind: "voting-opens-soon", when: "now" }));
    expectOk(await planCampaign(sara, { ...wish, kind: "closing-soon", audience: "not-voted", when: closesAt }));
    for (let step = 0; step < 2; step += 1) await deliverDueCampaigns(given.context());
    const before = await given.database.outgoingMail.count({ where: { state: "waiting" } });
    expect(before).toBeGreaterThan(0);
    expectOk(await cancel(election));
    for (let step = 0; step < 2; step += 1) await deliverDueCampaigns(given.context());
    const left = await deliverPost(given);
    expect(left.filter(({ to }) => voters.some(({ email }) => email === to))).toEqual([]);
    expect(await given.database.outgoingMail.count({ where: { state: "stopped" } })).toBeGreaterThanOrEqual(before);
    const states = new Map((await listCampaigns(sara, electionId)).map(({ kind, state }) => [kind, state]));
    expect(states.get("closing-soon")).toBe("cancelled");
    while ((await tellOfDecisions(given.context(), mailSubjectsOfElections)) > 0);
    expect(await tellOfDecisions(given.context(), mailSubjectsOfElections)).toBe(0);
    const told = (await deliverPost(given)).filter(({ text }) => text.includes(reason.es));
    for (const { email } of voters.slice(0, 2)) expect(told.filter(({ to }) => to === email)).toHaveLength(1);
    expect(told.filter(({ to }) => to === voters[2]!.email)).toEqual([]);
    await given.database.election.update({ where: { id: electionId }, data: { cancellationToldAt: null } });
    await tellOfDecisions(given.context(), mailSubjectsOfElections);
    expect(await deliverPost(given)).toEqual([]);
  });

  // Requirement: L8
  test("what tells of something that happened still leaves: the receipt of a ballot, and that a vote was entered by hand", async () => {
    const election = await (await anElection(given)).open();
    const { electionId, voters } = election;
    await deliverPost(given);
    expectOk(await election.cast(0, [0]));
    const about = { organizationName: "Red de Prueba", electionTitle: "Directorio" };
    const queue = (template: string, { email }: { readonly email: string }, properties: Record<string, Json>) =>
      inTransaction(given.context(), async (within) => {
        const to = { address: email, name: "Vera", language: "es" as const };
        const subject = { type: "election", id: electionId };
        await sendMail(within, { template, to, subject, properties, deduplication: `${template}/${email}` });
        return ok(undefined);
      });
    const link = `${given.settings.baseUrl}/elections/${electionId}`;
    await queue("elections/assisted-vote", voters[1]!, { ...about, votes: 1, reason: "Sin conexión", link });
    await queue("elections/code-returned", voters[2]!, about);
    expectOk(await cancel(election));
    const left = await deliverPost(given);
    const textsTo = ({ email }: { readonly email: string }) =>
      left.filter(({ to }) => to === email).map(({ text }) => text);
    expect(textsTo(voters[0]!)).toEqual([expect.stringContaining(`/elections/${electionId}/box?tracker=`)]);
    expect(textsTo(voters[1]!)).toEqual([expect.stringContaining("Sin conexión")]);
    expect(textsTo(voters[2]!)).toEqual([]);
  });

  test("who is told of an election that was never announced gets the reason, and no link to a page that there is not", async () => {
    for (const isPublic of [false, true]) {
      const election = await anElection(given);
      const { electionId } = election;
      if (isPublic) await election.frozen();
      const proposed = expectOk(await propose(election));
      // The other commissioners are written to: somebody has to approve.
      await deliverPost(given);
      expectOk(await approveProposal(election.as(election.commission[1]!), approvableActs, proposed));
      while ((await tellOfDecisions(given.context(), mailSubjectsOfElections)) > 0);
      const told = (await deliverPost(given)).filter(({ text }) => text.includes(reason.es));
      expect(told.length).toBeGreaterThan(0);
      for (const { text } of told) expect(text.includes(`/elections/${electionId}`)).toBe(isPublic);
      const request = new Request(`${given.settings.baseUrl}/elections/${electionId}`);
      const context = { ground: given.context(), cspNonce: "", clientAddress: "" };
      const page = await openPublicElection({ request, params: { electionId }, context }).catch(
        (answer: unknown) => answer,
      );
      expect(page instanceof Response ? page.status : 200).toBe(isPublic ? 200 : 404);
    }
  });

  test("of a call nobody is nominated, reviewed or asked any more, and the calendar that there is not opens nothing", async () => {
    const call = await aCall(given);
    const { electionId, commission } = call;
    const candidacyId = await call.complete(0);
    await call.declare(candidacyId);
    const [celia, dario] = commission.map((actor) => given.context({ actor }));
    expectOk(await byTwo(proposeCancelling(celia!, { electionId, reason }), dario!));
    const closed = { error: { code: "PROCESS_CANCELLED" } };
    expect(await call.nominate(1)).toMatchObject(closed);
    expect(await call.decide(candidacyId, "admit")).toMatchObject(closed);
    expect(await findElection(given.context(), electionId)).toMatchObject({ phase: "cancelled", reached: "draft" });
  });

  // Requirement: L3
  test("whoever takes the decision out of the database leaves it in the log: what is counted afterwards is never valid", async () => {
    const election = await (await anElection(given)).open();
    const { electionId } = election;
    for (const voter of [0, 1, 2]) expectOk(await election.cast(voter, [0]));
    expectOk(await cancel(election));
    await given.database.election.update({ where: { id: electionId }, data: { cancelledAt: null } });
    await given.database.cancelledProcess.deleteMany();
    await election.counted();
    expectOk(await signCheckpoint(given.context()));
    expectOk(await assembleEvidence(given.context(), { electionId }));
    const bundle = (await readBundle(given.context(), electionId))!;
    const { verdict, checks } = await auditBundle(bundle, (bytes) => verifyArchive(bytes));
    expect(verdict).not.toBe("valid");
    expect(checks.filter(({ outcome }) => outcome === "failed")).toMatchObject([
      { name: "log-entries", code: "ELECTION_CANCELLED" },
    ]);
  });

  // Requirement: CM 20
  test("an election that was called off before its roll stays a draft for everybody else, and its people are erased from that day on", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId, commission } = election;
    expectOk(await cancel(election));
    const waive = { electionId, payload: {}, reason: "No" };
    expect(
      await proposeBeforeSealing(election.as(commission[0]!), [waiveRehearsal, waiveRehearsalAct], waive),
    ).toMatchObject({ error: { code: "ELECTION_CANCELLED" } });
    const [inTime] = await listElectionsInTime(given.context());
    expect(inTime).toMatchObject({ electionId, closedAt: null, cancelledAt: given.clock.now() });
    const system = withActor(given.context(), { kind: "system", name: "retention" });
    expect(await eraseRollContacts(system, { electionId })).toBeGreaterThan(0);
  });
});
