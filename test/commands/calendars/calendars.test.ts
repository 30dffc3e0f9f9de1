// The calendar of an election: saved only when it is possible, one fact with the election's own times, changed by two once published.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { approveProposal, findProposal, proposeAct } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { calendarFeed, findCalendar, requireStage } from "#app/modules/calendars/index.server.ts";
import type { Stage, StageKind } from "#app/modules/calendars/index.ts";
import { proposeStages, stagesToJson } from "#app/modules/calendars/index.ts";
import {
  changeDates,
  closeDueElections,
  findElection,
  linkToCalendar,
  linkToCalendarFeed,
  listElections,
  nameCandidates,
  proposeCalendarPublication,
  publishPartialDecryption,
  sealBallotBox,
  setCalendar,
} from "#app/modules/elections/index.server.ts";
import { loader as loadFeed } from "#app/modules/elections/routes/open/calendar-feed.ts";
import { loader as loadPage } from "#app/modules/elections/routes/open/calendar.tsx";
import { loader as loadElection } from "#app/modules/elections/routes/open/election.tsx";
import type { ElectionOverviewProps } from "#app/modules/elections/ui/public/election-overview.tsx";
import { ElectionOverview } from "#app/modules/elections/ui/public/election-overview.tsx";
import { linkToElection } from "#app/modules/elections/index.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import type { Given } from "#test/setup/databases.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection, letGoUnrehearsed } from "../../factories/elections.ts";
import { deliverPost } from "../../factories/post.ts";
import { byTwo } from "../../factories/two-people.ts";
import { asRead } from "../../setup/as-read.ts";

const at = (day: string) => new Date(`${day}T18:00:00Z`);
/** Call 17 April, roll frozen 19 April, candidates 9 May, ceremony 16 to 21 May, vote 21 to 28 May 2026. */
const stages = proposeStages("electoral-commission", at("2026-05-21"));

function moved(kind: StageKind, opens: string, closes: string | null, of: readonly Stage[] = stages): Stage[] {
  const changed = { kind, opensAt: at(opens), closesAt: closes === null ? null : at(closes) };
  return of.map((stage) => (stage.kind === kind ? changed : stage));
}

/** The hour in UTC, as every mail says it. */
const hourOf = (instant: string) => instant.slice(11, 16);

async function withCalendar(given: Given) {
  const election = await anElection(given);
  expectOk(await setCalendar(election.as(election.staff), { electionId: election.electionId, stages }));
  return election;
}

/** Staff propose the dates as they are saved, a commissioner approves. */
function publish(election: ElectionInTest) {
  const { electionId, staff, commission } = election;
  const proposed = proposeCalendarPublication(election.as(staff), { electionId, reason: "Acordado" });
  return byTwo(proposed, election.as(commission[0]!));
}

