// Bodies: rules with dates, who is in office, and what an election keeps of both for ever.
import { describe, expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { approveProposal, findProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  addBodyRules,
  bodyOverview,
  findBodyRules,
  listBodies,
  listOfficeHolders,
  listTerms,
  recordElected,
  proposeBody,
  proposeBodyRules,
  proposeRulesWithdrawal,
  proposeTerm,
  proposeTermCorrection,
  proposeTermEnd,
  recordTerms,
} from "#app/modules/bodies/index.server.ts";
import { barredCitizenships } from "#app/modules/bodies/index.ts";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { createElectionInput } from "#app/modules/elections/commands/create-election.input.ts";
import { createElection } from "#app/modules/elections/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { anElection, aPersonWithAccount } from "../../factories/elections.ts";
import { byTwo } from "../../factories/two-people.ts";

const administrator = aPerson({ accountId: "admin", userId: "ADM1", roles: ["administrator"] });
const staff = aPerson({ roles: ["staff"] });
const source = "Acta 12/2023";
const council = { key: "council", names: { es: "Consejo", en: "Council", pt: "Conselho" }, reason: source };

function holder(name: string, citizenships: string[], from = "2024-01-01", until = "2026-12-31") {
  return { name, citizenships, employerGroup: "", from, until, source };
}

describeOnEachDatabase("bodies", (given) => {
  const asStaff = () => given.context({ actor: staff });
  const asAdministrator = () => given.context({ actor: administrator });

  /** Writes it as the product does: what a test presupposes. */
  const record = (bodyKey: string, one: ReturnType<typeof holder>) =>
    inTransaction(given.context(), (within) => recordTerms(within, { bodyKey, holders: [one] }));

  /** Two administrators and somebody of the staff, with accounts: they act by two. */
  async function people() {
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    const ada = await aPersonWithAccount(given, "Ada Administra", ["administrator"]);
    const beto = await aPersonWithAccount(given, "Beto Administra", ["administrator"]);
    const sara = await aPersonWithAccount(given, "Sara Mesa", ["staff"]);
    const celia = await aPersonWithAccount(given, "Celia Comisión", ["commission"]);
    const [asAda, asBeto, asSara, asCelia] = [ada, beto, sara, celia].map((actor) => given.context({ actor }));
    return { asAda: asAda!, asBeto: asBeto!, asSara: asSara!, asCelia: asCelia! };
  }

  test("every installation has the three bodies, with the rules of each day, marked as assumed", async () => {
    const context = given.context();
    expect((await listBodies(context)).map(({ key }) => key)).toEqual([
      "board",
      "fiscal-commission",
      "electoral-commission",
      "other",
    ]);
    const seats = async (key: string, on: string) => (await findBodyRules(context, key, on))?.document.seats;
    expect(await seats("board", "2026-03-02")).toBe(9);
    expect(await seats("board", "2018-05-08")).toBe(7);
    expect(await seats("electoral-commission", "2026-03-02")).toBe(5);
    expect(await seats("electoral-commission", "2018-05-08")).toBe(3);
    expect(await seats("fiscal-commission", "2026-03-02")).toBe(3);
    expect(await findBodyRules(context, "board", "2026-03-02")).toMatchObject({
      isAssumed: true,
      document: { termYears: 3, renewalsPerYear: 3, capPerCitizenship: 2, endorsementsNeeded: 2 },
    });
    expect(await findBodyRules(context, "nothing", "2026-03-02")).toBeUndefined();
  });

  describe("rules", () => {
    async function next(effectiveFrom = "2026-04-01") {
      const { document } = (await findBodyRules(given.context(), "board", "2026-03-02"))!;
      return {
        effectiveFrom,
        isAssumed: false,
        source: "Asamblea 2026",
        document: { ...document, capPerCitizenship: 1 },
      };
    }

    test("a new version holds from its day and not a day earlier, and the log says what changes", async () => {
      expectOk(await addBodyRules(given.context(), "board", await next()));
      const cap = async (on: string) => (await findBodyRules(given.context(), "board", on))?.document.capPerCitizenship;
      expect(await cap("2026-03-31")).toBe(2);
      expect(await cap("2026-04-01")).toBe(1);
      const [entry] = await listAuditEntries(given.context(), { subjectType: "body", subjectId: "board" });
      expect(entry).toMatchObject({
        action: "bodies:rules-added",
        changes: [{ field: "capPerCitizenship", before: "2", after: "1" }],
      });
    });

    test("who approves rules reads bodies by their names, and a limit that falls away as no limit", async () => {
      const { asAda, asCelia } = await people();
      const rules = await next();
      const document = { ...rules.document, capPerCitizenship: null, incompatibleBodies: ["fiscal-commission"] };
      const { proposalId } = expectOk(await proposeBodyRules(asAda, "board", { ...rules, document }));
      const shown = (await findProposal(asCelia, proposalId))?.changes ?? [];
      expect(shown).toContainEqual({ field: "capPerCitizenship", before: "2", after: "no-limit" });
      expect(shown).toContainEqual({
        field: "incompatibleBodies",
        before: expect.objectContaining({ en: "Fiscal Commission, Electoral Commission" }) as Json,
        after: expect.objectContaining({ es: "Comisión Fiscal" }) as Json,
      });
    });

    test("no version begins today or earlier, and no two on the same day", async () => {
      expect(await addBodyRules(given.context(), "board", await next("2026-03-02"))).toMatchObject({
        error: { code: "RULES_NOT_IN_THE_FUTURE" },
      });
      expectOk(await addBodyRules(given.context(), "board", await next()));
      expect(await addBodyRules(given.context(), "board", await next())).toMatchObject({
        error: { code: "RULES_DAY_TAKEN" },
      });
      expect(await addBodyRules(given.context(), "nothing", await next())).toMatchObject({
        error: { code: "BODY_UNKNOWN" },
      });
    });

    // Requirement: CM 41
    test("one administrator changes no rule and takes none back: another person, who reads each field, approves", async () => {
      const { asAda, asBeto, asCelia } = await people();
      const cap = async () => (await findBodyRules(given.context(), "board", "2026-04-01"))?.document.capPerCitizenship;
      expect(await proposeBodyRules(asAda, "board", await next("2026-03-02"))).toMatchObject({
        error: { code: "RULES_NOT_IN_THE_FUTURE" },
      });
      const { proposalId } = expectOk(await proposeBodyRules(asAda, "board", await next()));
      const shown = (await findProposal(asCelia, proposalId))?.changes ?? [];
      expect(shown).toContainEqual({ field: "capPerCitizenship", before: "2", after: "1" });
      expect(shown).toContainEqual(expect.objectContaining({ field: "effectiveFrom", after: "2026-04-01" }));
      const approve = (context: typeof asAda) => approveProposal(context, approvableActs, { proposalId });
      expect(await approve(asAda)).toMatchObject({ error: { code: "OWN_PROPOSAL" } });
      await expect(approve(asStaff())).rejects.toThrow(NotPermitted);
      expect(await cap()).toBe(2);
      expectOk(await approve(asCelia));
      expect(await cap()).toBe(1);
      const { id: rulesId } = await given.database.bodyRules.findFirstOrThrow({
        where: { effectiveFrom: "2026-04-01" },
      });
      const withdrawal = { rulesId, reason: "La Asamblea lo aplazó." };
      const waiting = expectOk(await proposeRulesWithdrawal(asAda, "board", withdrawal));
      expect(await cap()).toBe(1);
      expectOk(await approveProposal(asBeto, approvableActs, waiting));
      expect(await cap()).toBe(2);
    });

    // Requirement: CM 41
    test("a body of one's own is added once, by two: the second reads its key and its name in three languages", async () => {
      const { asAda, asBeto, asCelia } = await people();
      const isThere = async () => (await listBodies(given.context())).some(({ key }) => key === council.key);
      const proposed = expectOk(await proposeBody(asAda, council));
      const other = expectOk(await proposeBody(asBeto, { ...council, names: { ...council.names, en: "Senate" } }));
      expect((await findProposal(asCelia, proposed.proposalId))?.changes).toEqual([
        { field: "bodyKey", before: null, after: "council" },
        { field: "names.es", before: null, after: "Consejo" },
        { field: "names.en", before: null, after: "Council" },
        { field: "names.pt", before: null, after: "Conselho" },
      ]);
      expect(await approveProposal(asAda, approvableActs, proposed)).toMatchObject({ error: { code: "OWN_PROPOSAL" } });
      expect(await isThere()).toBe(false);
      expectOk(await approveProposal(asCelia, approvableActs, proposed));
      expect(await isThere()).toBe(true);
      expect(await approveProposal(asCelia, approvableActs, other)).toMatchObject({
        error: { code: "BODY_KEY_TAKEN" },
      });
      expect(await proposeBody(asAda, council)).toMatchObject({ error: { code: "BODY_KEY_TAKEN" } });
    });

    // Requirement: CM 41
    test("of the first rules of a body the second person reads every field, and whether they are assumed", async () => {
      const { asAda, asCelia } = await people();
      expectOk(await byTwo(proposeBody(asAda, council), asCelia));
      const { proposalId } = expectOk(await proposeBodyRules(asAda, "council", await next()));
      const shown = (await findProposal(asCelia, proposalId))?.changes ?? [];
      expect(shown).toContainEqual({ field: "seats", before: null, after: "9" });
      expect(shown).toContainEqual({ field: "tieRule", before: null, after: "lot" });
      expect(shown).toContainEqual({ field: "termYearsByRank", before: null, after: "same" });
      expect(shown).toContainEqual({ field: "isAssumed", before: null, after: false });
    });

    test("a version in force is not taken back, not even one that was proposed in time", async () => {
      const { asAda, asBeto } = await people();
      const { rulesId } = expectOk(await addBodyRules(given.context(), "board", await next("2026-03-05")));
      const withdrawal = { rulesId, reason: "La Asamblea lo aplazó." };
      const proposed = expectOk(await proposeRulesWithdrawal(asAda, "board", withdrawal));
      given.clock.set(new Date("2026-03-05T00:00:00Z"));
      expect(await approveProposal(asBeto, approvableActs, proposed)).toMatchObject({
        error: { code: "RULES_IN_FORCE" },
      });
      expect(await proposeRulesWithdrawal(asAda, "board", withdrawal)).toMatchObject({
        error: { code: "RULES_IN_FORCE" },
      });
      expect(await proposeRulesWithdrawal(asAda, "board", { ...withdrawal, rulesId: "nothing" })).toMatchObject({
        error: { code: "RULES_UNKNOWN" },
      });
    });

    // Requirement: R2
    test("a rule change and a change of office holders never touch an election that was created before", async () => {
      expectOk(await record("board", holder("Ana Sur", ["UY", "ES"], "2025-01-01", "2027-12-31")));
      expectOk(await record("board", holder("Beto Fin", ["AR"], "2024-01-01", "2026-12-31")));
      const { electionId } = await anElection(given);
      const frozen = async () => {
        const [contest] = await given.database.contest.findMany({ where: { electionId } });
        return contest!;
      };
      const before = await frozen();
      // The elected begin with the new year: whoever's term ends with the old one does not stay.
      expect(before).toMatchObject({
        termsBeginOn: "2027-01-01",
        rules: { seats: 9, capPerCitizenship: 2 },
        staying: [{ name: "Ana Sur", citizenships: ["UY", "ES"], from: "2025-01-01", until: "2027-12-31" }],
      });
      expectOk(await addBodyRules(given.context(), "board", await next()));
      expectOk(await record("board", holder("Caro Este", ["UY"], "2026-01-01", "2028-12-31")));
      given.clock.set(new Date("2026-05-01T00:00:00Z"));
      expect(await frozen()).toEqual(before);
    });

    // Requirement: R2
    test("those whom a commission's election follows do not stay, though it votes some days earlier than three years before", async () => {
      const terms = ["Ana:AR", "Bruna:BR"].map((one) => one.split(":") as [string, string]);
      for (const [name, citizenship] of terms)
        expectOk(await record("electoral-commission", holder(name, [citizenship], "2023-03-20", "2026-03-19")));
      expectOk(await record("electoral-commission", holder("Caro", ["CL"], "2024-03-20", "2027-03-19")));
      expectOk(await record("board", holder("Zoe", ["CR"], "2025-01-01", "2027-12-31")));
      const election = await anElection(given);
      const input = createElectionInput.parse({
        title: { es: "CE", en: "EC", pt: "CE" },
        contests: [
          {
            ...{ kind: "candidates", bodyKey: "electoral-commission", maxChoices: 2 },
            candidates: ["Ana", "Zoe"].map((name) => ({ name, citizenships: ["AR"] })),
          },
        ],
        trusteeAccountIds: election.commission.map(({ accountId }) => accountId),
        ...{ trusteeThreshold: 2, rollDate: "2026-03-01" },
        ...{ opensAt: new Date("2026-03-10T18:00:00Z"), closesAt: new Date("2026-03-17T18:00:00Z") },
      });
      const { electionId } = expectOk(await createElection(election.as(election.staff), input));
      const contest = await given.database.contest.findFirstOrThrow({ where: { electionId } });
      expect(contest).toMatchObject({ termsBeginOn: "2026-03-18", staying: [{ name: "Caro" }] });
      const left = await inTransaction(asStaff(), async (within) =>
        ok(
          await recordElected(within, {
            ...{ electionId, bodyKey: "electoral-commission", begin: "2026-03-18", seats: 5 },
            incompatibleBodies: ["board"],
            staying: [{ name: "Caro" }],
            holders: [
              holder("Ana", ["AR"], "2026-03-18", "2029-03-17"),
              holder("Zoe", ["MX"], "2026-03-18", "2029-03-17"),
            ],
          }),
        ),
      );
      // Two people may have one name: the term is written, and staff look.
      expect(left).toMatchObject({ value: [{ name: "Zoe", code: "HOLDER_ON_ANOTHER_BODY", isMissing: false }] });
      const inOffice = await listOfficeHolders(given.context(), { bodyKey: "electoral-commission", on: "2026-03-18" });
      expect(inOffice.map(({ name, until }) => `${name} ${until}`).sort()).toEqual([
        "Ana 2029-03-17",
        "Caro 2027-03-19",
        "Zoe 2029-03-17",
      ]);
    });

    test("the elected are known by their accounts: a namesake is another person, and a new name is no other", async () => {
      const [ana, zoe] = ["account-of-ana", "account-of-zoe"];
      for (const [name, accountId] of [
        ["Ana", ana],
        ["Zoe", zoe],
      ] as const)
        expectOk(
          await inTransaction(given.context(), (within) =>
            recordTerms(within, {
              bodyKey: "board",
              holders: [{ ...holder(name, ["CR"], "2025-01-01", "2027-12-31"), accountId }],
            }),
          ),
        );
      const elected = holder("", ["AR"], "2026-03-18", "2029-03-17");
      const left = await inTransaction(asStaff(), async (within) =>
        ok(
          await recordElected(within, {
            ...{ electionId: "e1", bodyKey: "electoral-commission", begin: "2026-03-18", seats: 5 },
            ...{ incompatibleBodies: ["board"], staying: [] },
            holders: [
              { ...elected, name: "Ana", accountId: "account-of-another-ana" },
              { ...elected, name: "Zoe de Paz", accountId: zoe },
            ],
          }),
        ),
      );
      expect(left).toMatchObject({ value: [{ name: "Zoe de Paz", code: "HOLDER_ON_ANOTHER_BODY", isMissing: false }] });
      const overview = await bodyOverview(given.context(), "electoral-commission", "2026-04-01");
      expect(overview?.inOffice.map(({ name }) => name)).toEqual(["Ana", "Zoe de Paz"]);
      expect(JSON.stringify(overview)).not.toContain("account-of");
    });

    test("no election fills more seats than fall vacant, nor more than a year renews unless it says why", async () => {
      const election = await anElection(given);
      await given.database.election.updateMany({ data: { isTest: true } });
      const create = (
        bodyKey: string,
        seats: number,
        more: { extraordinaryReason?: string; isTest?: boolean } = {},
      ) => {
        const { extraordinaryReason, isTest } = more;
        const candidates = Array.from({ length: 5 }, (_, index) => ({ name: `Persona ${index}` }));
        const input = createElectionInput.parse({
          ...{ title: { es: "E", en: "E", pt: "E" }, isTest, trusteeThreshold: 2, rollDate: "2026-03-01" },
          contests: [{ kind: "candidates", bodyKey, maxChoices: seats, candidates, extraordinaryReason }],
          trusteeAccountIds: election.commission.map(({ accountId }) => accountId),
          ...{ opensAt: new Date("2026-03-10T18:00:00Z"), closesAt: new Date("2026-03-17T18:00:00Z") },
        });
        return createElection(election.as(election.staff), input);
      };
      expect(await create("board", 4)).toMatchObject({
        error: { code: "SEATS_ABOVE_RENEWALS", details: { body: "board", seats: 4, renewals: 3, renewed: 0 } },
      });
      expect(await create("board", 4, { isTest: true })).toMatchObject({ ok: true });
      expectOk(await create("board", 4, { extraordinaryReason: "Dos renuncias" }));
      const [created] = await listAuditEntries(given.context(), { action: "elections:created", limit: 1 });
      expect(created?.details).toMatchObject({ extraordinary: ["Dos renuncias"] });
      const inForce = await findBodyRules(given.context(), "board", "2026-03-02");
      expect(created?.changes).toMatchObject([
        { field: "description" },
        { field: "contests.1", before: null, after: { seats: 4, body: "board", rules: inForce?.document } },
      ]);
      for (const name of ["Ana", "Bruna", "Caro"])
        expectOk(await record("fiscal-commission", holder(name, ["AR"], "2025-01-01", "2027-12-31")));
      expect(await create("fiscal-commission", 1, { extraordinaryReason: "Urgente" })).toMatchObject({
        error: { code: "SEATS_ABOVE_VACANCIES", details: { seats: 1, vacancies: 0, day: "2026-03-18" } },
      });
    });

    test("elections of one year renew no more together than the body does, and none fills what another is filling", async () => {
      const election = await anElection(given);
      await given.database.election.updateMany({ data: { isTest: true } });
      const create = async (seats: number, more: { reason?: string; begin?: string; isTwice?: boolean } = {}) => {
        const candidates = Array.from({ length: 5 }, (_, index) => ({ name: `Persona ${index}` }));
        const title = { es: "E", en: "E", pt: "E" };
        const facts = { kind: "candidates", bodyKey: "board", maxChoices: seats, candidates, title };
        const contest = { ...facts, extraordinaryReason: more.reason, termsBeginOn: more.begin };
        const input = createElectionInput.parse({
          ...{ title, trusteeThreshold: 2, rollDate: "2026-03-01" },
          contests: more.isTwice === true ? [contest, contest] : [contest],
          trusteeAccountIds: election.commission.map(({ accountId }) => accountId),
          ...{ opensAt: new Date("2026-03-10T18:00:00Z"), closesAt: new Date("2026-03-17T18:00:00Z") },
        });
        return createElection(election.as(election.staff), input);
      };
      for (const name of ["Ana", "Bruna", "Caro", "Dora", "Elsa"])
        expectOk(await record("board", holder(name, ["AR"], "2025-01-01", "2028-12-31")));

      // Nine seats, five stay, three are renewed a year.
      expect(await create(2, { isTwice: true })).toMatchObject({
        error: { code: "SEATS_ABOVE_RENEWALS", details: { seats: 2, renewed: 2, renewals: 3, year: "2027" } },
      });
      const { electionId } = expectOk(await create(2));
      expect(await create(2)).toMatchObject({
        error: { code: "SEATS_ABOVE_RENEWALS", details: { seats: 2, renewed: 2, renewals: 3, year: "2027" } },
      });
      expectOk(await create(1));
      expect(await create(1)).toMatchObject({ error: { code: "SEATS_ABOVE_RENEWALS", details: { renewed: 3 } } });

      // A vacancy is no renewal, and neither uses up the year nor is used up by it.
      expectOk(await create(1, { reason: "Una renuncia" }));
      expect(await create(1, { begin: "2028-01-01" })).toMatchObject({
        error: { code: "SEATS_ABOVE_VACANCIES", details: { seats: 1, vacancies: 0, pending: 4 } },
      });
      const [left] = await listTerms(given.context(), { bodyKey: "board" });
      await given.database.officeTerm.update({ where: { id: left!.id }, data: { endedOn: "2026-06-30" } });
      expectOk(await create(1, { begin: "2028-01-01" }));

      // What was called off renews nothing.
      await given.database.election.update({ where: { id: electionId }, data: { cancelledAt: given.clock.now() } });
      expectOk(await create(2));
    });

    test("only an administrator proposes rules; staff propose terms; the commission neither; nobody writes them alone", async () => {
      const rules = await next();
      expect(() => proposeBodyRules(asStaff(), "board", rules)).toThrow(NotPermitted);
      const commission = given.context({ actor: aPerson({ roles: ["commission"] }) });
      expect(() => proposeTerm(commission, "board", holder("Ana", ["UY"]))).toThrow(NotPermitted);
      await expect(addBodyRules(asAdministrator(), "board", rules)).rejects.toThrow(NotPermitted);
      const alone = { bodyKey: "board", holders: [holder("Ana", ["UY"])] };
      await expect(inTransaction(asAdministrator(), async (within) => recordTerms(within, alone))).rejects.toThrow(
        NotPermitted,
      );
      expect(() => proposeBody(asStaff(), council)).toThrow(NotPermitted);
    });
  });

  describe("office holders", () => {
    test("who is in office on a day, until when, and how many seats nobody holds", async () => {
      expectOk(await record("fiscal-commission", holder("Ana Sur", ["UY"])));
      expectOk(await record("fiscal-commission", holder("Beto Fin", ["AR"], "2025-07-01", "2028-06-30")));
      const on = async (day: string) =>
        (await listOfficeHolders(given.context(), { bodyKey: "fiscal-commission", on: day })).map(({ name }) => name);
      expect(await on("2025-06-30")).toEqual(["Ana Sur"]);
      expect(await on("2025-07-01")).toEqual(["Ana Sur", "Beto Fin"]);
      expect(await on("2027-01-01")).toEqual(["Beto Fin"]);
      expect(await bodyOverview(given.context(), "fiscal-commission", "2026-03-02")).toMatchObject({ vacancies: 1 });
    });

    // Requirement: CM 41
    test("staff propose a term, its early end and its correction; each waits for another person, and the log has the fields", async () => {
      const { asSara, asAda, asCelia } = await people();
      const held = async (on: string) =>
        (await listOfficeHolders(given.context(), { bodyKey: "board", on })).map(({ name }) => name);
      const wish = proposeTerm(asSara, "board", holder("Ana Sur", ["UY"]));
      const { proposalId } = expectOk(await wish);
      expect((await findProposal(asCelia, proposalId))?.changes).toContainEqual({
        ...{ field: "citizenships", before: null, after: "UY" },
      });
      expect(await held("2026-02-28")).toEqual([]);
      expectOk(await approveProposal(asCelia, approvableActs, { proposalId }));
      const [{ id: termId = "" } = {}] = await listTerms(given.context());
      const correction = holder("Ana Sur", ["UY", "ES"]);
      expectOk(await byTwo(proposeTermCorrection(asSara, termId, correction), asAda));
      const [entry] = await listAuditEntries(given.context(), { action: "bodies:term-corrected" });
      expect(entry?.changes).toEqual([{ field: "citizenships", before: "UY", after: "UY, ES" }]);
      expect(await proposeTermEnd(asSara, termId, { on: "2030-01-01", reason: "Renunció" })).toMatchObject({
        error: { code: "END_OUTSIDE_TERM" },
      });
      const end = expectOk(await proposeTermEnd(asSara, termId, { on: "2026-02-28", reason: "Renunció" }));
      expect(await held("2026-03-01")).toEqual(["Ana Sur"]);
      const { changes } = await given.database.approval.findUniqueOrThrow({ where: { id: end.proposalId } });
      expect(changes).toContainEqual({ field: "name", before: null, after: "Ana Sur" });
      expectOk(await approveProposal(asAda, approvableActs, end));
      expect([await held("2026-02-28"), await held("2026-03-01")]).toEqual([["Ana Sur"], []]);
      expect(await listTerms(given.context())).toMatchObject([{ endReason: "Renunció", until: "2026-12-31" }]);
      expect(await proposeTermCorrection(asSara, "nothing", correction)).toMatchObject({
        error: { code: "TERM_UNKNOWN" },
      });
    });

    // Requirement: R2
    test("nobody is on two bodies at once, however the name is written; one after the other is allowed", async () => {
      expectOk(await record("board", holder("José  Paz", ["UY"])));
      expect(await record("electoral-commission", holder("jose paz", ["UY"], "2026-06-01"))).toMatchObject({
        error: { code: "HOLDER_ON_ANOTHER_BODY", details: { body: "board" } },
      });
      expect(await record("board", holder("Jose Paz", ["UY"], "2026-06-01"))).toMatchObject({
        error: { code: "HOLDER_ALREADY_IN_OFFICE" },
      });
      expectOk(await record("electoral-commission", holder("José Paz", ["UY"], "2027-01-01", "2029-12-31")));
    });

    test("a body has no more people than seats on any day, and all of an election's terms are written or none", async () => {
      const four = ["Ana", "Beto", "Caro", "Dora"].map((name) => holder(`${name} Paz`, ["UY"]));
      const recordAll = (holders: typeof four) =>
        inTransaction(given.context(), (within) => recordTerms(within, { bodyKey: "fiscal-commission", holders }));
      expect(await recordAll(four)).toMatchObject({ error: { code: "MORE_HOLDERS_THAN_SEATS" } });
      expect(await listTerms(given.context())).toEqual([]);
      expectOk(await recordAll(four.slice(1)));
      // It begins before the three and would still be there when they come.
      expect(await recordAll([holder("Ana Paz", ["UY"], "2023-01-01", "2025-12-31")])).toMatchObject({
        error: { code: "MORE_HOLDERS_THAN_SEATS" },
      });
    });

    // Requirement: R2
    test("the citizenships that nobody may have are those that the staying already fill", async () => {
      for (const [name, country] of [
        ["Ana Sur", "AR"],
        ["Bruna Sol", "BR"],
        ["Pía Río", "PY"],
      ] as const)
        expectOk(await record("electoral-commission", holder(name, [country], "2024-01-01", "2026-12-31")));
      const staying = await listOfficeHolders(given.context(), { bodyKey: "electoral-commission", on: "2026-01-30" });
      const { document } = (await findBodyRules(given.context(), "electoral-commission", "2026-01-30"))!;
      expect(barredCitizenships(document, staying).map(({ citizenship }) => citizenship)).toEqual(["AR", "BR", "PY"]);
    });
  });
});
