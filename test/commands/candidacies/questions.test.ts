// Members ask all candidates, the commission releases, every candidate answers in the same space.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import {
  answerQuestion,
  askCandidates,
  listPublicQuestions,
  moderateQuestion,
} from "#app/modules/candidacies/index.server.ts";
import { publicAnswerInput } from "#app/modules/candidacies/commands/answer-question.server.ts";
import { moderationInput } from "#app/modules/candidacies/commands/moderate-question.server.ts";
import { blackBar, redact } from "#app/modules/candidacies/domain/redaction.ts";
import { fileLimits } from "#app/modules/candidacies/domain/file-limits.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { CallInTest } from "#test/factories/candidacies.ts";
import { aCall } from "#test/factories/candidacies.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const text = "¿Qué hará con las cuotas? Pedro Pérez me debe dinero.";

describeOnEachDatabase("questions to candidates", (given) => {
  async function published() {
    const call = await aCall(given);
    const candidates = [await call.admitted(0), await call.admitted(1)];
    expectOk(await call.publish());
    return { call, candidates };
  }

  function ask(call: CallInTest, position = 2, organization = position) {
    const { electionId, contestId } = call;
    const { organizationId } = call.member(organization);
    const question = { electionId, contestId, organizationId, language: "es", text } as const;
    return askCandidates(call.as(call.member(position).contact), question);
  }

  function moderate(call: CallInTest, questionId: string, wish: object) {
    return moderateQuestion(call.as(call.commission[0]!), moderationInput.parse({ questionId, ...wish }));
  }

  test("nobody reads a question before the commission released it, and blacked-out words never", async () => {
    const { call } = await published();
    const { questionId } = expectOk(await ask(call));
    expect(await listPublicQuestions(given.context(), call.electionId)).toEqual([]);
    const redaction = { outcome: "publish", passages: "Pedro Pérez\nme debe dinero", reason: "Asunto privado." };
    expectOk(await moderate(call, questionId, redaction));
    const [question] = await listPublicQuestions(given.context(), call.electionId);
    expect(question).toMatchObject({
      text: "¿Qué hará con las cuotas? █████ █████.",
      redactionReason: "Asunto privado.",
      organizationName: "Red 3",
    });
    const plain = { outcome: "publish" };
    expect(await moderate(call, questionId, plain)).toMatchObject({ error: { code: "QUESTION_MODERATED" } });
    const mails = await given.database.outgoingMail.findMany({
      where: { template: { startsWith: "candidacies/question" } },
    });
    expect(mails.map(({ template }) => template).sort()).toEqual([
      "candidacies/question-moderated",
      "candidacies/question-to-answer",
      "candidacies/question-to-answer",
    ]);
  });

  test("what was overlooked is blacked out later, and what overlaps whole", async () => {
    expect(redact("Ana Paz stole it", ["Ana", "Ana Paz"])).toBe(`${blackBar} stole it`);
    expect(redact("Ana Paz stole it", ["Ana Paz", "Paz stole"])).toBe(`${blackBar} it`);
    const { call } = await published();
    const { questionId } = expectOk(await ask(call));
    expectOk(await moderate(call, questionId, { outcome: "publish", passages: "Pedro Pérez", reason: "Privado." }));
    expectOk(await moderate(call, questionId, { outcome: "publish", passages: "me debe dinero", reason: "Privado." }));
    const [question] = await listPublicQuestions(given.context(), call.electionId);
    expect(question?.text).toBe(`¿Qué hará con las cuotas? ${blackBar} ${blackBar}.`);
    expect(await given.database.outgoingMail.count({ where: { template: "candidacies/question-to-answer" } })).toBe(2);
  });

  test("a refusal and a redaction need a reason, and what is blacked out must be there", async () => {
    const { call } = await published();
    const { questionId } = expectOk(await ask(call));
    expect(moderationInput.safeParse({ questionId, outcome: "refuse" }).success).toBe(false);
    expect(moderationInput.safeParse({ questionId, outcome: "publish", passages: "Pedro" }).success).toBe(false);
    const absent = { outcome: "publish", passages: "Juan", reason: "Privado." };
    expect(await moderate(call, questionId, absent)).toMatchObject({ error: { code: "PASSAGE_NOT_FOUND" } });
    expect(await moderate(call, "none", absent)).toMatchObject({ error: { code: "QUESTION_UNKNOWN" } });
    expectOk(await moderate(call, questionId, { outcome: "refuse", reason: "No es una pregunta." }));
    expect(await listPublicQuestions(given.context(), call.electionId)).toEqual([]);
    const member = call.as(call.member(2).contact);
    await expect(moderateQuestion(member, moderationInput.parse({ questionId, outcome: "publish" }))).rejects.toThrow(
      NotPermitted,
    );
  });

  test("who stands, who acts for who nominated or asked, and who declared a conflict release no question", async () => {
    const { call, candidates } = await published();
    const { questionId } = expectOk(await ask(call));
    const publishAs = (actor: CallInTest["commission"][number]) =>
      moderateQuestion(call.as(actor), moderationInput.parse({ questionId, outcome: "publish" }));
    const tooNear = { error: { code: "TOO_NEAR_TO_CONTEST" } };
    for (const position of [0, 1, 2])
      expect(await publishAs({ ...call.member(position).contact, roles: ["commission"] })).toMatchObject(tooNear);
    await call.declare(candidates[0]!, true, 1);
    expect(await publishAs(call.commission[1]!)).toMatchObject(tooNear);
    expect(await listPublicQuestions(given.context(), call.electionId)).toEqual([]);
    expectOk(await publishAs({ ...call.member(3).contact, roles: ["commission"] }));
  });

  test("only a membership contact asks, three times at most, and once the list is published, in its stage", async () => {
    const early = await aCall(given);
    expect(await ask(early)).toMatchObject({ error: { code: "LIST_NOT_PUBLISHED" } });
    await early.admitted(0);
    expectOk(await early.publish());
    expect(await ask(early, 2, 3)).toMatchObject({ error: { code: "NOT_MEMBERSHIP_CONTACT" } });
    for (let count = 0; count < 3; count += 1) expectOk(await ask(early));
    expect(await ask(early)).toMatchObject({ error: { code: "QUESTION_LIMIT_REACHED", details: { allowed: 3 } } });
    const opensAt = new Date("2026-04-01T18:00:00Z");
    await early.withStages([{ kind: "questions", opensAt, closesAt: new Date("2026-04-08T18:00:00Z") }]);
    expect(await ask(early, 3)).toMatchObject({ error: { code: "STAGE_NOT_BEGUN" } });
    given.clock.set(new Date("2026-04-08T18:00:00Z"));
    expect(await ask(early, 3)).toMatchObject({ error: { code: "STAGE_OVER" } });
  });

  test("what was asked in the last hour is answered until the vote opens, and no longer", async () => {
    const { call, candidates } = await published();
    const { questionId } = expectOk(await ask(call));
    expectOk(await moderate(call, questionId, { outcome: "publish" }));
    const answer = () =>
      answerQuestion(call.as(call.member(0).contact), {
        ...{ candidacyId: candidates[0]!, questionId, language: "es", text: "Sí." },
      });
    const [opensAt, closesAt] = [new Date("2026-04-01T18:00:00Z"), new Date("2026-04-08T18:00:00Z")];
    const [voteOpens, voteCloses] = [new Date("2026-04-15T18:00:00Z"), new Date("2026-04-22T18:00:00Z")];
    await call.withStages([
      { kind: "questions", opensAt, closesAt },
      { kind: "voting", opensAt: voteOpens, closesAt: voteCloses },
    ]);
    expect(await answer()).toMatchObject({ error: { code: "STAGE_NOT_BEGUN" } });
    given.clock.set(closesAt);
    expect(await ask(call, 3)).toMatchObject({ error: { code: "STAGE_OVER" } });
    given.clock.set(new Date(voteOpens.getTime() - 1));
    expectOk(await answer());
    given.clock.set(voteOpens);
    expect(await answer()).toMatchObject({ error: { code: "STAGE_OVER" } });
  });

  // Requirement: CM 5
  test("every candidate of the contest may answer, in the same space, and nobody for another", async () => {
    const { call, candidates } = await published();
    const { questionId } = expectOk(await ask(call));
    const answer = (position: number, candidacyId: string) =>
      answerQuestion(call.as(call.member(position).contact), {
        candidacyId,
        questionId,
        language: "es",
        text: `Respuesta ${position}.`,
      });
    expect(await answer(0, candidates[0]!)).toMatchObject({ error: { code: "QUESTION_UNKNOWN" } });
    expectOk(await moderate(call, questionId, { outcome: "publish" }));
    expectOk(await answer(0, candidates[0]!));
    expectOk(await answer(1, candidates[1]!));
    expect(await answer(2, candidates[1]!)).toMatchObject({ error: { code: "CANDIDACY_UNKNOWN" } });
    const [question] = await listPublicQuestions(given.context(), call.electionId);
    expect(question?.answers.map((each) => each.text).sort()).toEqual(["Respuesta 0.", "Respuesta 1."]);
    const whole = { candidacyId: "c", questionId, language: "es" };
    const ofLength = (length: number) => publicAnswerInput.safeParse({ ...whole, text: "x".repeat(length) }).success;
    expect([ofLength(fileLimits.publicAnswer), ofLength(fileLimits.publicAnswer + 1)]).toEqual([true, false]);
  });
});