describeOnEachDatabase("the calendar of an election", (given) => {
  test("is the election's own opening, closing and roll date, written together", async () => {
    const { electionId } = await withCalendar(given);
    expect(await findElection(given.context(), electionId)).toMatchObject({
      opensAt: "2026-05-21T18:00:00.000Z",
      closesAt: "2026-05-28T18:00:00.000Z",
      rollDate: "2026-04-19",
    });
    const calendar = await findCalendar(given.context(), electionId);
    expect(calendar?.stages).toHaveLength(stages.length);
    expect(calendar?.stages[0]?.kind).toBe("call");
  });

  test("is not saved when it is impossible, and nothing else changes either", async () => {
    const election = await withCalendar(given);
    const impossible = moved("voting", "2026-05-01", "2026-05-08");
    const input = { electionId: election.electionId, stages: impossible };
    expect(await setCalendar(election.as(election.staff), input)).toMatchObject({
      error: { code: "CALENDAR_HAS_PROBLEMS" },
    });
    expect((await findElection(given.context(), election.electionId))?.opensAt).toBe("2026-05-21T18:00:00.000Z");
    expect((await findCalendar(given.context(), election.electionId))?.sequence).toBe(0);
  });

  test("nobody without the role changes it", async () => {
    const { electionId } = await withCalendar(given);
    for (const role of ["auditor"] as const) {
      const context = given.context({ actor: aPerson({ roles: [role] }) });
      expect(() => setCalendar(context, { electionId, stages })).toThrow(NotPermitted);
      expect(() => proposeCalendarPublication(context, { electionId, reason: "x" })).toThrow(NotPermitted);
    }
  });

  // Requirement: L2
  test("a change says in the log which instant it was and which it is", async () => {
    const election = await withCalendar(given);
    const next = moved("questions", "2026-05-10", "2026-05-15");
    expectOk(await setCalendar(election.as(election.staff), { electionId: election.electionId, stages: next }));
    const entries = await listAuditEntries(given.context(), {
      subjectType: "election",
      subjectId: election.electionId,
    });
    const changed = entries.find(({ action }) => action === "calendars:changed");
    expect(changed?.changes).toEqual([
      { field: "questions.opensAt", before: "2026-05-09T18:00:00.000Z", after: "2026-05-10T18:00:00.000Z" },
      { field: "questions.closesAt", before: "2026-05-16T18:00:00.000Z", after: "2026-05-15T18:00:00.000Z" },
    ]);
    expect(changed?.actorName).toContain("Sara Soto");
  });

  // Requirement: CM 32, CM 41
  test("is published by two people, and only with the dates that the second one saw", async () => {
    const election = await withCalendar(given);
    const { electionId } = election;
    const [celia] = election.commission;
    const propose = async (reason = "Acordado con la comisión") =>
      proposeCalendarPublication(election.as(election.staff), { electionId, reason });
    const approve = (proposalId: string) => approveProposal(election.as(celia!), approvableActs, { proposalId });
    const isPublished = async () => (await findCalendar(given.context(), electionId))?.publishedAt !== null;
    expect(await propose(" ")).toMatchObject({ error: { code: "REASON_MISSING" } });
    const first = expectOk(await propose());
    expect(await propose("Otra vez")).toMatchObject({ error: { code: "PROPOSAL_ALREADY_OPEN" } });
    expect((await findProposal(given.context(), first.proposalId))?.changes).toContainEqual({
      field: "voting.opensAt",
      before: null,
      after: "2026-05-21T18:00:00.000Z",
    });
    await expect(
      approveProposal(election.as(election.staff), approvableActs, { proposalId: first.proposalId }),
    ).rejects.toThrow(NotPermitted);
    const next = moved("questions", "2026-05-10", "2026-05-15");
    expectOk(await setCalendar(election.as(election.staff), { electionId, stages: next }));
    expect(await approve(first.proposalId)).toMatchObject({ error: { code: "PROPOSAL_OUTDATED" } });
    expect(await isPublished()).toBe(false);
    const second = expectOk(await propose());
    expectOk(await approve(second.proposalId));
    expect(await isPublished()).toBe(true);
    expect(await propose()).toMatchObject({ error: { code: "CALENDAR_ALREADY_PUBLISHED" } });
  });

  // Requirement: L2, L3
  describe("once published", () => {
    const later = moved("voting", "2026-05-22", "2026-05-29", moved("interim-result", "2026-05-29", null)).map(
      (stage) => (stage.kind === "result-claims" ? { ...stage, opensAt: at("2026-05-29") } : stage),
    );

    async function published() {
      const election = await withCalendar(given);
      expectOk(await publish(election));
      return election;
    }

    async function propose(election: Awaited<ReturnType<typeof published>>, wish: readonly Stage[]) {
      const [celia] = election.commission;
      const payload = { stages: stagesToJson(wish).map((stage) => ({ ...stage })) };
      const subject = { subjectType: "election", subjectId: election.electionId };
      const proposed = await proposeAct(election.as(celia!), changeDates, { ...subject, payload, reason: "Feriado" });
      return expectOk(proposed).proposalId;
    }

    test("nobody changes it alone", async () => {
      const election = await published();
      const input = { electionId: election.electionId, stages: later };
      expect(await setCalendar(election.as(election.staff), input)).toMatchObject({
        error: { code: "CALENDAR_PUBLISHED" },
      });
      expect(await publish(election)).toMatchObject({
        error: { code: "CALENDAR_ALREADY_PUBLISHED" },
      });
    });

    test("two people change it, and the election's times with it", async () => {
      const election = await published();
      const proposalId = await propose(election, later);
      expect((await findElection(given.context(), election.electionId))?.opensAt).toBe("2026-05-21T18:00:00.000Z");
      const [celia, dario] = election.commission;
      expect(await approveProposal(election.as(celia!), approvableActs, { proposalId })).toMatchObject({
        error: { code: "OWN_PROPOSAL" },
      });
      expectOk(await approveProposal(election.as(dario!), approvableActs, { proposalId }));
      expect(await findElection(given.context(), election.electionId)).toMatchObject({
        opensAt: "2026-05-22T18:00:00.000Z",
        closesAt: "2026-05-29T18:00:00.000Z",
      });
      const calendar = await findCalendar(given.context(), election.electionId);
      const sequences = calendar?.stages.filter(({ sequence }) => sequence > 0).map(({ kind }) => kind);
      expect(sequences).toEqual(["voting", "interim-result", "result-claims"]);
    });

    test("moving the voting leaves the codes, whose mails name the dates of the moment at which they leave", async () => {
      const election = await (await anElection(given)).withCodes();
      const { electionId } = election;
      const staff = election.as(election.staff);
      await given.database.election.update({ where: { id: electionId }, data: { isTest: true } });
      const { opensAt } = (await findElection(given.context(), electionId))!;
      const atOnce = proposeStages("electoral-commission", new Date(opensAt));
      expectOk(await setCalendar(staff, { electionId, stages: atOnce }));
      expectOk(await publish(election));
      const shifted = proposeStages("electoral-commission", new Date(Date.parse(opensAt) + 3_600_000));
      const later = atOnce.map((stage) => {
        const moved = shifted.find(({ kind }) => kind === stage.kind);
        return stage.opensAt > given.clock.now() && moved !== undefined ? moved : stage;
      });
      const proposalId = await propose(election, later);
      expectOk(await approveProposal(election.as(election.commission[1]!), approvableActs, { proposalId }));
      const movedTo = (await findElection(given.context(), electionId))!.opensAt;
      expect(Date.parse(movedTo)).toBe(Date.parse(opensAt) + 3_600_000);
      given.clock.set(new Date(Date.parse(movedTo) - 60_000));
      expectOk(await sealByTwo(given.context(), electionId, [election.commission[0]!, election.commission[1]!]));
      const codes = (await deliverPost(given)).filter(({ text }) => text.includes(election.codeOf(0).code));
      expect(codes.map(({ text }) => text)).toEqual([expect.stringContaining(hourOf(movedTo))]);
      expect(codes[0]!.text).not.toContain(hourOf(opensAt));
    });

    test("what has passed does not change, even by two", async () => {
      const election = await published();
      given.clock.set(at("2026-04-20"));
      const proposalId = await propose(election, moved("roll-freeze", "2026-04-21", null));
      const [, dario] = election.commission;
      expect(await approveProposal(election.as(dario!), approvableActs, { proposalId })).toMatchObject({
        error: { code: "STAGE_DATE_PASSED" },
      });
    });
  });

  // Requirement: L3
  test("the end of a vote does not move after the close, and not by one person once the box is sealed", async () => {
    const election = await anElection(given);
    const { electionId } = election;
    await given.database.election.update({ where: { id: electionId }, data: { isTest: true } });
    await election.sealed();
    const input = { electionId, stages };
    expect(await setCalendar(election.as(election.staff), input)).toMatchObject({
      error: { code: "SEALED_DATES_NEED_TWO" },
    });
    await election.closed();
    expect(await setCalendar(election.as(election.staff), input)).toMatchObject({
      error: { code: "VOTING_ALREADY_CLOSED" },
    });
  });

  // Requirement: R3
  describe("holds up what comes too early", () => {
    test("the freezing of the roll", async () => {
      const election = await withCalendar(given);
      given.clock.set(new Date("2026-04-19T17:59:00Z"));
      const freeze = () => election.freeze(() => Promise.resolve([]));
      expect(await freeze()).toMatchObject({ error: { code: "STAGE_NOT_BEGUN", details: { stage: "roll_freeze" } } });
      given.clock.set(at("2026-04-19"));
      expect(await freeze()).toMatchObject({ error: { code: "ROLL_EMPTY" } });
    });

    test("the publication of candidates, which waits for the end of nominations", async () => {
      const election = await withCalendar(given);
      const { contests } = (await findElection(given.context(), election.electionId))!;
      const name = () =>
        inTransaction(election.as(election.staff), (within) =>
          nameCandidates(within, { contestId: contests[0]!.id, candidates: [] }),
        );
      given.clock.set(at("2026-05-01"));
      expect(await name()).toMatchObject({ error: { code: "STAGE_NOT_BEGUN" } });
      given.clock.set(at("2026-05-09"));
      expect((await name()).ok).toBe(true);
    });

    test("the sealing of the box, until the last complaint is decided", async () => {
      const election = await (await anElection(given)).withKeys();
      const calendar = moved("complaint-decisions", "2026-05-14", "2026-05-20");
      expectOk(await setCalendar(election.as(election.staff), { electionId: election.electionId, stages: calendar }));
      given.clock.set(at("2026-05-17"));
      await election.issueCodes();
      await given.database.election.update({ where: { id: election.electionId }, data: { isTest: true } });
      const seal = () => sealBallotBox(given.context(), { electionId: election.electionId });
      given.clock.set(at("2026-05-15"));
      expect(await seal()).toMatchObject({ error: { code: "STAGE_NOT_BEGUN", details: { stage: "key_ceremony" } } });
      given.clock.set(at("2026-05-18"));
      expect(await seal()).toMatchObject({
        error: { code: "EARLIER_STAGE_NOT_OVER", details: { stage: "complaint_decisions" } },
      });
      given.clock.set(at("2026-05-20"));
      expectOk(await seal());
    });

    // Requirement: CM 32, R3
    test("the sealing of an election whose timetable nobody was told; dates that went by cannot be told any more", async () => {
      const election = await (await anElection(given)).withKeys();
      const { electionId } = election;
      expectOk(await setCalendar(election.as(election.staff), { electionId, stages }));
      given.clock.set(at("2026-05-17"));
      await election.issueCodes();
      given.clock.set(at("2026-05-20"));
      for (const seat of [0, 1]) expectOk(await election.signRoll(seat));
      const [celia, dario] = election.commission;
      expect(await sealByTwo(given.context(), electionId, [celia!, dario!])).toMatchObject({
        error: { code: "CALENDAR_NOT_PUBLISHED" },
      });
      expect(await publish(election)).toMatchObject({
        error: { code: "CALENDAR_BEGINS_IN_THE_PAST", details: { stage: "nominations" } },
      });
    });

    test("the opening of the sum, until the interim result", async () => {
      const election = await (await anElection(given)).withKeys();
      const late = moved("interim-result", "2026-05-29", null).map((stage) =>
        stage.kind === "result-claims" ? { ...stage, opensAt: at("2026-05-29") } : stage,
      );
      expectOk(await setCalendar(election.as(election.staff), { electionId: election.electionId, stages: late }));
      given.clock.set(at("2026-05-17"));
      await election.issueCodes();
      await given.database.calendar.update({
        where: { processId: election.electionId },
        data: { publishedAt: at("2026-04-17") },
      });
      await letGoUnrehearsed(given, election.electionId, at("2026-05-17"));
      given.clock.set(at("2026-05-20"));
      await election.bindingly();
      expectOk(
        await sealByTwo(given.context(), election.electionId, [election.commission[0]!, election.commission[1]!]),
      );
      const [celia] = election.commission;
      await election.closed();
      given.clock.set(at("2026-05-28"));
      await closeDueElections(given.context());
      const input = { electionId: election.electionId, partialDecryption: "{}" };
      expect(await publishPartialDecryption(election.as(celia!), input)).toMatchObject({
        error: { code: "STAGE_NOT_BEGUN", details: { stage: "interim_result" } },
      });
    });
  });

  test("without a calendar nobody is held up", async () => {
    const { electionId } = await anElection(given);
    expect((await requireStage(given.context(), electionId, "official-result", at("2026-03-02"))).ok).toBe(true);
  });
});

