// What a technical contact must not learn, or make public, of people by acting on a block: by previews, by searching, by naming them.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listContactsOf, listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { changeNetwork, networkOverview } from "#app/modules/resources/index.server.ts";
import { registerWithin } from "#app/modules/sub-assignments/commands/register-sub-assignment.server.ts";
import type { CustomerInput } from "#app/modules/sub-assignments/commands/sub-assign.input.ts";
import { previewAct, registerSubAssignment, transferSubAssignment } from "#app/modules/sub-assignments/index.server.ts";
import { markOf } from "#app/modules/sub-assignments/domain/act.ts";
import { findRecipients } from "#app/modules/sub-assignments/queries/recipients.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { TestContext } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aBlock, aCustomer, actorOf, block, newCustomer, read, there } from "#test/factories/sub-assignments.ts";

const sixth = read("2001:db8::/36");

describeOnEachDatabase("what an act on a block tells of people", (given) => {
  test("a preview shows no address of somebody who is not public; whoever is named in earnest is told by mail", async () => {
    const { system, context, customers, actor } = await aBlock(given);
    const voter = { name: "Vera Voto", email: "vera.voto@private.example", userId: "VVO7", language: "es" } as const;
    expectOk(await createAccount(system, voter));
    const customer = aCustomer(customers[0], { technicalUserId: "VVO7", abuseUserId: actor.userId });
    const input = (range: string) => ({ block, range: read(range), ...customer });
    const said = async (range: string) => {
      const preview = await previewAct(context, (within) => registerWithin(within, input(range), true));
      return JSON.stringify(expectOk(preview).after);
    };
    const before = await said("198.18.1.0/24");
    expect(before).not.toContain(voter.email);
    expect(before).toContain("v•••@private.example");
    expect(before).toContain("rosa@isp.example");
    expectOk(await registerSubAssignment(context, input("198.18.1.0/24")));
    const mails = await system.database.outgoingMail.findMany({ where: { template: "resources/contact-changed" } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([voter.email]);
    expect(await said("198.18.2.0/24")).toContain(voter.email);
  });

  test("a preview shows no address either where another that it names ends like it", async () => {
    const { system, context, customers } = await aBlock(given);
    const people = [
      { name: "Vera Voto", email: "vera@private.example", userId: "VVO7", language: "es" },
      { name: "Ada Ras", email: "ra@private.example", userId: "ARA7", language: "es" },
    ] as const;
    for (const person of people) expectOk(await createAccount(system, person));
    for (const [technicalUserId, abuseUserId] of [["VVO7", "ARA7"] as const, ["ARA7", "VVO7"] as const]) {
      const customer = aCustomer(customers[0], { technicalUserId, abuseUserId });
      const input = { block, range: read("198.18.1.0/24"), ...customer };
      const preview = await previewAct(context, (within) => registerWithin(within, input, true));
      const said = JSON.stringify(expectOk(preview).after);
      expect(said).toContain("v•••@private.example");
      expect(said).toContain("r•••@private.example");
      expect(said).not.toContain("ver•••@private.example");
    }
  });

  test("a residential customer is found, and can be made public, by nobody but her own provider and staff", async () => {
    const { system, context, customers } = await aBlock(given);
    const recipient = { ...newCustomer, name: "Juana Hogar" };
    const home: Partial<CustomerInput> = { recipient, isResidential: true, name: "ZONA-NORTE" };
    expectOk(await registerSubAssignment(context, { block, range: read("198.18.1.0/24"), ...aCustomer("", home) }));
    const lines = await listOrganizationLines(system, "all");
    const { handle } = lines.find(({ name }) => name === "Juana Hogar") ?? { handle: "" };
    const stranger = await aTechnicalContactElsewhere(system, "2001:db8::/36");
    const asStranger = given.context({ actor: stranger });
    const find = async (by: TestContext, prefix: string) =>
      (await findRecipients(by, await there(by, prefix), "hogar")).map((each) => each.handle);
    expect(await find(asStranger, "2001:db8::/36")).toEqual([]);
    expect(await find(context, "198.18.0.0/22")).toEqual([handle]);
    expect(await find(system, "2001:db8::/36")).toEqual([handle]);
    const exposing = { block: sixth, range: read("2001:db8:100::/40"), ...aCustomer(handle) };
    expect(await registerSubAssignment(asStranger, exposing)).toMatchObject({ error: { code: "RECIPIENT_UNKNOWN" } });
    expect(await previewAct(asStranger, (within) => registerWithin(within, exposing, true))).toMatchObject({
      error: { code: "RECIPIENT_UNKNOWN" },
    });
    const again = {
      block,
      range: read("198.18.2.0/24"),
      ...aCustomer(handle, { isResidential: true, name: "ZONA-SUR" }),
    };
    expectOk(await registerSubAssignment(context, again));
    const open = { ...exposing, ...aCustomer(customers[0]) };
    expectOk(await registerSubAssignment(asStranger, open));
  });

  test("who holds a range after a residential customer reads nothing of her in its history; the provider does", async () => {
    const { system, context, customers } = await aBlock(given);
    const range = read("198.18.1.0/24");
    const home: Partial<CustomerInput> = {
      ...{ recipient: { ...newCustomer, name: "Juana Hogar" }, isResidential: true, name: "ZONA-NORTE" },
    };
    expectOk(await registerSubAssignment(context, { block, range, ...aCustomer("", home) }));
    const seen = markOf(await there(context, "198.18.1.0/24"));
    expectOk(await transferSubAssignment(context, { prefix: range, seen, ...aCustomer(customers[0]) }));
    const network = await there(system, "198.18.1.0/24");
    const [owner] = await listContactsOf(system, [network.organizationId], "administrative");
    const asCustomer = given.context({ actor: await actorOf(system, owner?.accountId ?? "") });
    const historyFor = async (by: TestContext) => JSON.stringify((await networkOverview(by, network, 1)).history);
    expect(await historyFor(asCustomer)).not.toMatch(/Juana|ZONA|withdrawn/);
    expect(await historyFor(context)).toMatch(/withdrawn/);
  });
});

async function aTechnicalContactElsewhere(system: TestContext, prefix: string) {
  const written = { name: "Otro Técnico", email: "otro@isp.example", language: "es" } as const;
  const { accountId } = expectOk(await createAccount(system, written));
  const { id, version } = await there(system, prefix);
  expectOk(
    await inTransaction(system, (within) => changeNetwork(within, id, version, { technicalContactId: accountId })),
  );
  return actorOf(system, accountId);
}
