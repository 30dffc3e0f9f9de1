// Acts of two people: who may propose, who may approve, and that a race, a lost role or a refusal never lets one person do it alone.
import { expect, test } from "vitest";
import { expectOk, ok, refuse } from "#app/lib/result/index.ts";
import { getAccount, grantRole, revokeRole } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import {
  approveProposal,
  countProposalsWaitingFor,
  expireProposals,
  findProposal,
  grantRoleAct,
  listProposals,
  proposeAct,
  proposeRole,
  refuseProposal,
  withdrawProposal,
} from "#app/modules/approvals/index.server.ts";
import { listAuditEntries, recordAudit } from "#app/modules/audit-log/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { aPersonWithAccount } from "../../factories/elections.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

/** An act that grants the auditor's role, so that a test sees whether it was carried out, and how often. */
const appoint: ApprovableAct<{ accountId: string; shouldRefuse?: boolean }> = {
  kind: "accounts:appoint",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { payload }) {
    const account = await context.database.roleGrant.count({ where: { accountId: payload.accountId } });
    return [{ field: "roles", before: account, after: account + 1 }];
  },
  async carryOut(within, { payload, proposedBy }) {
    await recordAudit(within, {
      action: "accounts:role-granted",
      subjectType: "account",
      subjectId: payload.accountId,
    });
    await within.database.roleGrant.create({
      data: { accountId: payload.accountId, role: "auditor", grantedAt: within.clock.now(), grantedBy: proposedBy },
    });
    return payload.shouldRefuse === true ? refuse("NOT_TODAY") : ok(undefined);
  },
};
const acts = [appoint];