describeOnEachDatabase(
  "the calendar as a feed",
  (given) => {
    async function feed(language: string, isCancelled = false) {
      const election = await withCalendar(given);
      const calendar = (await findCalendar(given.context(), election.electionId))!;
      const wish = {
        processId: election.electionId,
        host: "votes.example",
        title: "Comisión, Directorio; 2026",
        language,
      };
      const names = { nameOf: (kind: StageKind) => `(${kind})`, aboutOf: () => "about" };
      return {
        election,
        text: calendarFeed({
          ...{ ...wish, ...names, isCancelled },
          ...{ url: "https://votes.example/e", stages: calendar.stages },
        }),
      };
    }

    test("of an election that was called off keeps every entry, and says of each that it is cancelled", async () => {
      const { text } = await feed("en", true);
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(stages.length);
      expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(stages.length);
      expect((await feed("en")).text).not.toContain("STATUS:CANCELLED");
    });

    // Requirement: R7
    test("has one entry for each stage, in UTC, with an identifier that stays", async () => {
      const { election, text } = await feed("pt");
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(stages.length);
      const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
      expect(lines).toContain(`UID:voting.${election.electionId}@votes.example`);
      expect(lines).toContain("DTSTART:20260521T180000Z");
      expect(lines).toContain("DTEND:20260528T180000Z");
      expect(lines).toContain("SUMMARY:(voting) · Comisión\\, Directorio\\; 2026");
      expect(lines.filter((line) => line === "SEQUENCE:0")).toHaveLength(stages.length);
      for (const name of ["NAME", "X-WR-CALNAME"]) expect(lines).toContain(`${name}:Comisión\\, Directorio\\; 2026`);
    });

    test("tells people's calendars which entry is newer", async () => {
      const { election } = await feed("es");
      const next = moved("questions", "2026-05-10", "2026-05-15");
      expectOk(await setCalendar(election.as(election.staff), { electionId: election.electionId, stages: next }));
      const calendar = await findCalendar(given.context(), election.electionId);
      expect(calendar?.stages.find(({ kind }) => kind === "questions")?.sequence).toBe(1);
      expect(calendar?.stages.find(({ kind }) => kind === "voting")?.sequence).toBe(0);
    });

    test("a stage that is taken out and put back is newer than it was", async () => {
      const { election } = await feed("es");
      const { electionId } = election;
      const set = async (next: readonly Stage[]) =>
        expectOk(await setCalendar(election.as(election.staff), { electionId, stages: next }));
      const sequence = async () =>
        (await findCalendar(given.context(), electionId))?.stages.find(({ kind }) => kind === "questions")?.sequence;
      await set(moved("questions", "2026-05-10", "2026-05-15"));
      expect(await sequence()).toBe(1);
      await set(stages.filter(({ kind }) => kind !== "questions"));
      expect(await sequence()).toBeUndefined();
      await set(stages);
      expect(await sequence()).toBeGreaterThan(1);
    });
  },
  { on: "sqlite" },
);

