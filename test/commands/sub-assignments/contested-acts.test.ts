// Acts that get into each other's way: the same form twice, two people at once, undo after somebody built on it, places that are not to be had.
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { NetworkFields } from "#app/modules/resources/index.ts";
import { changeNetwork, listNetworksInside } from "#app/modules/resources/index.server.ts";
import { registerWithin } from "#app/modules/sub-assignments/commands/register-sub-assignment.server.ts";
import { markOf } from "#app/modules/sub-assignments/domain/act.ts";
import {
  findSubAssignments,
  listActs,
  registerSubAssignment,
  resizeSubAssignment,
  returnSubAssignment,
  transferSubAssignment,
  undoAct,
} from "#app/modules/sub-assignments/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { deliverPost } from "#test/factories/post.ts";
import { aBlock, aCustomer, actorOf, block, newCustomer, read, there } from "#test/factories/sub-assignments.ts";
import type { TestContext } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

async function codesOf(acts: readonly Promise<Result<unknown, Refusal>>[]): Promise<string[]> {
  return (await Promise.all(acts)).map((each) => (each.ok ? "done" : each.error.code)).sort();
}

async function one(context: TestContext, prefix: string): Promise<{ prefix: Prefix; seen: string }> {
  return { prefix: read(prefix), seen: markOf(await there(context, prefix)) };
}

async function change(context: TestContext, prefix: string, fields: Partial<NetworkFields>): Promise<void> {
  const { id, version } = await there(context, prefix);
  expectOk(await inTransaction(context, (within) => changeNetwork(within, id, version, fields)));
}

async function given1(context: TestContext, range: string, handle: string, mayPassOn = false): Promise<string> {
  const input = { block, range: read(range), ...aCustomer(handle, { mayPassOn }) };
  return expectOk(await registerSubAssignment(context, input)).actId;
}

