// Before the roll is frozen every membership contact is asked whether she is the right person; bad addresses show with who can correct them.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import {
  answerContactQuestion,
  askContacts,
  findContactCampaign,
  listOwnContactQuestions,
  remindContacts,
} from "#app/modules/elections/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { anElection, aPersonWithAccount, rollDate } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const register = { path: new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname };

describeOnEachDatabase("ask-contacts", (given) => {
  /** A register with three holders: Ana, Bea and Cleo vote for them; Adela administers the first. */
  async function askedRegister() {
    const election = await anElection(given);
    expectOk(await importRegister(given.context(), register));
    const staff = election.as(election.staff);
    const rights = await votingRightsOn(given.context(), rollDate);
    const holders = rights.filter(({ votes }) => votes > 0).slice(0, 3);
    const people = [];
    for (const [place, { organizationId }] of holders.entries()) {
      const person = await aPersonWithAccount(given, ["Ana Uno", "Bea Dos", "Cleo Tres"][place] ?? "", []);
      expectOk(await setContact(staff, { organizationId, role: "membership", accountId: person.accountId }));
      people.push(person);
    }
    const organizationId = holders[0]?.organizationId ?? "";
    const adela = await aPersonWithAccount(given, "Adela Admin", []);
    expectOk(await setContact(staff, { organizationId, role: "administrative", accountId: adela.accountId }));
    const { electionId } = election;
    return { election, electionId, staff, people, organizationId, adela };
  }

  async function mailsOf(template: string): Promise<string[]> {
    const rows = await given.database.outgoingMail.findMany({ where: { template } });
    return rows.map(({ toAddress }) => toAddress).sort();
  }

  test("everybody who could vote today is asked once, in a mail, and whoever asks twice disturbs nobody", async () => {
    const { election, electionId, staff } = await askedRegister();
    expect(expectOk(await askContacts(staff, { electionId }))).toEqual({ asked: 3 });
    expect(expectOk(await askContacts(staff, { electionId }))).toEqual({ asked: 0 });
    expect(await mailsOf("elections/confirm-contact")).toHaveLength(3);
    const campaign = await findContactCampaign(staff, electionId);
    expect(campaign).toMatchObject({ total: 3, counts: { waiting: 3, confirmed: 0 } });
    await expect(askContacts(election.as(election.commission[0]!), { electionId })).rejects.toThrow(NotPermitted);
  });

  // Requirement: CM 48
  test("who confirms is done; who is not the right person tells the administrative contact and the staff", async () => {
    const { election, electionId, staff, people, organizationId, adela } = await askedRegister();
    expectOk(await askContacts(staff, { electionId }));
    const [ana, bea] = people;
    if (ana === undefined || bea === undefined) throw new Error("too few holders");
    const [question] = await listOwnContactQuestions(given.context(), bea.accountId);
    expect(question).toMatchObject({ electionId, isOpen: true, answer: null });
    const beas = { electionId, organizationId: question?.organizationId ?? "" };
    expectOk(await answerContactQuestion(election.as(bea), { ...beas, answer: "confirmed" }));
    expect(await answerContactQuestion(election.as(ana), { ...beas, answer: "confirmed" })).toMatchObject({
      error: { code: "CONTACT_NOT_ASKED" },
    });
    const no = { electionId, organizationId, answer: "corrected", remark: "Ahora vota Eva" } as const;
    expectOk(await answerContactQuestion(election.as(ana), no));
    expect(await mailsOf("elections/contact-corrected")).toEqual([
      "adela.admin@people.example",
      "sara.soto@people.example",
    ]);
    expectOk(await answerContactQuestion(election.as(ana), no));
    expect(await mailsOf("elections/contact-corrected"), "the same said twice is no news").toHaveLength(2);
    given.clock.set(new Date(given.clock.now().getTime() + 60_000));
    expectOk(await answerContactQuestion(election.as(ana), { ...no, remark: "No: vota Fabio" }));
    expect(await mailsOf("elections/contact-corrected"), "another correction is told again").toHaveLength(4);
    expectOk(await answerContactQuestion(election.as(ana), no));
    const campaign = await findContactCampaign(staff, electionId);
    expect(campaign.counts).toMatchObject({ confirmed: 1, corrected: 1, waiting: 1 });
    expect(campaign.cases).toMatchObject([{ remark: "Ahora vota Eva", state: "corrected" }]);
    const accountId = adela.accountId;
    expectOk(await setContact(staff, { organizationId, role: "membership", accountId }));
    expect((await findContactCampaign(staff, electionId)).counts).toMatchObject({ replaced: 1, corrected: 0 });
    expect(expectOk(await askContacts(staff, { electionId }))).toEqual({ asked: 1 });
  });

  // Requirement: L13
  test("an address that bounced is listed with who can correct it, and is not reminded; the others are, once a day", async () => {
    const { electionId, staff } = await askedRegister();
    expectOk(await askContacts(staff, { electionId }));
    await markUndeliverableNow("ana.uno@people.example");
    const campaign = await findContactCampaign(staff, electionId);
    expect(campaign.counts).toMatchObject({ unreachable: 1, waiting: 2 });
    expect(campaign.cases).toMatchObject([
      { email: "ana.uno@people.example", administrativeContact: "Adela Admin <adela.admin@people.example>" },
    ]);
    expect(expectOk(await remindContacts(staff, { electionId }))).toEqual({ asked: 2 });
    expect(expectOk(await remindContacts(staff, { electionId }))).toEqual({ asked: 0 });
  });

  test("when the roll is frozen nobody is asked and nobody answers any more", async () => {
    const { election, electionId, staff, people, organizationId } = await askedRegister();
    expectOk(await askContacts(staff, { electionId }));
    expectOk(await election.freeze());
    expect(await askContacts(staff, { electionId })).toMatchObject({ error: { code: "ROLL_ALREADY_FROZEN" } });
    const answer = { electionId, organizationId, answer: "confirmed" } as const;
    expect(await answerContactQuestion(election.as(people[0]!), answer)).toMatchObject({
      error: { code: "ROLL_ALREADY_FROZEN" },
    });
  });

  async function markUndeliverableNow(address: string): Promise<void> {
    await given.database.undeliverableAddress.create({
      data: { address, since: given.clock.now(), reason: "550 no such user", source: "returned" } as never,
    });
  }
});