describeOnEachDatabase("an act that needs two people", (given) => {
  async function scene({ shouldRefuse = false } = {}) {
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    const celia = await aPersonWithAccount(given, "Celia Comisión", ["commission"]);
    const dario = await aPersonWithAccount(given, "Dario Comisión", ["commission"]);
    const elsa = await aPersonWithAccount(given, "Elsa Comisión", ["commission"]);
    const member = await aPersonWithAccount(given, "Nadia Nueva", []);
    const proposed = await proposeAct(given.context({ actor: celia }), appoint, {
      subjectType: "account",
      subjectId: member.accountId,
      subjectTitle: { es: "Nadia", en: "Nadia", pt: "Nadia" },
      payload: { accountId: member.accountId, ...(shouldRefuse ? { shouldRefuse } : {}) },
      reason: "Audita esta elección",
    });
    return { celia, dario, elsa, member, proposalId: expectOk(proposed).proposalId };
  }

  const grantsOf = (accountId: string) => given.database.roleGrant.count({ where: { accountId } });

  // Requirement: CM 41
  test("is carried out when another person approves, and the log has both names and the fields", async () => {
    const { celia, dario, member, proposalId } = await scene();
    expect(await grantsOf(member.accountId)).toBe(0);
    expectOk(await approveProposal(given.context({ actor: dario }), acts, { proposalId }));
    expect(await grantsOf(member.accountId)).toBe(1);
    const proposal = await findProposal(given.context(), proposalId);
    expect(proposal).toMatchObject({ state: "approved", proposedByName: celia.name, decidedByName: dario.name });
    const entries = await listAuditEntries(given.context(), { subjectId: member.accountId });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["approvals:proposed", "approvals:approved", "accounts:role-granted"]),
    );
    const approved = entries.find(({ action }) => action === "approvals:approved");
    expect(approved?.changes).toEqual([{ field: "roles", before: 0, after: 1 }]);
    expect(approved?.details).toMatchObject({ proposedBy: celia.name });
  });

  // Requirement: CM 41
  test("the proposer cannot approve or refuse it, in another tab either", async () => {
    const { celia, member, proposalId } = await scene();
    const context = given.context({ actor: celia });
    const both = await Promise.all([
      approveProposal(context, acts, { proposalId }),
      approveProposal(given.context({ actor: { ...celia } }), acts, { proposalId }),
    ]);
    expect(both.map((each) => !each.ok && each.error.code)).toEqual(["OWN_PROPOSAL", "OWN_PROPOSAL"]);
    expect(await refuseProposal(context, acts, { proposalId, reason: "no" })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    expect(await grantsOf(member.accountId)).toBe(0);
    expect((await findProposal(context, proposalId))?.state).toBe("proposed");
  });

  test("neither without the role, nor a program, nor the command line may propose or approve", async () => {
    const { member, proposalId } = await scene();
    const staff = await aPersonWithAccount(given, "Sara Soto", ["staff", "administrator"]);
    const strangers = [staff, { kind: "command-line", name: "shell" }, { kind: "system", name: "clock" }] as const;
    for (const actor of strangers) {
      const context = given.context({ actor });
      await expect(approveProposal(context, acts, { proposalId })).rejects.toThrow("not permitted");
      await expect(refuseProposal(context, acts, { proposalId, reason: "no" })).rejects.toThrow("not permitted");
      const wish = { subjectType: "account", subjectId: "x", payload: { accountId: "x" }, reason: "x" };
      await expect(proposeAct(context, appoint, wish)).rejects.toThrow("not permitted");
    }
    expect(await grantsOf(member.accountId)).toBe(0);
  });

  test("of two people who approve at once, and of a double press, exactly one carries it out", async () => {
    const { dario, elsa, member, proposalId } = await scene();
    const outcomes = await Promise.all(
      [dario, elsa, dario, elsa].map((actor) => approveProposal(given.context({ actor }), acts, { proposalId })),
    );
    expect(outcomes.filter(({ ok }) => ok).length).toBe(1);
    const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error.code]));
    expect(codes).toEqual(["PROPOSAL_ALREADY_DECIDED", "PROPOSAL_ALREADY_DECIDED", "PROPOSAL_ALREADY_DECIDED"]);
    expect(await grantsOf(member.accountId)).toBe(1);
  });

  test("a refusal of the act itself undoes everything, keeps the proposal open and is told", async () => {
    const { dario, member, proposalId } = await scene({ shouldRefuse: true });
    const outcome = await approveProposal(given.context({ actor: dario }), acts, { proposalId });
    expect(outcome).toMatchObject({ ok: false, error: { code: "NOT_TODAY" } });
    expect(await grantsOf(member.accountId)).toBe(0);
    expect((await findProposal(given.context(), proposalId))?.state).toBe("proposed");
    const entries = await listAuditEntries(given.context(), { subjectId: member.accountId });
    expect(entries.map(({ action }) => action)).not.toContain("approvals:approved");
  });

  test("a page that decides another kind of act does not know it, and decides nothing", async () => {
    const { dario, member, proposalId } = await scene();
    const others = [{ ...appoint, kind: "accounts:something-else" }];
    const [unknown, second] = [refuse("PROPOSAL_UNKNOWN"), given.context({ actor: dario })];
    expect(await approveProposal(second, others, { proposalId })).toEqual(unknown);
    expect(await refuseProposal(second, others, { proposalId, reason: "No" })).toEqual(unknown);
    expect(await grantsOf(member.accountId)).toBe(0);
    expectOk(await approveProposal(second, acts, { proposalId }));
  });

  test("what changed since it was shown is not carried out", async () => {
    const { dario, member, proposalId } = await scene();
    expectOk(await grantRole(given.context(), { accountId: member.accountId, role: "staff" }));
    const outcome = await approveProposal(given.context({ actor: dario }), acts, { proposalId });
    expect(outcome).toMatchObject({ ok: false, error: { code: "PROPOSAL_OUTDATED" } });
  });

  test("a proposer who lost the role is no second person any more", async () => {
    const { celia, dario, member, proposalId } = await scene();
    await revokeRole(given.context(), { accountId: celia.accountId, role: "commission" });
    const outcome = await approveProposal(given.context({ actor: dario }), acts, { proposalId });
    expect(outcome).toMatchObject({ ok: false, error: { code: "PROPOSER_LOST_ROLE" } });
    expect(await grantsOf(member.accountId)).toBe(0);
  });

  test("expires: afterwards nobody can approve it, and the log has its end once", async () => {
    const { dario, member, proposalId } = await scene();
    given.clock.set(new Date(given.clock.now().getTime() + 7 * 86_400_000));
    expect((await findProposal(given.context(), proposalId))?.state).toBe("expired");
    const outcome = await approveProposal(given.context({ actor: dario }), acts, { proposalId });
    expect(outcome).toMatchObject({ ok: false, error: { code: "PROPOSAL_EXPIRED" } });
    await expireProposals(given.context());
    await expireProposals(given.context());
    const entries = await listAuditEntries(given.context(), { subjectId: member.accountId });
    expect(entries.filter(({ action }) => action === "approvals:expired").length).toBe(1);
  });

  test("is refused with a reason, or withdrawn by its proposer; then it can never be approved", async () => {
    const { celia, dario, elsa, member, proposalId } = await scene();
    const noReason = await refuseProposal(given.context({ actor: dario }), acts, { proposalId, reason: " " });
    expect(noReason).toMatchObject({ ok: false, error: { code: "REASON_MISSING" } });
    const foreign = await withdrawProposal(given.context({ actor: dario }), { proposalId });
    expect(foreign).toMatchObject({ ok: false, error: { code: "NOT_OWN_PROPOSAL" } });
    expectOk(await refuseProposal(given.context({ actor: dario }), acts, { proposalId, reason: "No hace falta" }));
    const late = await approveProposal(given.context({ actor: elsa }), acts, { proposalId });
    expect(late).toMatchObject({ ok: false, error: { code: "PROPOSAL_ALREADY_DECIDED" } });
    const again = await proposeAct(given.context({ actor: celia }), appoint, {
      subjectType: "account",
      subjectId: member.accountId,
      payload: { accountId: member.accountId },
      reason: "De nuevo",
    });
    expectOk(await withdrawProposal(given.context({ actor: celia }), expectOk(again)));
    expect((await listProposals(given.context(), { state: "withdrawn" })).length).toBe(1);
    expect(await grantsOf(member.accountId)).toBe(0);
  });

  test("needs a reason, is not proposed twice, and tells everybody else who may approve it", async () => {
    const { celia, dario, member } = await scene();
    const wish = { subjectType: "account", subjectId: member.accountId, payload: { accountId: member.accountId } };
    const context = given.context({ actor: celia });
    expect(await proposeAct(context, appoint, { ...wish, reason: "" })).toMatchObject({
      error: { code: "REASON_MISSING" },
    });
    expect(await proposeAct(context, appoint, { ...wish, reason: "otra vez" })).toMatchObject({
      error: { code: "PROPOSAL_ALREADY_OPEN" },
    });
    expect(await countProposalsWaitingFor(context, acts, celia)).toBe(0);
    expect(await countProposalsWaitingFor(context, acts, dario)).toBe(1);
    expect(await countProposalsWaitingFor(context, acts, { accountId: "x", roles: ["auditor"] })).toBe(0);
    expect((await mailsOf(given)).sort()).toEqual(["dario", "elsa"]);
  });
});

