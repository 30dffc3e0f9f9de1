// An organisation that was left out comes into the frozen roll by decision of two people, with her proof, and can be struck and brought back.
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { verifyRollProof } from "#app/lib/roll-proof/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import {
  findElection,
  findRollProof,
  freezeRoll,
  listRollChanges,
  proposeRollChange,
} from "#app/modules/elections/index.server.ts";
import { setDebt, votingRightsOn } from "#app/modules/membership/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { anElection, aPersonWithAccount, rollDate } from "../../factories/elections.ts";
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
    expectOk(await freezeRoll(staff, { electionId }));
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
});
