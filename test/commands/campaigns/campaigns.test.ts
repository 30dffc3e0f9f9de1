// Mails of an election's stages: the right words to the right people, each mail once, whatever breaks, and a proof that tells nobody who voted.
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approveProposal, findProposal, listProposals } from "#app/modules/approvals/index.server.ts";
import {
  cancelCampaign,
  deliverDueCampaigns,
  findCampaign,
  listCampaigns,
  planCampaign,
  proofOf,
  proposeCampaign,
  writeTexts,
} from "#app/modules/campaigns/index.server.ts";
import type { PlanCampaignInput } from "#app/modules/campaigns/index.server.ts";
import type { CampaignKind } from "#app/modules/campaigns/domain/campaign-kinds.ts";
import { action as planOnDesk } from "#app/modules/campaigns/routes/staff/mail-kind.tsx";
import { defaultTexts } from "#app/modules/campaigns/queries/texts.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { createOrganization, setContact } from "#app/modules/organizations/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import type { AddressedLetter } from "#app/modules/notifications/index.server.ts";
import { deliverMails } from "#app/modules/notifications/jobs/deliver-mails.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { renderLetter } from "#emails/catalogue.ts";
import { aSignedInBrowser } from "#test/factories/browsers-by-role.ts";
import type { ElectionInTest } from "#test/factories/elections.ts";
import { aPersonWithAccount, anElection, opensAt, whileOpen } from "#test/factories/elections.ts";
import type { Given } from "#test/setup/databases.ts";
import { byTwo } from "#test/factories/two-people.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

/** A mail room that keeps what left in a list. */
async function deliverAll(given: Given): Promise<AddressedLetter[]> {
  const letters: AddressedLetter[] = [];
  const room = {
    ground: given.context(),
    identity: await registerMailRoom(given.context(), { folder: given.settings.folder }),
    render: (template: string, language: "es" | "en" | "pt", properties: { readonly toName?: string }) =>
      renderLetter(template, language, properties, { baseUrl: given.settings.baseUrl, isDemonstration: false }),
    send: (letter: AddressedLetter) => {
      letters.push(letter);
      return Promise.resolve({ kind: "left" as const, answer: "250 2.0.0 queued" });
    },
    messageIdOf: (key: string) => `<${key}@plenaria.example>`,
  };
  // What two people decided on the way here is told by mails of its own, which are no campaign's.
  await given.database.outgoingMail.deleteMany({ where: { template: { startsWith: "approvals/" } } });
  while ((await deliverMails(room)) > 0);
  return letters;
}

async function queueAll(ground: Ground): Promise<void> {
  for (let round = 0; round < 20; round += 1) await deliverDueCampaigns(ground);
}

async function plan(election: ElectionInTest, wish: Partial<Parameters<typeof planCampaign>[1]> = {}) {
  return planCampaign(election.as(election.staff), {
    electionId: election.electionId,
    kind: "roll-published",
    when: "now",
    ...wish,
  });
}

const open = (election: ElectionInTest) =>
  election.given.database.election.updateMany({ data: { sealedAt: opensAt } }).then(() => {
    election.given.clock.set(whileOpen);
  });