describeOnEachDatabase("contested acts", (given) => {
  test("the same form sent twice at once registers one range, one organisation, one contact and one mail", async () => {
    const { system, context } = await aBlock(given);
    const accounts = await system.database.account.count();
    const input = { block, range: read("198.18.1.0/24"), ...aCustomer("", { recipient: newCustomer }) };
    const codes = await codesOf([registerSubAssignment(context, input), registerSubAssignment(context, input)]);
    expect(codes).toEqual(["RANGE_TAKEN", "done"]);
    expect(await system.database.organization.count({ where: { name: newCustomer.name } })).toBe(1);
    expect(await system.database.account.count()).toBe(accounts + 1);
    expect((await deliverPost(given)).filter(({ to }) => to === newCustomer.contactEmail)).toHaveLength(1);
  });

  test("of two acts on the same addresses at once one is done, and no network ever lies across another", async () => {
    const { context, customers } = await aBlock(given);
    await given1(context, "198.18.0.0/24", customers[0]);
    const first = await one(context, "198.18.0.0/24");
    const wider = { ...first, range: read("198.18.0.0/23"), assignedOn: "2026-03-01" };
    const beside = { block, range: read("198.18.1.0/24"), ...aCustomer(customers[1]) };
    const codes = await codesOf([resizeSubAssignment(context, wider), registerSubAssignment(context, beside)]);
    expect(codes).toEqual(["RANGE_TAKEN", "done"]);
    const [left] = await listNetworksInside(context, block);
    expect(await listNetworksInside(context, block)).toHaveLength(
      codes[1] === "done" && left?.prefix.length === 23 ? 1 : 2,
    );
    const last = await one(context, left?.prefix.length === 23 ? "198.18.0.0/23" : "198.18.0.0/24");
    const outcome = await codesOf([
      returnSubAssignment(context, last),
      transferSubAssignment(context, { ...last, ...aCustomer(customers[1]) }),
    ]);
    expect(outcome).toHaveLength(2);
    expect(outcome.filter((code) => code === "done")).toHaveLength(1);
    expect(["NETWORK_CHANGED", "SUB_ASSIGNMENT_UNKNOWN"]).toContain(outcome.find((code) => code !== "done"));
    const newest = (await listActs(context, await there(context, "198.18.0.0/22"), 1))[0]?.actId ?? "";
    expect(await codesOf([undoAct(context, newest), undoAct(context, newest)])).toEqual(["ACT_UNDONE", "done"]);
  });

  test("whoever decided about one customer's range changes nothing of the next one's, by page or by undo", async () => {
    const { context, customers } = await aBlock(given);
    const registered = await given1(context, "198.18.1.0/24", customers[0]);
    const first = await one(context, "198.18.1.0/24");
    expectOk(await transferSubAssignment(context, { ...first, ...aCustomer(customers[1]) }));
    const stale = { error: { code: "NETWORK_CHANGED" } };
    expect(await returnSubAssignment(context, first)).toMatchObject(stale);
    expect(await transferSubAssignment(context, { ...first, ...aCustomer(customers[0]) })).toMatchObject(stale);
    const resize = { ...first, range: read("198.18.0.0/23"), assignedOn: "2026-03-01" };
    expect(await resizeSubAssignment(context, resize)).toMatchObject(stale);
    expectOk(await returnSubAssignment(context, await one(context, "198.18.1.0/24")));
    await given1(context, "198.18.1.0/24", customers[0]);
    expect(await undoAct(context, registered)).toMatchObject({ error: { code: "ACT_SUPERSEDED" } });
    expect(await listNetworksInside(context, block)).toHaveLength(1);
  });

  test("nothing is undone on which somebody has built: a part given on, a changed name, a neighbour in the place", async () => {
    const { system, context, customers } = await aBlock(given);
    const registered = await given1(context, "198.18.2.0/23", customers[0], true);
    const { organizationId } = await there(context, "198.18.2.0/23");
    const [owner] = await listContactsOf(system, [organizationId], "administrative");
    const asCustomer = given.context({ actor: await actorOf(system, owner?.accountId ?? "") });
    const part = { block: read("198.18.2.0/23"), range: read("198.18.3.0/24"), ...aCustomer(customers[1]) };
    expectOk(await registerSubAssignment(asCustomer, part));
    expect(await undoAct(context, registered)).toMatchObject({ error: { code: "RANGE_NOT_EMPTY" } });
    expectOk(await returnSubAssignment(asCustomer, await one(context, "198.18.3.0/24")));
    await change(system, "198.18.2.0/23", { name: "SUCURSAL-2" });
    expect(await undoAct(context, registered)).toMatchObject({ error: { code: "ACT_SUPERSEDED" } });
    const smaller = {
      ...(await one(context, "198.18.2.0/23")),
      range: read("198.18.2.0/24"),
      assignedOn: "2026-03-01",
    };
    const { actId } = expectOk(await resizeSubAssignment(context, smaller));
    await given1(context, "198.18.3.0/24", customers[1]);
    expect(await undoAct(context, actId)).toMatchObject({ error: { code: "RANGE_TAKEN" } });
    expect(await listNetworksInside(context, block)).toHaveLength(2);
  });

  test("places and recipients that are not to be had are refused one by one, and nothing is half done", async () => {
    const { system, context, holder, customers } = await aBlock(given);
    await given1(context, "198.18.1.0/24", customers[0]);
    const first = await one(context, "198.18.1.0/24");
    const resize = (range: string) =>
      resizeSubAssignment(context, { ...first, range: read(range), assignedOn: "2026-03-01" });
    const transfer = (handle: string, wish = {}) =>
      transferSubAssignment(context, { ...first, ...aCustomer(handle, wish) });
    const entries = await system.database.auditEntry.count();
    const codes = await codesOf([
      registerSubAssignment(context, { block, range: read("2001:db8:100::/48"), ...aCustomer(customers[0]) }),
      registerSubAssignment(context, { block: read("198.18.0.0/23"), range: first.prefix, ...aCustomer(customers[0]) }),
      resize("2001:db8:100::/48"),
      resize("198.18.0.0/22"),
      resize("198.18.1.0/24"),
      returnSubAssignment(context, { ...first, seen: "" }),
      returnSubAssignment(context, { ...first, prefix: block }),
      transfer(customers[0]),
      transfer(holder),
    ]);
    expect(codes).toEqual(
      [
        ...["RANGE_OUTSIDE_BLOCK", "BLOCK_UNKNOWN", "RANGE_ELSEWHERE", "RANGE_IS_WHOLE_BLOCK", "RANGE_SAME"],
        ...["NETWORK_CHANGED", "SUB_ASSIGNMENT_UNKNOWN", "RECIPIENT_SAME", "RECIPIENT_IS_HOLDER"],
      ].sort(),
    );
    expect(await system.database.auditEntry.count()).toBe(entries);
    expectOk(await transfer(holder, { isResidential: true, name: "ZONA-SUR" }));
  });

  test("a block may be given on whole by several acts, but never in one", async () => {
    const { context, customers } = await aBlock(given);
    await given1(context, "198.18.0.0/23", customers[0]);
    await given1(context, "198.18.2.0/23", customers[0]);
    const around = await there(context, "198.18.0.0/22");
    expect(await findSubAssignments(context, around, {})).toHaveLength(2);
    const wider = { ...(await one(context, "198.18.0.0/23")), range: block, assignedOn: "2026-03-01" };
    expect(await resizeSubAssignment(context, wider)).toMatchObject({ error: { code: "RANGE_IS_WHOLE_BLOCK" } });
  });

  test("a part that was registered late stays so when the block around it is resized", async () => {
    const { system, context, customers } = await aBlock(given);
    await given1(context, "198.18.2.0/24", customers[0], true);
    const inside = { block: read("198.18.2.0/24"), range: read("198.18.2.0/29"), ...aCustomer(customers[1]) };
    const late = { ...inside, assignedOn: "2026-02-01" };
    expectOk(await inTransaction(system, (within) => registerWithin(within, late, true)));
    const wider = { ...(await one(context, "198.18.2.0/24")), range: read("198.18.2.0/23"), assignedOn: "2026-03-01" };
    expectOk(await resizeSubAssignment(context, wider));
    const around = await there(context, "198.18.2.0/23");
    expect(await findSubAssignments(context, around, { onlyLate: true })).toMatchObject([
      { prefix: "198.18.2.0/29", daysTaken: 29 },
    ]);
  });

  test("once a block is for its holder's own use, what was given on of it only comes back", async () => {
    const { system, context, customers } = await aBlock(given);
    await given1(context, "198.18.1.0/24", customers[0]);
    await change(system, "198.18.0.0/22", { status: "assigned" });
    const first = await one(context, "198.18.1.0/24");
    const wider = { ...first, range: read("198.18.0.0/23"), assignedOn: "2026-03-01" };
    const ownUse = { error: { code: "BLOCK_FOR_OWN_USE" } };
    expect(await resizeSubAssignment(context, wider)).toMatchObject(ownUse);
    expect(await transferSubAssignment(context, { ...first, ...aCustomer(customers[1]) })).toMatchObject(ownUse);
    const { actId } = expectOk(await returnSubAssignment(context, first));
    expect(await undoAct(context, actId)).toMatchObject(ownUse);
  });
});
