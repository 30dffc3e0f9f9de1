// Complaints about candidates and claims about the result: who is a party in the contest takes no part in what becomes of them.
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { findProposal, refuseProposal } from "#app/modules/approvals/index.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { beginReview, fileClaim, proposeDecision, redactClaim } from "#app/modules/claims/index.server.ts";
import { withdrawCandidacy } from "#app/modules/candidacies/index.server.ts";
import type { CallInTest } from "#test/factories/candidacies.ts";
import { aCall } from "#test/factories/candidacies.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const tooNear = { error: { code: "CONFLICT_OF_INTEREST" } };
const text = "La biografía publicada dice algo que no es cierto sobre su empresa.";

describeOnEachDatabase("who is too near to a claim about candidates", (given) => {
  /** Ana stands for Red 1 with the support of Red 3; Bruno for Red 2 in another contest; Red 4 complains. */
  async function complained(wish: { readonly subject?: "ana" | "nobody"; readonly kind?: "candidate" | "roll" } = {}) {
    const { subject = "ana", kind = "candidate" } = wish;
    const contests = [{ bodyKey: "board", title: "Directorio" }] as const;
    const call = await aCall(given, { contests, rules: { capPerEmployerGroup: null } });
    const ana = await call.complete(0);
    const bruno = await call.complete(1, { contestId: call.contestIds[1]! });
    expectOk(await call.endorse(2, ana));
    const [opensAt, closesAt] = [new Date("2026-03-01T18:00:00Z"), new Date("2026-03-20T18:00:00Z")];
    await call.withStages([{ kind: "candidate-complaints", opensAt, closesAt }]);
    const { organizationId, contact } = call.member(3);
    const { claimId } = expectOk(
      await fileClaim(call.as(contact), {
        ...{ electionId: call.electionId, kind: "candidate", organizationId, text, subjectLabel: "Ana Álvarez" },
        ...(subject === "ana" ? { subjectId: ana } : {}),
      }),
    );
    await given.database.claim.update({ where: { id: claimId }, data: { kind } });
    return { call, ana, bruno, claimId };
  }

  function decideAs(call: CallInTest, position: number, claimId: string) {
    const reasons = "La candidata corrigió su biografía el mismo día.";
    const actor = { ...call.member(position).contact, roles: ["commission"] as const };
    const input = { claimId, decision: "rejected", reasons, declaresNoConflict: true } as const;
    return proposeDecision(call.as(actor), input);
  }

  // Requirement: CM 41
  test("the candidate, a rival of any contest, who nominated and who supported neither take up, publish nor decide it", async () => {
    const { call, claimId } = await complained();
    for (const position of [0, 1, 2]) {
      const context = call.as({ ...call.member(position).contact, roles: ["commission"] });
      expect(await beginReview(context, { claimId })).toMatchObject(tooNear);
      expect(await redactClaim(context, { claimId, publication: "withheld" })).toMatchObject(tooNear);
      expect(await decideAs(call, position, claimId)).toMatchObject(tooNear);
    }
    const other = call.as(call.commission[0]!);
    expectOk(await beginReview(other, { claimId }));
    expectOk(await redactClaim(other, { claimId, publication: "published", marked: text }));
  });

  // Requirement: CM 41
  test("who is too near does not refuse what others propose to decide either", async () => {
    const { call, claimId } = await complained();
    const reasons = "La candidata corrigió su biografía el mismo día.";
    const decision = { claimId, decision: "rejected", reasons, declaresNoConflict: true } as const;
    const { proposalId } = expectOk(await proposeDecision(call.as(call.commission[0]!), decision));
    const refusal = { proposalId, reason: "No." };
    const near = call.as({ ...call.member(1).contact, roles: ["commission"] });
    expect(await refuseProposal(near, approvableActs, refusal)).toMatchObject(tooNear);
    expect(await findProposal(near, proposalId)).toMatchObject({ state: "proposed" });
    expectOk(await refuseProposal(call.as(call.commission[1]!), approvableActs, refusal));
  });

  test("a claim that names no candidacy is about all contests, and a claim about the roll about none", async () => {
    const { call, bruno, claimId } = await complained({ subject: "nobody" });
    const own = call.as(call.member(1).contact);
    expect(await decideAs(call, 1, claimId)).toMatchObject(tooNear);
    expectOk(await withdrawCandidacy(own, { candidacyId: bruno, reason: "" }));
    expectOk(await decideAs(call, 1, claimId));
  });

  test("who stands may still decide a claim about the roll", async () => {
    const { call, claimId } = await complained({ kind: "roll" });
    expectOk(await decideAs(call, 0, claimId));
  });
});
