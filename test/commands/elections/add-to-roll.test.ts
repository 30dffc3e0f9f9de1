// An organisation that was left out comes into the frozen roll by decision of two people, with her proof, and can be struck and brought back.
import { expect, test } from "vitest";
import type { RollChangeWish } from "#app/modules/elections/domain/roll-change.ts";
import { secondKeyOf } from "#app/modules/elections/domain/second-code.ts";
import { computeRollRoot } from "#app/modules/elections/queries/roll-tree.server.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { verifyRollProof } from "#app/lib/roll-proof/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approveProposal, findProposal } from "#app/modules/approvals/index.server.ts";
import {
  eraseRollContacts,
  findElection,
  findLinkVoter,
  findRollProof,
  listRollChanges,
  proposeRollChange,
} from "#app/modules/elections/index.server.ts";
import { setDebt, votingRightsOn } from "#app/modules/membership/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { anElection, aPersonWithAccount, rollDate } from "../../factories/elections.ts";
import { deliverPost } from "../../factories/post.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const register = { path: new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname };

describeOnEachDatabase("add-to-roll", (given) => {
  // Requirement: L4, CM 48
  test("a claim that was right brings an organisation in; struck, it can come back; nothing is ever twice on the roll", async () => {
    const election = await anElection(given);
    const { electionId } = election;
    const staff = election.as(election.staff);
    expectOk(await importRegister(given.context(), register));
    const all = (await votingRightsOn(given.context(), rollDate)).filter(({ votes }) => votes > 0);
    const holders = all.slice(0, 2);
    const debtor = holders[1]!;
    const people = [await aPersonWithAccount(given, "Ana Uno", []), await aPersonWithAccount(given, "Bea Dos", [])];
    for (const [place, { organizationId }] of holders.entries()) {
      expectOk(await setContact(staff, { organizationId, role: "membership", accountId: people[place]!.accountId }));
    }
    const { organizationId } = debtor;
    expectOk(await setDebt(staff, { organizationId, from: "2026-02-01", note: "2025" }));
    expectOk(await election.freeze());
    const nothing = {
      handle: "",
      organizationId: "",
      votes: null,
      category: null,
      contactAccountId: null,
      claimId: "c1",
    };
    const decide = async (wish: { kind: "add" | "strike"; handle?: string; organizationId?: string }) => {
      const asked = { electionId, wish: { ...nothing, ...wish }, reason: "Pagó el 27 de febrero" };
      const { proposalId } = expectOk(await proposeRollChange(staff, asked));
      expectOk(await approveProposal(election.as(election.commission[0]!), approvableActs, { proposalId }));
    };
    await decide({ kind: "add", organizationId });
    const again = { electionId, wish: { ...nothing, kind: "add" as const, organizationId }, reason: "x" };
    expect(await proposeRollChange(staff, again)).toMatchObject({ error: { code: "ROLL_ENTRY_ALREADY_THERE" } });
    await decide({ kind: "strike", handle: debtor.handle });
    await decide({ kind: "add", organizationId });
    const entries = await given.database.rollEntry.findMany({ where: { electionId, organizationId } });
    expect(entries).toHaveLength(1);
    const changes = await listRollChanges(given.context(), electionId);
    expect(changes.map(({ version, kind }) => [version, kind])).toEqual([
      [4, "added"],
      [3, "struck"],
      [2, "added"],
    ]);
    const found = await findElection(given.context(), electionId);
    expect(found).toMatchObject({ rollOrganizations: all.length, rollVersion: 4 });
    const wish = { electionId, accountId: people[1]!.accountId, rollEntryId: entries[0]?.id ?? "" };
    const proof = await findRollProof(given.context(), wish);
    expect(proof?.public.votes).toBe(debtor.votes);
    expect(proof === undefined ? undefined : verifyRollProof(proof, found?.rollRoot ?? "").isValid).toBe(true);
  });

  const nothing = { handle: "", organizationId: "", votes: null, category: null, contactAccountId: null, claimId: "" };
  const nia = { name: "Nia Nueva", email: "Nia@nueva.example", language: "pt", country: "br", organizationName: "" };

  // Requirement: R3, R6, L4, CM 48
  test("of a list, who was struck comes back and who was left out comes in, each by two people, with a code of her own", async () => {
    const election = await anElection(given, { electorate: "individuals" });
    const { electionId } = election;
    const csv = "name,email,language,country\nAna Paz,ana@paz.example,es,HN\nBo Li,bo@li.example,en,";
    expectOk(await election.importVoters(csv));
    await election.frozen();
    const propose = (wish: Partial<RollChangeWish>) =>
      proposeRollChange(election.as(election.staff), {
        electionId,
        wish: { ...nothing, kind: "change", ...wish },
        reason: "Reclamo 3, con razón",
      });
    const decide = async (wish: Partial<RollChangeWish>) => {
      const { proposalId } = expectOk(await propose(wish));
      expectOk(await approveProposal(election.as(election.commission[0]!), approvableActs, { proposalId }));
    };
    const refusalOf = async (wish: Partial<RollChangeWish>) => {
      const proposed = await propose(wish);
      return proposed.ok ? "" : proposed.error.code;
    };
    const keyIn = async (address: string) => {
      const mail = (await deliverPost(given))
        .filter(({ to }) => to === address)
        .find(({ text }) => text.includes("#second="));
      const secondCode = decodeURIComponent(/#second=([^\s)>"]+)/.exec(mail?.text ?? "")?.[1] ?? "");
      return secondKeyOf({ electionId, secondCode });
    };
    const opens = (secondKey: string) => findLinkVoter(given.context(), { electionId, secondKey });
    const first = await keyIn("ana@paz.example");

    expect(await refusalOf({ kind: "restore", handle: "V-00001" })).toBe("ROLL_ENTRY_ON_ROLL");
    expect(await refusalOf({ kind: "restore", handle: "V-00009" })).toBe("ROLL_ENTRY_UNKNOWN");
    expect(await refusalOf({ handle: "V-00001", votes: 2 }), "one person, one vote").toBe("ROLL_VOTES_INVALID");
    await decide({ kind: "strike", handle: "V-00001" });
    expect(await opens(first), "she may still object").toMatchObject({ handle: "V-00001", isOnRoll: false });
    await decide({ kind: "restore", handle: "V-00001" });
    const again = await keyIn("ana@paz.example");
    expect([await opens(first), await opens(again)]).toMatchObject([undefined, { handle: "V-00001", isOnRoll: true }]);

    expect(await refusalOf({ kind: "add", person: { ...nia, email: "nobody" } })).toBe("ROLL_PERSON_INVALID");
    expect(await refusalOf({ kind: "add", person: { ...nia, email: "ANA@paz.example" } })).toBe(
      "ROLL_ENTRY_ALREADY_THERE",
    );
    const { proposalId } = expectOk(await propose({ kind: "add", person: nia }));
    const approver = election.as(election.commission[0]!);
    const shown = (await findProposal(approver, proposalId))?.changes;
    const whereTo = { field: "entry.address", before: "", after: "n…@nueva.example" };
    expect(shown, "who approves reads where the link goes").toContainEqual(whereTo);
    expectOk(await approveProposal(approver, approvableActs, { proposalId }));
    const added = await given.database.rollEntry.findFirstOrThrow({ where: { organizationHandle: "V-00003" } });
    expect(added).toMatchObject({
      ...{ organizationName: "V-00003", class: "individual", votes: 1, country: "BR", organizationId: null },
      ...{ contactName: "Nia Nueva", contactEmail: "nia@nueva.example", contactLanguage: "pt" },
      ...{ channel: "link", rollChannel: "link", contactAccountId: null },
    });
    expect(await opens(await keyIn("nia@nueva.example"))).toMatchObject({ name: "Nia Nueva" });

    // An address that does not receive mail is mended: the code of the wrong address ends.
    await decide({ kind: "change", handle: "V-00003", person: { ...nia, email: "nia@otra.example" } });
    expect(await opens(await keyIn("nia@otra.example"))).toMatchObject({ handle: "V-00003" });
    const changes = await listRollChanges(given.context(), electionId);
    expect(changes.map(({ handle, kind }) => [handle, kind])).toEqual([
      ["V-00003", "changed"],
      ["V-00003", "added"],
      ["V-00001", "added"],
      ["V-00001", "struck"],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/Nia|nueva\.example|Ana/);
    const { rollRoot } = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    expect(await computeRollRoot(given.context(), electionId)).toBe(rollRoot);
    const kept = async () => JSON.stringify(await given.database.approval.findMany());
    expect(await kept()).toContain("Nia@nueva.example");
    given.clock.set(new Date("2027-01-01T00:00:00Z"));
    await eraseRollContacts(given.context({ actor: { kind: "system", name: "test" } }), { electionId });
    expect(await kept(), "what two people were shown goes with the roll").not.toMatch(/Nia|nueva\.example|Ana Paz/);
  });

  test("an organisation that only a national registry knows comes in with its votes; none is put in the place of a known contact", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId, commission, staff } = election;
    const person = { ...nia, organizationName: "Rede Nova" };
    const propose = (wish: Partial<RollChangeWish>) =>
      proposeRollChange(election.as(staff), {
        electionId,
        wish: { ...nothing, kind: "add", person, ...wish },
        reason: "x",
      });
    expect(await propose({ handle: "br-nova-nicbr" })).toMatchObject({ error: { code: "ROLL_VOTES_INVALID" } });
    const { proposalId } = expectOk(await propose({ handle: "br-nova-nicbr", votes: 3 }));
    expectOk(await approveProposal(election.as(commission[0]!), approvableActs, { proposalId }));
    expect(
      await given.database.rollEntry.findFirstOrThrow({ where: { organizationHandle: "BR-NOVA-NICBR" } }),
    ).toMatchObject({ organizationName: "Rede Nova", class: "national-registry", votes: 3, rollChannel: "link" });
    const known = election.voters[0]!.handle;
    expect(await propose({ kind: "change", handle: known })).toMatchObject({
      error: { code: "ORGANIZATION_HAS_CONTACT" },
    });
    expect(await propose({ handle: known, votes: 3 })).toMatchObject({ error: { code: "ROLL_ENTRY_ALREADY_THERE" } });
  });
});
