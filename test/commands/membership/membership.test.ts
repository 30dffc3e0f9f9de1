// Rules by date, classes, debts, and who may vote because of them.
import { describe, expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { approveProposal, findProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  addRulesVersion,
  proposeRulesVersion,
  proposeVersionWithdrawal,
  changeClass,
  liftDebt,
  rulesOn,
  setDebt,
  standingOn,
  votingRightOf,
  votingRightsOn,
} from "#app/modules/membership/index.server.ts";
import type { RulesDocument } from "#app/modules/membership/index.ts";
import { defaultRules } from "#app/modules/membership/domain/default-rules.ts";
import { countEffects } from "#app/modules/membership/domain/rule-effects.ts";
import { previewRules } from "#app/modules/membership/queries/rule-effects.server.ts";
import { createOrganization, setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPersonWithAccount } from "#test/factories/elections.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const register = { path: new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname };
const administrator = aPerson({ accountId: "admin", userId: "ADM1", roles: ["administrator"] });
const staff = aPerson({ roles: ["staff"] });

function rulesWithVotes(key: string, votes: number): RulesDocument {
  return {
    ...defaultRules,
    categories: defaultRules.categories.map((each) => (each.key === key ? { ...each, votes } : each)),
  };
}

const next = {
  effectiveFrom: "2026-04-01",
  isAssumed: false,
  source: "Asamblea 2026",
  document: rulesWithVotes("nano", 2),
};

describeOnEachDatabase("membership", (given) => {
  async function holder(country: string): Promise<string> {
    const rights = await votingRightsOn(given.context(), "2026-03-02");
    return rights.find((right) => right.country === country)?.organizationId ?? "";
  }

  describe("rules", () => {
    test("the built-in rules hold until others are written, and say that they are assumed", async () => {
      expect(await rulesOn(given.context(), "2026-03-02")).toMatchObject({
        id: "default",
        isAssumed: true,
        document: defaultRules,
      });
    });

    test("a new version holds from its day and not a day earlier", async () => {
      const context = given.context();
      expectOk(await importRegister(context, register));
      expectOk(await addRulesVersion(context, next));
      expect(await rulesOn(context, "2026-03-31")).toMatchObject({ id: "default" });
      expect(await rulesOn(context, "2026-04-01")).toMatchObject({ isAssumed: false, source: "Asamblea 2026" });
      const organizationId = await holder("TT");
      expect((await votingRightOf(context, organizationId, "2026-03-31")).votes).toBe(1);
      expect(await votingRightOf(context, organizationId, "2026-04-01")).toMatchObject({
        votes: 2,
        explanation: { rules: { isAssumed: false, source: "Asamblea 2026", effectiveFrom: "2026-04-01" } },
      });
    });

    test("a version of today or earlier is refused, a second for the same day too", async () => {
      const context = given.context();
      for (const effectiveFrom of ["2026-03-02", "2020-01-01"]) {
        expect(await addRulesVersion(context, { ...next, effectiveFrom })).toMatchObject({
          error: { code: "RULES_NOT_IN_THE_FUTURE" },
        });
      }
      expectOk(await addRulesVersion(context, next));
      expect(await addRulesVersion(context, next)).toMatchObject({ error: { code: "RULES_DAY_TAKEN" } });
    });

    // Requirement: CM 41
    test("one administrator changes no votes and withdraws no version: another person, who reads each field, approves", async () => {
      await registerMailRoom(given.context(), { folder: given.settings.folder });
      const [ada, celia] = [
        await aPersonWithAccount(given, "Ada Administra", ["administrator"]),
        await aPersonWithAccount(given, "Celia Comisión", ["commission"]),
      ];
      const [asAda, asCelia] = [given.context({ actor: ada }), given.context({ actor: celia })];
      const inForce = async () => (await rulesOn(given.context(), "2026-04-01")).source;
      const before = await inForce();
      expect(await proposeRulesVersion(asAda, { ...next, effectiveFrom: "2026-03-02" })).toMatchObject({
        error: { code: "RULES_NOT_IN_THE_FUTURE" },
      });
      const { proposalId } = expectOk(await proposeRulesVersion(asAda, next));
      expect((await findProposal(asCelia, proposalId))?.changes).toContainEqual({
        ...{ field: "categories.nano.votes", before: "1", after: "2" },
      });
      expect(await approveProposal(asAda, approvableActs, { proposalId })).toMatchObject({
        error: { code: "OWN_PROPOSAL" },
      });
      expect(await inForce()).toBe(before);
      expectOk(await approveProposal(asCelia, approvableActs, { proposalId }));
      expect(await inForce()).toBe("Asamblea 2026");
      const { id: rulesId } = await given.database.membershipRules.findFirstOrThrow();
      const reason = "La Asamblea lo aplazó.";
      const withdrawal = expectOk(await proposeVersionWithdrawal(asAda, { rulesId, reason }));
      expect(await inForce()).toBe("Asamblea 2026");
      expectOk(await approveProposal(asCelia, approvableActs, withdrawal));
      expect(await inForce()).toBe(before);
      const again = expectOk(await addRulesVersion(given.context(), next));
      given.clock.set(new Date("2026-04-01T00:00:00Z"));
      expect(await proposeVersionWithdrawal(asAda, { ...again, reason })).toMatchObject({
        error: { code: "RULES_IN_FORCE" },
      });
      expect(await proposeVersionWithdrawal(asAda, { rulesId: "nothing", reason })).toMatchObject({
        error: { code: "RULES_UNKNOWN" },
      });
    });

    test("the log says which fields changed", async () => {
      const context = given.context();
      expectOk(await addRulesVersion(context, next));
      const [entry] = await listAuditEntries(context, { subjectType: "membership-rules" });
      expect(entry?.changes).toEqual([{ field: "categories.nano.votes", before: "1", after: "2" }]);
    });

    test("rules that contradict themselves are not written", async () => {
      const context = given.context();
      const document = rulesWithVotes("nano", 5);
      await expect(addRulesVersion(context, { ...next, document })).rejects.toThrow("votesFall");
    });

    test("who approves rules reads names in three languages, numbers, and no text of the log", async () => {
      await registerMailRoom(given.context(), { folder: given.settings.folder });
      const ada = await aPersonWithAccount(given, "Ada Administra", ["administrator"]);
      const names = { es: "Chica", en: "Little", pt: "Mini" };
      const document = {
        ...next.document,
        categories: next.document.categories.map((each, index) => (index === 0 ? { ...each, names } : each)),
        classes: next.document.classes.map((each) => (each.mayVote ? { ...each, votes: 3 } : each)),
      };
      const asAda = given.context({ actor: ada });
      const { proposalId } = expectOk(await proposeRulesVersion(asAda, { ...next, document }));
      const shown = (await findProposal(asAda, proposalId))?.changes ?? [];
      expect(shown.find(({ field }) => field === "categories.nano.names")?.after).toEqual(names);
      const votes = shown.filter(({ field }) => /^classes\..*votes$/.test(field));
      expect(votes).toContainEqual(expect.objectContaining({ before: "by-category", after: 3 }));
    });

    test("only an administrator proposes rules, and nobody writes them alone", async () => {
      for (const role of ["staff", "commission", "auditor"] as const) {
        const context = given.context({ actor: aPerson({ roles: [role] }) });
        expect(() => proposeRulesVersion(context, next)).toThrow(NotPermitted);
        expect(() => proposeVersionWithdrawal(context, { rulesId: "x", reason: "y" })).toThrow(NotPermitted);
      }
      await expect(addRulesVersion(given.context({ actor: administrator }), next)).rejects.toThrow(NotPermitted);
    });

    test("the preview names everybody who changes and nobody else", async () => {
      const context = given.context();
      expectOk(await importRegister(context, register));
      const document = rulesWithVotes("micro", 3);
      const { effects, votesBefore, votesAfter } = await previewRules(context, document, "2026-03-02");
      expect(effects.map((effect) => [effect.country, effect.before.votes, effect.after.votes]).sort()).toEqual([
        ["BR", 2, 3],
        ["HN", 2, 3],
      ]);
      expect([votesBefore, votesAfter]).toEqual([5, 7]);
      expect(countEffects(effects)).toMatchObject([
        { organizations: 2, before: { category: "micro", votes: 2 }, after: { votes: 3 } },
      ]);
      expect((await previewRules(context, defaultRules, "2026-03-02")).effects).toEqual([]);
    });
  });

  describe("debts", () => {
    test("take the vote from their day until the day before they are paid", async () => {
      const context = given.context({ actor: staff });
      expectOk(await importRegister(given.context(), register));
      const organizationId = await holder("HN");
      given.context({ actor: staff });
      expectOk(await setDebt(context, { organizationId, from: "2026-03-10", note: "Factura 2026-17" }));
      expect(await standingOn(context, organizationId, "2026-03-09")).toEqual({ isGood: true, reasonsNot: [] });
      expect(await standingOn(context, organizationId, "2026-03-10")).toEqual({
        isGood: false,
        reasonsNot: ["OWES_MONEY"],
      });
      expect(await setDebt(context, { organizationId, from: "2026-03-11" })).toMatchObject({
        error: { code: "DEBT_ALREADY_SET" },
      });
      expect(await liftDebt(context, { organizationId, paidOn: "2026-03-09" })).toMatchObject({
        error: { code: "PAID_BEFORE_OWED" },
      });
      expectOk(await liftDebt(context, { organizationId, paidOn: "2026-03-20" }));
      expect((await standingOn(context, organizationId, "2026-03-19")).isGood).toBe(false);
      expect((await standingOn(context, organizationId, "2026-03-20")).isGood).toBe(true);
      expect(await liftDebt(context, { organizationId, paidOn: "2026-03-21" })).toMatchObject({
        error: { code: "NO_DEBT_SET" },
      });
      const entries = await listAuditEntries(context, { subjectType: "organization", subjectId: organizationId });
      expect(entries.map((entry) => entry.action)).toEqual(["membership:debt-lifted", "membership:debt-set"]);
    });

    test("are not for the commission, auditors or members to set", async () => {
      for (const actor of [aPerson(), aPerson({ roles: ["commission"] }), aPerson({ roles: ["auditor"] })]) {
        const context = given.context({ actor });
        await expect(setDebt(context, { organizationId: "x", from: "2026-03-10" })).rejects.toThrow(NotPermitted);
        await expect(liftDebt(context, { organizationId: "x", paidOn: "2026-03-10" })).rejects.toThrow(NotPermitted);
      }
    });

    test("need a day of the calendar", async () => {
      await expect(setDebt(given.context(), { organizationId: "x", from: "2026-02-30" })).rejects.toThrow(
        "dayMalformed",
      );
    });
  });

  describe("classes", () => {
    async function founder() {
      const context = given.context({ actor: staff });
      const { organizationId } = expectOk(
        await createOrganization(context, { name: "Cámara Fundadora", country: "AR" }),
      );
      expectOk(await changeClass(context, { organizationId, class: "founding", from: "2002-10-31" }));
      return { context, organizationId };
    }

    test("a founding member votes once it has a membership contact", async () => {
      const { context, organizationId } = await founder();
      expect(await votingRightOf(context, organizationId, "2026-03-02")).toMatchObject({
        class: "founding",
        votes: 1,
        isEntitled: false,
        reasonsNot: ["NO_MEMBERSHIP_CONTACT"],
        contact: null,
      });
      const { accountId } = expectOk(
        await createAccount(given.context(), { name: "Ana Paz", email: "ana@red.example", language: "es" }),
      );
      expectOk(await setContact(context, { organizationId, role: "membership", accountId }));
      expect(await votingRightOf(context, organizationId, "2026-03-02")).toMatchObject({
        votes: 1,
        isEntitled: true,
        contact: { accountId, name: "Ana Paz", email: "ana@red.example", language: "es" },
      });
    });

    test("a later class replaces an earlier one from its day on, and a membership can end", async () => {
      const { context, organizationId } = await founder();
      expectOk(await changeClass(context, { organizationId, class: "adhering", from: "2026-03-10" }));
      expectOk(await changeClass(context, { organizationId, class: "none", from: "2026-03-20" }));
      const classOn = async (date: string) => (await votingRightOf(context, organizationId, date)).class;
      expect(await classOn("2026-03-09")).toBe("founding");
      expect(await classOn("2026-03-10")).toBe("adhering");
      expect(await classOn("2026-03-19")).toBe("adhering");
      expect(await classOn("2026-03-20")).toBe("");
    });

    test("a holder whose membership is ended by hand stays out", async () => {
      const context = given.context();
      expectOk(await importRegister(context, register));
      const organizationId = await holder("HN");
      expectOk(await changeClass(context, { organizationId, class: "none", from: "2026-03-01" }));
      expect(await standingOn(context, organizationId, "2026-03-02")).toEqual({
        isGood: false,
        reasonsNot: ["NOT_A_MEMBER"],
      });
    });

    test("an unknown class, and a change before an earlier one, are refused", async () => {
      const { context, organizationId } = await founder();
      expect(await changeClass(context, { organizationId, class: "honorary", from: "2026-03-10" })).toMatchObject({
        error: { code: "CLASS_UNKNOWN" },
      });
      expect(await changeClass(context, { organizationId, class: "adhering", from: "2002-10-31" })).toMatchObject({
        error: { code: "CLASS_CHANGE_NOT_LATER" },
      });
    });

    test("is for staff alone to change", async () => {
      const context = given.context({ actor: aPerson({ roles: ["commission"] }) });
      await expect(
        changeClass(context, { organizationId: "x", class: "founding", from: "2026-03-10" }),
      ).rejects.toThrow(NotPermitted);
    });
  });
});