describeOnEachDatabase(
  "the calendar's pages",
  (given) => {
    async function open(load: (args: LoaderFunctionArgs) => Promise<unknown>, electionId: string, path: string) {
      const { database, clock, settings, random, log } = given.context();
      const ground = { database, clock, settings, random, log };
      const request = new Request(`http://localhost:3000${path}`);
      const context = { ground, cspNonce: "", clientAddress: "" };
      try {
        return await load({ request, params: { electionId }, context });
      } catch (answer) {
        if (answer instanceof Response) return answer;
        throw answer;
      }
    }

    // Requirement: CM 32
    test("are for nobody before the calendar is published; then the election is announced, long before its roll", async () => {
      const election = await withCalendar(given);
      const { electionId } = election;
      const isListed = async () => (await listElections(given.context())).some(({ id }) => id === electionId);
      expect(await open(loadPage, electionId, linkToCalendar(electionId))).toMatchObject({ status: 404 });
      expect(await open(loadFeed, electionId, linkToCalendarFeed(electionId, "es"))).toMatchObject({ status: 404 });
      expect(await isListed()).toBe(false);
      expectOk(await publish(election));
      expect(await isListed()).toBe(true);
      const page = await open(loadPage, electionId, linkToCalendar(electionId));
      expect(page).toMatchObject({ changedAt: null, voting: { opensAt: "2026-05-21T18:00:00.000Z" } });
      expect((page as { stages: unknown[] }).stages).toHaveLength(stages.length);
    });

    // Requirement: CM 32
    test("from that day everybody reads on the election's page how one votes, in each language, until voting is over", async () => {
      const election = await withCalendar(given);
      const { electionId } = election;
      expectOk(await publish(election));
      const facts = (await open(loadElection, electionId, linkToElection(electionId))) as ElectionOverviewProps;
      expect(facts.election).toMatchObject({ phase: "draft" });
      const words = {
        es: ["Cómo votar", "código de votación", "código de seguimiento", "votar en blanco"],
        en: ["How to vote", "voting code", "tracker", "vote blank"],
        pt: ["Como votar", "código de votação", "código de acompanhamento", "votar em branco"],
      };
      for (const language of ["es", "en", "pt"] as const) {
        const read = (phase: ElectionOverviewProps["election"]["phase"]) =>
          asRead(language, createElement(ElectionOverview, { ...facts, election: { ...facts.election, phase } }));
        const [, section = ""] = (await read("draft")).split('<section id="how-to-vote">');
        for (const word of words[language]) expect(section).toContain(word);
        expect(section.slice(0, section.indexOf("</ol>")).match(/<li>/g)).toHaveLength(6);
        expect(await read("open")).toContain('id="how-to-vote"');
        for (const phase of ["counting", "result", "cancelled"] as const)
          expect(await read(phase)).not.toContain("how-to-vote");
      }
    });

    // Requirement: R7
    test("the feed speaks the language that is asked for", async () => {
      const election = await withCalendar(given);
      const { electionId } = election;
      expectOk(await publish(election));
      const words = { es: "Votación · Directorio", en: "Voting · Board", pt: "Votação · Diretoria" };
      for (const language of ["es", "en", "pt"] as const) {
        const answer = (await open(loadFeed, electionId, linkToCalendarFeed(electionId, language))) as Response;
        expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
        expect(await answer.text()).toContain(`SUMMARY:${words[language]}`);
      }
    });
  },
  { on: "sqlite" },
);