describeOnEachDatabase("a role", (given) => {
  const until = new Date("2027-03-01T23:59:59Z");

  // Requirement: CM 41
  test("is granted by two administrators and until a date, never by one alone or to oneself", async () => {
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    const ada = await aPersonWithAccount(given, "Ada Administra", ["administrator"]);
    const beto = await aPersonWithAccount(given, "Beto Administra", ["administrator"]);
    const nadia = await aPersonWithAccount(given, "Nadia Nueva", []);
    const wish = {
      userId: nadia.userId,
      role: "commission" as const,
      expiresAt: until,
      reason: "Elegida en la asamblea",
    };
    const asAda = given.context({ actor: ada });
    expect(() => grantRole(asAda, { accountId: nadia.accountId, role: "commission" })).toThrow("not permitted");
    expect(await proposeRole(asAda, { ...wish, userId: ada.userId })).toMatchObject({
      error: { code: "ROLE_FOR_ONESELF" },
    });
    expect(await proposeRole(asAda, { ...wish, expiresAt: given.clock.now() })).toMatchObject({
      error: { code: "ROLE_EXPIRES_IN_THE_PAST" },
    });
    const { proposalId } = expectOk(await proposeRole(asAda, wish));
    const rolesOfNadia = async () => (await getAccount(given.context(), nadia.accountId)).roles;
    expect(await approveProposal(asAda, [grantRoleAct], { proposalId })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    expect(await rolesOfNadia()).toEqual([]);
    expectOk(await approveProposal(given.context({ actor: beto }), [grantRoleAct], { proposalId }));
    expect(await rolesOfNadia()).toEqual(["commission"]);
    given.clock.set(new Date(until.getTime() + 1));
    expect(await rolesOfNadia()).toEqual([]);
  });

  test("is approved by nobody for herself, and is taken away by one administrator alone, with a line in the log", async () => {
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    const ada = await aPersonWithAccount(given, "Ada Administra", ["administrator"]);
    const beto = await aPersonWithAccount(given, "Beto Administra", ["administrator"]);
    const expiresAt = new Date(given.clock.now().getTime() + 86_400_000);
    const wish = { userId: beto.userId, role: "commission" as const, expiresAt, reason: "Elegido" };
    const { proposalId } = expectOk(await proposeRole(given.context({ actor: ada }), wish));
    const asBeto = given.context({ actor: beto });
    expect(await approveProposal(asBeto, [grantRoleAct], { proposalId })).toMatchObject({
      error: { code: "ROLE_FOR_ONESELF" },
    });
    const taken = { accountId: beto.accountId, role: "administrator" as const };
    await expect(revokeRole(given.context({ actor: { ...beto, roles: ["staff"] } }), taken)).rejects.toThrow();
    await revokeRole(given.context({ actor: ada }), taken);
    expect((await getAccount(given.context(), beto.accountId)).roles).toEqual([]);
    const entries = await listAuditEntries(given.context(), { subjectId: beto.accountId });
    expect(entries.map(({ action }) => action)).toContain("accounts:role-revoked");
  });
});

async function mailsOf(given: Given): Promise<string[]> {
  const mails = await given.database.outgoingMail.findMany({ where: { template: "approvals/waiting" } });
  return mails.map(({ toAddress }) => toAddress.split(".")[0] ?? "");
}
