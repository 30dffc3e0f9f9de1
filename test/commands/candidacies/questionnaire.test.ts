// What candidates are asked is written by two of the commission from a day on, and a call that has begun keeps what it began with.
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approveProposal, findProposal } from "#app/modules/approvals/index.server.ts";
import { findCandidacy, proposeQuestionnaire } from "#app/modules/candidacies/index.server.ts";
import { defaultQuestionnaire } from "#app/modules/candidacies/domain/default-questionnaire.ts";
import { listQuestionnaires, questionnaireOf } from "#app/modules/candidacies/queries/questionnaire.server.ts";
import { fileOf } from "#app/modules/candidacies/queries/review.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aCall } from "#test/factories/candidacies.ts";
import { byTwo } from "#test/factories/two-people.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("the questionnaire of candidates", (given) => {
  // Requirement: CM 41
  test("two of the commission write a questionnaire for later, and a call that has begun asks nobody anything else", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    const [first, second] = call.commission;
    const bodyKeys = ["board", "electoral-commission"];
    const [, capacities] = defaultQuestionnaire.sections;
    const asked = capacities!.questions.map((question) => ({ ...question, isRequired: false, most: 60 }));
    const document = { sections: [{ key: "capacities" as const, questions: asked.toReversed() }] };
    const version = { bodyKeys, effectiveFrom: "2026-03-05", isAssumed: false, source: "Reglamento v3", document };
    const wish = (change: object = {}) => proposeQuestionnaire(call.as(first!), { ...version, ...change });
    expect(await wish({ effectiveFrom: "2026-03-02" })).toMatchObject({
      error: { code: "QUESTIONNAIRE_NOT_IN_THE_FUTURE" },
    });
    expect(await wish({ bodyKeys: ["parliament"] })).toMatchObject({ error: { code: "BODY_UNKNOWN" } });
    const { proposalId } = expectOk(await wish());
    const proposal = await findProposal(given.context(), proposalId);
    expect(proposal?.changes.map(({ field, before, after }) => [field, before, after])).toEqual(
      expect.arrayContaining([
        ["isAssumed", true, false],
        ["questions.1.most", 1500, 60],
        ["questions.1.isRequired", true, false],
        ["questions.1.place", 7, 1],
        ["removedQuestions.1.text", defaultQuestionnaire.sections[0]!.questions[0]!.label, null],
      ]),
    );
    const approve = (by: PersonActor) => approveProposal(call.as(by), approvableActs, { proposalId });
    expect(await approve(first!)).toMatchObject({ error: { code: "OWN_PROPOSAL" } });
    expect(await listQuestionnaires(given.context())).toEqual([]);
    expectOk(await approve(second!));
    expect(await wish({ source: "Otra vez" })).toMatchObject({ error: { code: "QUESTIONNAIRE_DAY_TAKEN" } });
    expect(await wish({ effectiveFrom: "2026-03-09" })).toMatchObject({ error: { code: "QUESTIONNAIRE_UNCHANGED" } });

    const later = given.context({ now: "2026-03-06T12:00:00Z" });
    const candidacy = await findCandidacy(later, candidacyId);
    expect((await fileOf(later, candidacy!)).questionnaire.document).toEqual(defaultQuestionnaire);
    for (const bodyKey of bodyKeys)
      expect((await questionnaireOf(later, { id: "another", electionId: "another", bodyKey })).document).toEqual(
        document,
      );
    const auditor = given.context({ actor: aPerson({ roles: ["auditor"] }) });
    await expect(proposeQuestionnaire(auditor, version)).rejects.toThrow(NotPermitted);
  });

  test("a call whose calendar is published keeps its questionnaire before anybody is nominated", async () => {
    const { electionId, contestId, commission } = await aCall(given);
    const bodyKey = "electoral-commission";
    const contest = { id: contestId, electionId, bodyKey };
    const document = { sections: [defaultQuestionnaire.sections[2]!] };
    const effectiveFrom = "2026-03-05";
    const version = { bodyKeys: [bodyKey], effectiveFrom, isAssumed: true, source: "Ensayo", document };
    const [first, second] = commission.map((actor) => ({ ...given.context(), actor }));
    expectOk(await byTwo(proposeQuestionnaire(first!, version), second!));
    const later = given.context({ now: "2026-03-06T12:00:00Z" });
    expect((await questionnaireOf(later, contest)).document).toEqual(document);
    const now = new Date("2026-03-03T12:00:00Z");
    const calendar = { processId: electionId, template: "board", createdAt: now, changedAt: now, publishedAt: now };
    await given.database.calendar.create({ data: calendar });
    expect((await questionnaireOf(later, contest)).document).toEqual(defaultQuestionnaire);
  });
});