describeOnEachDatabase("campaigns", (given) => {
  test("a mail planned for now reaches every address of the roll once, in the reader's language, with a bare link", async () => {
    const election = await (await anElection(given)).frozen();
    const { campaignId } = expectOk(await plan(election));
    await queueAll(given.context());
    const letters = await deliverAll(given);
    expect(letters.map(({ to }) => to.address).sort()).toEqual(election.voters.map(({ email }) => email).sort());
    expect(letters[0]?.subject).toBe("El padrón está publicado: Directorio");
    expect(letters[0]?.text).toContain(`http://localhost:3000/elections/${election.electionId}/roll\n`);
    expect(letters.map(({ text }) => text).join("")).not.toMatch(/https?:\S*[#?]/);
    await queueAll(given.context());
    const found = await findCampaign(election.as(election.staff), { electionId: election.electionId, campaignId });
    expect(found?.campaign).toMatchObject({ state: "sent", totals: { sent: 3, failed: 0 }, expectedMails: 3 });
    expect(await deliverAll(given)).toEqual([]);
  });

  test("a person who votes for three organisations gets one mail that names the three", async () => {
    const election = await (await anElection(given)).frozen();
    await given.database.rollEntry.updateMany({ data: { contactEmail: "Rosa@members.example" } });
    await given.database.rollEntry.updateMany({ where: { votes: 4 }, data: { contactEmail: "rosa@Members.example" } });
    expectOk(await plan(election));
    await queueAll(given.context());
    const letters = await deliverAll(given);
    expect(letters).toHaveLength(1);
    for (const { handle } of election.voters) expect(letters[0]?.text).toContain(handle);
    expect(await given.database.campaignRecipient.count()).toBe(3);
  });

  test("a run that is cut off in the middle goes on and sends nothing twice; neither do two at once", async () => {
    const election = await (await anElection(given, { weights: Array.from({ length: 230 }, () => 1) })).frozen();
    expectOk(await plan(election));
    await deliverDueCampaigns(given.context());
    await deliverDueCampaigns(given.context());
    expect(await given.database.outgoingMail.count({ where: { template: "campaigns/notice" } })).toBe(100);
    // What dies inside a batch leaves nothing of it: the mails and the list of who has them are one transaction.
    const dying = given.context();
    let left = 30;
    const random = (length: number) => {
      if ((left -= 1) < 0) throw new Error("killed");
      return given.context().random(length);
    };
    await expect(deliverDueCampaigns({ ...dying, random })).rejects.toThrow("killed");
    expect(await given.database.campaignRecipient.count()).toBe(100);
    await Promise.all([deliverDueCampaigns(given.context()), deliverDueCampaigns(given.context())]);
    await queueAll(given.context());
    const addresses = (await deliverAll(given)).map(({ to }) => to.address);
    expect(addresses).toHaveLength(230);
    expect(new Set(addresses).size).toBe(230);
  });

  test("a reminder goes to who has not voted, and nothing that stays tells who got it", async () => {
    const election = await (await anElection(given)).frozen();
    await open(election);
    const [first, second, third] = await given.database.rollEntry.findMany({ orderBy: { votes: "asc" } });
    await given.database.rollEntry.update({ where: { id: first!.id }, data: { hasVoted: true } });
    const { campaignId } = expectOk(await plan(election, { kind: "voting-reminder" }));
    await queueAll(given.context());
    const waiting = await given.database.outgoingMail.findMany({ where: { template: "campaigns/notice" } });
    expect(waiting.map(({ toAddress, createdAt }) => [toAddress, createdAt.toISOString()])).toEqual(
      waiting.map(() => ["", "2026-03-12T00:00:00.000Z"]),
    );
    const letters = await deliverAll(given);
    expect(letters.map(({ to }) => to.address).sort()).toEqual([second!.contactEmail, third!.contactEmail].sort());
    await queueAll(given.context());
    expect(await given.database.campaignRecipient.count()).toBe(0);
    // While the box is open no number is written down: not in the row, not in the log, not for the page.
    const unfinished = (await findCampaign(election.as(election.staff), {
      electionId: election.electionId,
      campaignId,
    }))!;
    expect(unfinished.campaign).toMatchObject({ state: "queued", totals: null, proofHash: null });
    expect(unfinished.campaign).toMatchObject({ expectedMails: null, queuedMails: 0, recipientsHash: null });
    expect(Object.values(unfinished.mails)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const [queued] = await given.database.auditEntry.findMany({ where: { action: "campaigns:queued" } });
    expect(queued?.details).toEqual({ campaign: campaignId, kind: "voting-reminder" });
    await given.database.election.updateMany({ data: { closedAt: given.clock.now() } });
    await queueAll(given.context());
    const { campaign } = (await findCampaign(election.as(election.staff), {
      electionId: election.electionId,
      campaignId,
    }))!;
    expect(campaign).toMatchObject({ state: "sent", totals: { failed: 0, bounced: 0, unknown: 0 } });
    const { file } = await proofOf(election.as(election.staff), campaign);
    expect(file).toBe("state,mails\r\nfailed,0\r\nbounced,0\r\nunknown,0\r\n");
    const log = JSON.stringify(await given.database.auditEntry.findMany());
    expect(log).not.toContain(second!.contactEmail);
    expect(log).toContain("campaigns:sent");
  });

  // Requirement: CM 26
  test("a narrowed reminder needs a safe class and a safe rest, and there is one of them for each election", async () => {
    const election = await (await anElection(given, { weights: Array.from({ length: 24 }, () => 1) })).frozen();
    await open(election);
    const entries = await given.database.rollEntry.findMany({ orderBy: { id: "asc" } });
    const change = (from: number, to: number, data: object) =>
      given.database.rollEntry.updateMany({ where: { id: { in: entries.slice(from, to).map(({ id }) => id) } }, data });
    await change(0, 24, { country: "HN" });
    await change(0, 3, { country: "BZ" });
    await change(2, 12, { hasVoted: true });
    const narrowed = { kind: "voting-reminder" as const, countries: ["HN"] };
    expect(await plan(election, narrowed)).toMatchObject({ error: { code: "AUDIENCE_TELLS_WHO_VOTED" } });
    await change(0, 8, { country: "BZ" });
    expectOk(await plan(election, narrowed));
    await queueAll(given.context());
    given.clock.set(new Date(given.clock.now().getTime() + 7_200_000));
    expect(await plan(election, narrowed)).toMatchObject({ error: { code: "REMINDER_ALREADY_NARROWED" } });
    expectOk(await plan(election, { kind: "voting-reminder" }));
  });

  test("the same form sent twice, or from two tabs at once, sends one mail", async () => {
    const election = await (await anElection(given)).frozen();
    const outcomes = await Promise.all([plan(election), plan(election)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await queueAll(given.context());
    expect(await plan(election)).toMatchObject({ error: { code: "CAMPAIGN_ALREADY_PLANNED" } });
    expect(await deliverAll(given)).toHaveLength(3);
    expect(await plan(election, { languages: ["es"] })).toMatchObject({ error: { code: "MAIL_IS_A_REPETITION" } });
  });

  test("the same mail to everybody goes a second time only where somebody says that it is a repetition, and why, hours later too", async () => {
    const election = await (await anElection(given)).frozen();
    const pass = (hours: number) => {
      given.clock.set(new Date(given.clock.now().getTime() + hours * 3_600_000));
    };
    const soon = { kind: "voting-opens-soon" as const, countries: ["HN"] };
    const { scheduledFor } = expectOk(await plan(election, { ...soon, countries: [], when: "stage" }));
    const repetition = {
      ok: false,
      error: { code: "MAIL_IS_A_REPETITION", details: { at: scheduledFor.toISOString() } },
    };
    expect(await plan(election, { ...soon, countries: [] }), "planned with its stage, and now as well").toMatchObject(
      repetition,
    );
    expect(await plan(election, soon), "a part of those who get it").toMatchObject(repetition);
    expectOk(await plan(election));
    await queueAll(given.context());
    expect(await deliverAll(given)).toHaveLength(3);
    pass(27);
    expect(await plan(election)).toMatchObject({ error: { code: "MAIL_IS_A_REPETITION" } });
    expect(await plan(election, { repetitionReason: "  " })).toMatchObject({
      error: { code: "REPETITION_REASON_MISSING" },
    });
    await queueAll(given.context());
    expect(await deliverAll(given)).toEqual([]);
    expectOk(await plan(election, { repetitionReason: "El enlace no abría." }));
    const planned = await given.database.auditEntry.findMany({ where: { action: "campaigns:planned" } });
    expect(planned.filter(({ details }) => JSON.stringify(details).includes("El enlace no abría."))).toHaveLength(1);
    await queueAll(given.context());
    expect(await deliverAll(given)).toHaveLength(3);
    // Another part of the roll, and a free notice with other words, are no repetition.
    expectOk(await plan(election, { kind: "candidates-published", languages: ["es"] }));
    expect(await plan(election, { kind: "candidates-published", languages: ["en"] })).toMatchObject({
      error: { code: "AUDIENCE_EMPTY" },
    });
    const { electionId } = election;
    const notice = async (body: string) => {
      const words = { subject: "Aviso", body };
      const texts = { es: words, en: words, pt: words };
      expectOk(await writeTexts(election.as(election.staff), { electionId, kind: "free-notice", texts }));
      return plan(election, { kind: "free-notice" });
    };
    expectOk(await notice("Uno."));
    pass(2);
    expect(await notice("Uno.")).toMatchObject({ error: { code: "MAIL_IS_A_REPETITION" } });
    expectOk(await notice("Dos."));
  });

  // Requirement: CM 41
  test("own words to many leave when a commissioner has read them: those words, to so many, at that time", async () => {
    const election = await (await anElection(given, { weights: Array.from({ length: 12 }, () => 1) })).frozen();
    const { electionId, staff, commission } = election;
    const write = async (kind: CampaignKind, body: string) => {
      const words = { subject: "Aviso", body };
      const texts = { es: words, en: { ...words, subject: "Notice" }, pt: words };
      expectOk(await writeTexts(election.as(staff), { electionId, kind, texts }));
    };
    const notice = { electionId, kind: "free-notice", when: "now" } as const;
    const propose = (reason = "Cambió la sede.", wish: Partial<PlanCampaignInput> = {}) =>
      proposeCampaign(election.as(staff), { ...notice, ...wish, reason });
    const approveAs = (person: PersonActor, { proposalId }: { readonly proposalId: string }) =>
      approveProposal(election.as(person), approvableActs, { proposalId });
    await write("free-notice", "La asamblea será en otra sede.");
    await write("candidates-published", "Vote por la lista azul.");
    const [first, second] = await given.database.rollEntry.findMany({ take: 2 });
    await given.database.rollEntry.update({ where: { id: first!.id }, data: { country: "BZ" } });
    for (const kind of ["free-notice", "candidates-published"] as const)
      expect(await plan(election, { kind }), kind).toMatchObject({ error: { code: "MAIL_NEEDS_TWO" } });
    expectOk(await plan(election, { kind: "roll-published" }));
    expectOk(await plan(election, { kind: "candidates-published", countries: ["BZ"] }));
    const narrowed = expectOk(await propose("Para dos países.", { countries: ["BZ", "HN"], languages: ["es"] }));
    expect((await findProposal(given.context(), narrowed.proposalId))?.changes).toEqual(
      expect.arrayContaining([
        {
          field: "countries",
          before: null,
          after: { es: "Belice y Honduras", en: "Belize and Honduras", pt: "Belize e Honduras" },
        },
        { field: "languages", before: null, after: { es: "Español", en: "Spanish", pt: "Espanhol" } },
      ]),
    );
    expect(await propose(" ")).toMatchObject({ error: { code: "REASON_MISSING" } });
    expect(await propose("Otra vez", { when: new Date("2026-01-01") })).toMatchObject({
      error: { code: "MAIL_DATE_PASSED" },
    });
    const proposed = expectOk(await propose());
    expect(await propose()).toMatchObject({ error: { code: "PROPOSAL_ALREADY_OPEN" } });
    const shown = (await findProposal(given.context(), proposed.proposalId))?.changes ?? [];
    expect(Object.fromEntries(shown.map(({ field, after }) => [field, after]))).toMatchObject({
      ...{ mail: "free-notice", audience: "all", countries: "all", languages: "all", addresses: 12, when: "now" },
      ...{ "es.body": "La asamblea será en otra sede.", "en.subject": "Notice", "pt.subject": "Aviso" },
    });
    await expect(approveAs(staff, proposed)).rejects.toThrow(NotPermitted);
    const inbox = { contactEmail: second!.contactEmail };
    await given.database.rollEntry.update({ where: { id: first!.id }, data: inbox });
    expect(await approveAs(commission[0]!, proposed)).toMatchObject({ error: { code: "PROPOSAL_OUTDATED" } });
    await given.database.rollEntry.update({ where: { id: first!.id }, data: { contactEmail: first!.contactEmail } });
    await write("free-notice", "Palabras que nadie más leyó.");
    const before = await given.database.campaign.count();
    expectOk(await approveAs(commission[0]!, proposed));
    expect(await given.database.campaign.count()).toBe(before + 1);
    await queueAll(given.context());
    const letters = (await deliverAll(given)).filter(({ subject }) => subject === "Aviso");
    const said = letters.filter(({ text }) => text.includes("La asamblea será en otra sede."));
    expect([said.length, letters.filter(({ text }) => text.includes("nadie más leyó")).length]).toEqual([12, 0]);
    const kept = await listCampaigns(election.as(staff), electionId);
    expect(kept.find(({ kind }) => kind === "free-notice")).toMatchObject({ createdBy: staff.name });
  });

  test("the desk's form plans what one person may, and proposes the rest with its reason, once", async () => {
    const election = await (await anElection(given, { weights: Array.from({ length: 11 }, () => 1) })).frozen();
    const { electionId, staff } = election;
    const cookie = await aSignedInBrowser(given, staff.accountId, "token of the desk");
    const send = async (kind: CampaignKind, fields: Readonly<Record<string, string>> = {}) => {
      const body = new URLSearchParams({ intent: "plan", audience: "all", when: "now", ...fields });
      const request = new Request("http://localhost:3000/", { method: "POST", body, headers: { Cookie: cookie } });
      const context = { ground: given.context(), cspNonce: "", clientAddress: "" };
      const answer = await planOnDesk({ request, params: { electionId, kind }, context }).catch(
        (thrown: unknown) => thrown,
      );
      return answer instanceof Response ? answer.headers.get("Location") : answer;
    };
    const desk = `/staff/elections/${electionId}/mails`;
    expect(await send("roll-published")).toBe(`${desk}?done=plan`);
    expect(await send("free-notice")).toMatchObject({ data: { refusal: { code: "REASON_MISSING" } } });
    expect(await send("free-notice", { reason: "Cambió la sede." })).toBe(`${desk}?done=proposed`);
    expect(await given.database.campaign.count()).toBe(1);
    expect(await listProposals(given.context(), { kind: "campaigns:send" })).toMatchObject([
      { state: "proposed", reason: "Cambió la sede." },
    ]);
  });

  // Requirement: CM 41
  test("narrow mails of one person add up over a day; those of another, of another day and of two people do not", async () => {
    const election = await (await anElection(given, { weights: Array.from({ length: 12 }, () => 1) })).frozen();
    const { electionId, staff, commission } = election;
    const entries = await given.database.rollEntry.findMany({ select: { id: true } });
    const countries = ["BZ", "HN", "CR"];
    for (const [index, { id }] of entries.entries())
      await given.database.rollEntry.update({ where: { id }, data: { country: countries[Math.floor(index / 5)]! } });
    const write = async (body: string) => {
      const words = { subject: "Aviso", body };
      const texts = { es: words, en: words, pt: words };
      expectOk(await writeTexts(election.as(staff), { electionId, kind: "free-notice", texts }));
    };
    const notice = { electionId, kind: "free-notice", when: "now" } as const;
    const to = (country: string, wish: Partial<PlanCampaignInput> = {}, person = staff) =>
      planCampaign(election.as(person), { ...notice, countries: [country], ...wish });
    await write("Uno.");
    expectOk(await plan(election, { kind: "roll-published" }));
    expectOk(
      await byTwo(proposeCampaign(election.as(staff), { ...notice, reason: "A todos." }), election.as(commission[0]!)),
    );
    await write("Dos.");
    expectOk(await to("BZ"));
    expectOk(await to("HN"));
    const tooMany = { error: { code: "MAIL_NEEDS_TWO" } };
    expect(await to("CR")).toMatchObject(tooMany);
    const tomorrow = new Date(given.clock.now().getTime() + 86_400_000);
    expect(await to("CR", { when: tomorrow }), "planned today, for another day").toMatchObject(tooMany);
    await write("Tres.");
    given.clock.set(new Date(given.clock.now().getTime() + 2 * 3_600_000));
    expectOk(await to("BZ", {}));
    const other = await aPersonWithAccount(given, "Otra Persona", ["staff"]);
    expectOk(await to("CR", {}, other));
    given.clock.set(tomorrow);
    expectOk(await to("CR", { repetitionReason: "Otro día." }));
  });

  test("before its roll is frozen, a test or an election of individuals never writes to the members of the register", async () => {
    const election = await anElection(given);
    const { accountId } = await aPersonWithAccount(given, "Rosa Registro", []);
    const { organizationId } = expectOk(await createOrganization(given.context(), { name: "Redes", country: "HN" }));
    expectOk(await setContact(given.context(), { organizationId, role: "membership", accountId }));
    const free = { kind: "free-notice", electionId: election.electionId } as const;
    // Nobody knows how many they will be by then.
    expect(await plan(election, { ...free, when: opensAt })).toMatchObject({ error: { code: "MAIL_NEEDS_TWO" } });
    expect(await plan(election, free)).toMatchObject({ ok: true });
    for (const change of [{ isTest: true }, { isTest: false, electorate: "individuals" }]) {
      await given.database.campaign.deleteMany();
      await given.database.election.updateMany({ data: change });
      expect(await plan(election, free)).toMatchObject({ error: { code: "AUDIENCE_EMPTY" } });
    }
  });

  // Requirement: CM 26
  test("who has not voted is asked only while people vote, and never in a small class", async () => {
    const election = await (await anElection(given)).frozen();
    expect(await plan(election, { audience: "not-voted" })).toMatchObject({
      error: { code: "AUDIENCE_ONLY_WHILE_OPEN" },
    });
    await open(election);
    expect(await plan(election, { kind: "voting-reminder", countries: ["HN"] })).toMatchObject({
      error: { code: "AUDIENCE_TELLS_WHO_VOTED" },
    });
    expect(await plan(election, { countries: ["UY"] })).toMatchObject({ error: { code: "AUDIENCE_EMPTY" } });
    await given.database.rollEntry.updateMany({ data: { hasVoted: true } });
    expect(await plan(election, { kind: "closing-soon" })).toMatchObject({ error: { code: "AUDIENCE_EMPTY" } });
  });

  test("a mail that goes with its stage leaves at its instant, and is held when it would be untrue by then", async () => {
    const election = await (await anElection(given)).frozen();
    expect(await plan(election, { kind: "interim-result" })).toMatchObject({ error: { code: "MAIL_NOT_TRUE_NOW" } });
    expect(await plan(election, { kind: "interim-result", when: "stage" })).toMatchObject({
      error: { code: "STAGE_HAS_NO_DATE" },
    });
    expect(await plan(election, { when: new Date("2026-03-01T00:00:00Z") })).toMatchObject({
      error: { code: "MAIL_DATE_PASSED" },
    });
    const soon = expectOk(await plan(election, { kind: "voting-opens-soon", when: "stage" }));
    expect(soon.scheduledFor).toEqual(new Date("2026-03-08T18:00:00Z"));
    expect(await plan(election, { kind: "voting-opens-soon", when: "stage" })).toMatchObject({
      error: { code: "CAMPAIGN_ALREADY_PLANNED" },
    });
    expectOk(await plan(election, { kind: "voting-reminder", when: "stage" }));
    given.clock.set(new Date("2026-03-08T17:59:59Z"));
    expect(await deliverDueCampaigns(given.context())).toBe(0);
    given.clock.set(new Date("2026-03-08T18:00:00Z"));
    await queueAll(given.context());
    expect(await given.database.outgoingMail.count({ where: { template: "campaigns/notice" } })).toBe(3);
    // The box was never sealed: nobody can vote, and nobody is reminded of it.
    given.clock.set(new Date("2026-03-14T06:00:00Z"));
    await queueAll(given.context());
    const campaigns = await listCampaigns(election.as(election.staff), election.electionId);
    expect(campaigns.map(({ kind, state }) => [kind, state])).toEqual([
      ["voting-reminder", "held"],
      ["voting-opens-soon", "queued"],
    ]);
  });

  test("staff's own words are kept per election, and what cannot be filled is refused with its place", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const texts = await defaultTexts("roll-published");
    const write = (body: string) =>
      writeTexts(election.as(election.staff), {
        electionId,
        kind: "roll-published",
        texts: { ...texts, es: { subject: "Padrón: {election}", body } },
      });
    expect(await write("Hola {nombre}")).toMatchObject({
      error: { code: "PLACEHOLDER_UNKNOWN", details: { placeholder: "nombre", language: "es", line: 1 } },
    });
    expectOk(await write("Estimada {name}:\n\nRevise {organizations}."));
    expectOk(await plan(election));
    await queueAll(given.context());
    const [letter] = await deliverAll(given);
    expect(letter?.subject).toBe("Padrón: Directorio");
    expect(letter?.text).toMatch(/Estimada Votante \d:/);
  });

  test("a planned mail is cancelled before it leaves and not after; only staff write and plan", async () => {
    const election = await (await anElection(given)).frozen();
    const commissioner = election.as(election.commission[0]!);
    await expect(
      planCampaign(commissioner, { electionId: election.electionId, kind: "roll-published", when: "now" }),
    ).rejects.toThrow(NotPermitted);
    const planned = expectOk(await plan(election, { kind: "voting-opens-soon", when: "stage" }));
    expectOk(await cancelCampaign(election.as(election.staff), planned));
    expect(await cancelCampaign(election.as(election.staff), planned)).toMatchObject({
      error: { code: "CAMPAIGN_HAS_LEFT" },
    });
    expect(await cancelCampaign(election.as(election.staff), { campaignId: "none" })).toMatchObject({
      error: { code: "CAMPAIGN_UNKNOWN" },
    });
    await expect(
      listCampaigns(given.context({ actor: election.voters[0]!.actor }), election.electionId),
    ).rejects.toThrow(NotPermitted);
    expect(await plan(election, { electionId: "none" })).toMatchObject({ error: { code: "ELECTION_UNKNOWN" } });
  });

  test("the proof names each recipient with the server's answer, and its hash stands in the log", async () => {
    const election = await (await anElection(given)).frozen();
    const { campaignId } = expectOk(await plan(election));
    await queueAll(given.context());
    await deliverAll(given);
    await queueAll(given.context());
    const context = election.as(election.staff);
    const { campaign } = (await findCampaign(context, { electionId: election.electionId, campaignId }))!;
    const proof = await proofOf(context, campaign);
    expect(proof.file.split("\r\n")[1]).toMatch(/^votante-1@members.example,es,sent,\S+,\S+,<\S+>,250 2.0.0 queued$/);
    expect(campaign.proofHash).toBe(proof.hash);
    expect(JSON.stringify(await given.database.auditEntry.findMany())).toContain(proof.hash);
  });
});
