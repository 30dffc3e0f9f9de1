// Parts of a block given on: who may, what is refused, two at once, and what taking back restores.
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { listContactsOf } from "#app/modules/organizations/index.server.ts";
import { findNetwork } from "#app/modules/resources/index.server.ts";
import { registerWithin } from "#app/modules/sub-assignments/commands/register-sub-assignment.server.ts";
import type { CustomerInput } from "#app/modules/sub-assignments/commands/sub-assign.input.ts";
import { markOf } from "#app/modules/sub-assignments/domain/act.ts";
import {
  findSubAssignments,
  listActs,
  previewAct,
  registerSubAssignment,
  resizeSubAssignment,
  returnSubAssignment,
  transferSubAssignment,
  undoAct,
} from "#app/modules/sub-assignments/index.server.ts";
import { listLateRegistrations } from "#app/modules/sub-assignments/queries/late-registrations.server.ts";
import { listMyBlocks } from "#app/modules/sub-assignments/queries/my-blocks.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { aBlock, aCustomer, actorOf, block, newCustomer, read, there } from "#test/factories/sub-assignments.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("sub-assignments", (given) => {
  test("the technical contact gives a /24 on; the register, the list and the log say so", async () => {
    const { system, actor, context, customers } = await aBlock(given);
    const input = { block, range: read("198.18.1.0/24"), ...aCustomer(customers[0], { name: "SUCURSAL-1" }) };
    expectOk(await registerSubAssignment(context, input));
    const network = await there(context, "198.18.1.0/24");
    expect(network).toMatchObject({ status: "reassigned", name: "SUCURSAL-1", registeredOn: "2026-03-01" });
    expect(network.parentId).toBe((await there(context, "198.18.0.0/22")).id);
    const around = await there(context, "198.18.0.0/22");
    expect(await findSubAssignments(context, around, { query: "198.18.1.77" })).toMatchObject([
      { prefix: "198.18.1.0/24", handle: customers[0], daysTaken: 1, isLate: false },
    ]);
    expect(await findSubAssignments(context, around, { query: "198.18.2.77" })).toEqual([]);
    expect(await listMyBlocks({ ...context, actor })).toMatchObject([
      { prefix: "198.18.0.0/22", subAssignments: 1, given: 250 },
    ]);
    const entries = await listAuditEntries(system, { action: "sub-assignments:registered" });
    expect(entries[0]).toMatchObject({ subjectId: "198.18.1.0/24", details: { block: "198.18.0.0/22" } });
  });

  test("only the technical contact, the holder's administrative contact and staff may", async () => {
    const { system, context, holderId, customers } = await aBlock(given);
    const input = (range: string) => ({ block, range: read(range), ...aCustomer(customers[0]) });
    const owner = (await listContactsOf(system, [holderId], "administrative"))[0];
    const billing = (await listContactsOf(system, [holderId], "billing"))[0];
    const asOwner = given.context({ actor: await actorOf(system, owner?.accountId ?? "") });
    const nobody: Actor = { kind: "person", accountId: "x", userId: "XXX1", name: "Nobody", roles: [] };
    const staff: Actor = { ...nobody, roles: ["staff"] };
    expectOk(await registerSubAssignment(asOwner, input("198.18.0.0/24")));
    expectOk(await registerSubAssignment(given.context({ actor: staff }), input("198.18.1.0/24")));
    const strangers: Actor[] = [nobody, { kind: "visitor" }, { ...nobody, roles: ["commission", "auditor"] }];
    if (billing !== undefined && billing.accountId !== owner?.accountId) {
      strangers.push(await actorOf(system, billing.accountId));
    }
    const given1 = await there(context, "198.18.1.0/24");
    const [last] = await listActs(context, await there(context, "198.18.0.0/22"), 1);
    for (const actor of strangers) {
      const stranger = given.context({ actor });
      const one = { prefix: given1.prefix, seen: markOf(given1) };
      const acts = [
        () => registerSubAssignment(stranger, input("198.18.2.0/24")),
        () => returnSubAssignment(stranger, one),
        () => resizeSubAssignment(stranger, { ...one, range: read("198.18.0.0/23"), assignedOn: "2026-03-01" }),
        () => transferSubAssignment(stranger, { ...one, ...aCustomer(customers[1]) }),
        () => undoAct(stranger, last?.actId ?? ""),
      ];
      for (const act of acts) await expect(act()).rejects.toThrow("not permitted");
    }
  });

  test("the whole block, a range outside, one that is taken, one of a block for own use, and a wrong recipient are refused", async () => {
    const { system, context, holder, customers } = await aBlock(given);
    const codeOf = async (range: string, customer: CustomerInput, from: Prefix = block, by = context) => {
      const outcome = await registerSubAssignment(by, { block: from, range: read(range), ...customer });
      return outcome.ok ? "done" : outcome.error.code;
    };
    const customer = aCustomer(customers[0]);
    expect(await codeOf("198.18.0.0/22", customer)).toBe("RANGE_IS_WHOLE_BLOCK");
    expect(await codeOf("198.18.0.0/21", customer)).toBe("RANGE_OUTSIDE_BLOCK");
    expect(await codeOf("198.18.4.0/24", customer)).toBe("RANGE_OUTSIDE_BLOCK");
    expect(await codeOf("198.18.0.0/24", aCustomer("XX-NONE-LACNIC"))).toBe("RECIPIENT_UNKNOWN");
    expect(await codeOf("198.18.0.0/24", aCustomer(holder))).toBe("RECIPIENT_IS_HOLDER");
    expect(await codeOf("198.18.0.0/24", aCustomer(holder, { isResidential: true }))).toBe("AREA_MISSING");
    const passedOn = { isResidential: true, name: "ZONA-NORTE", mayPassOn: true };
    expect(await codeOf("198.18.0.0/24", aCustomer(holder, passedOn))).toBe("RESIDENTIAL_USES_ITSELF");
    expect(await codeOf("198.18.0.0/24", aCustomer(customers[0], { technicalUserId: "ZZZ99" }))).toBe(
      "CONTACT_UNKNOWN",
    );
    expect(await codeOf("198.18.0.0/24", aCustomer(customers[0], { assignedOn: "2026-03-03" }))).toBe("DAY_IN_FUTURE");
    expect(await codeOf("198.18.0.0/24", aCustomer(customers[0], { assignedOn: "2026-02-30" }))).toBe("DAY_MALFORMED");
    expect(await codeOf("198.18.0.0/25", customer)).toBe("REVERSE_NOT_DELEGATED");
    expect(await codeOf("203.0.113.0/25", customer, read("203.0.113.0/24"), system)).toBe("BLOCK_FOR_OWN_USE");
    expect(await codeOf("198.18.1.0/24", customer)).toBe("done");
    for (const range of ["198.18.1.0/24", "198.18.0.0/23"]) expect(await codeOf(range, customer)).toBe("RANGE_TAKEN");
    expect(await codeOf("2001:db8:100::/40", customer, read("2001:db8::/36"), system)).toBe("done");
    expect(await codeOf("2001:db8:200::/65", customer, read("2001:db8::/36"), system)).toBe("RANGE_TOO_SMALL");
  });

  test("of two who want overlapping ranges at once one gets it and the other is told so", async () => {
    const { context, customers } = await aBlock(given);
    const want = (range: string, handle: string) =>
      registerSubAssignment(context, { block, range: read(range), ...aCustomer(handle) });
    const outcomes = await Promise.all([want("198.18.2.0/23", customers[0]), want("198.18.3.0/24", customers[1])]);
    expect(outcomes.map((each) => (each.ok ? "done" : each.error.code)).sort()).toEqual(["RANGE_TAKEN", "done"]);
    expect(await findSubAssignments(context, await there(context, "198.18.0.0/22"), {})).toHaveLength(1);
  });

  test("a recipient who passes it on manages it; one who uses it may not, and what is inside comes back first", async () => {
    const { system, context, customers } = await aBlock(given);
    const range = read("198.18.2.0/23");
    expectOk(await registerSubAssignment(context, { block, range, ...aCustomer(customers[0], { mayPassOn: true }) }));
    const wide = await there(context, "198.18.2.0/23");
    const owner = (await listContactsOf(system, [wide.organizationId], "administrative"))[0];
    const asCustomer = given.context({ actor: await actorOf(system, owner?.accountId ?? "") });
    const part = { block: range, range: read("198.18.3.0/24"), ...aCustomer(customers[1]) };
    await expect(registerSubAssignment(context, part)).rejects.toThrow("not permitted");
    expectOk(await registerSubAssignment(asCustomer, part));
    const one = { prefix: range, seen: markOf(wide) };
    expect(await returnSubAssignment(context, one)).toMatchObject({ error: { code: "RANGE_NOT_EMPTY" } });
    expect(await transferSubAssignment(context, { ...one, ...aCustomer(customers[1]) })).toMatchObject({
      error: { code: "RANGE_NOT_EMPTY" },
    });
    const smaller = { ...one, range: read("198.18.2.0/24"), assignedOn: "2026-03-01" };
    expect(await resizeSubAssignment(context, smaller)).toMatchObject({ error: { code: "RANGE_NOT_EMPTY" } });
    const inside = await there(context, "198.18.3.0/24");
    expectOk(await returnSubAssignment(asCustomer, { prefix: inside.prefix, seen: markOf(inside) }));
    expectOk(await returnSubAssignment(context, one));
    expect(await findSubAssignments(context, await there(context, "198.18.0.0/22"), {})).toEqual([]);
  });

  test("a new recipient is created with its contact, and not at all when the range is refused", async () => {
    const { context } = await aBlock(given);
    const count = () => context.database.organization.count();
    const before = await count();
    const input = { block, range: read("198.18.1.0/24"), ...aCustomer(""), recipient: newCustomer };
    expect(await registerSubAssignment(context, { ...input, abuseUserId: "ZZZ99" })).toMatchObject({
      error: { code: "CONTACT_UNKNOWN" },
    });
    expect(await count()).toBe(before);
    expectOk(await registerSubAssignment(context, input));
    expect(await count()).toBe(before + 1);
    const network = await there(context, "198.18.1.0/24");
    expect(await listContactsOf(context, [network.organizationId])).toMatchObject([
      { role: "administrative", name: "Ana Trigo", email: "ana@trigo.example" },
    ]);
  });

  test("a preview says what WHOIS and RDAP will say, and leaves nothing behind", async () => {
    const { context } = await aBlock(given);
    const input = { block, range: read("198.18.1.0/24"), ...aCustomer(""), recipient: newCustomer };
    const before = await context.database.auditEntry.count();
    const preview = expectOk(await previewAct(context, (within) => registerWithin(within, input, true)));
    expect(preview.before).toBeUndefined();
    expect(preview.zones).toEqual([]);
    expect(preview.after?.whois).toMatch(/^inetnum: +198\.18\.1\.0\/24$/m);
    expect(preview.after?.whois).toMatch(/^owner: +Panadería El Trigo$/m);
    expect(preview.after?.whois).toMatch(/^inetnum-up: +198\.18\.0\.0\/22$/m);
    expect(preview.after?.rdap).toMatchObject({ handle: "198.18.1.0/24", parentHandle: "198.18.0.0/22" });
    expect(await context.database.auditEntry.count()).toBe(before);
    expect(await findNetwork(context, { prefix: input.range })).toBeUndefined();
    expect(await context.database.organization.count({ where: { name: newCustomer.name } })).toBe(0);
    const holders = await previewAct(context, (within) => registerWithin(within, { ...input, range: block }, true));
    expect(holders).toMatchObject({ error: { code: "RANGE_IS_WHOLE_BLOCK" } });
  });

  test("of a residential area the public sees the provider", async () => {
    const { context } = await aBlock(given);
    const customer = aCustomer("", { recipient: newCustomer, isResidential: true, name: "ZONA-NORTE" });
    const input = { block, range: read("198.18.1.0/24"), ...customer };
    const preview = expectOk(await previewAct(context, (within) => registerWithin(within, input, true)));
    expect(preview.after?.whois).not.toContain("Panadería");
    expect(JSON.stringify(preview.after?.rdap)).not.toContain("trigo.example");
  });

  test("each act is undone while nothing depends on it, and then the register is as it was", async () => {
    const { context, customers } = await aBlock(given);
    const around = await there(context, "198.18.0.0/22");
    const state = async () => (await findSubAssignments(context, around, {})).map((line) => ({ ...line }));
    const undoLast = async () => undoAct(context, (await listActs(context, around, 1))[0]?.actId ?? "");
    const first = { block, range: read("198.18.1.0/24"), ...aCustomer(customers[0]) };
    const registered = expectOk(await registerSubAssignment(context, first));
    const one = async (prefix: string) => {
      return { prefix: read(prefix), seen: markOf(await there(context, prefix)) };
    };
    const stood = await state();

    expectOk(await returnSubAssignment(context, await one("198.18.1.0/24")));
    expect(await undoAct(context, registered.actId)).toMatchObject({ error: { code: "ACT_SUPERSEDED" } });
    expectOk(await undoLast());
    expect(await state()).toEqual(stood);

    const wider = { ...(await one("198.18.1.0/24")), range: read("198.18.0.0/23"), assignedOn: "2026-03-02" };
    expectOk(await resizeSubAssignment(context, wider));
    expect((await state()).map(({ prefix }) => prefix)).toEqual(["198.18.0.0/23"]);
    expectOk(await undoAct(context, (await listActs(context, around, 1))[0]?.actId ?? ""));
    expect(await state()).toEqual(stood);

    const elsewhere = { ...(await one("198.18.1.0/24")), range: read("198.18.2.0/24"), assignedOn: "2026-03-02" };
    expect(await resizeSubAssignment(context, elsewhere)).toMatchObject({ error: { code: "RANGE_ELSEWHERE" } });
    const toOther = { ...(await one("198.18.1.0/24")), ...aCustomer(customers[1]) };
    expectOk(await transferSubAssignment(context, toOther));
    expect((await state())[0]).toMatchObject({ handle: customers[1] });
    const transferId = (await listActs(context, around, 20)).find(({ kind }) => kind === "transferred")?.actId ?? "";
    expectOk(await undoAct(context, transferId));
    expect(await undoAct(context, transferId)).toMatchObject({ error: { code: "ACT_UNDONE" } });
    expect(await state()).toEqual(stood);

    expectOk(await returnSubAssignment(context, await one("198.18.1.0/24")));
    const returnId = (await listActs(context, around, 20)).find((act) => act.kind === "returned" && !act.isUndone);
    expectOk(await registerSubAssignment(context, { ...first, range: read("198.18.0.0/23") }));
    expect(await undoAct(context, returnId?.actId ?? "")).toMatchObject({ error: { code: "RANGE_TAKEN" } });
  });

  test("an assignment registered after more than seven days is taken, and listed as late", async () => {
    const { system, context, holder, customers } = await aBlock(given);
    for (const [range, assignedOn] of [
      ["198.18.0.0/24", "2026-02-23"],
      ["198.18.1.0/24", "2026-02-22"],
    ] as const) {
      expectOk(
        await registerSubAssignment(context, { block, range: read(range), ...aCustomer(customers[0], { assignedOn }) }),
      );
    }
    const late = await findSubAssignments(context, await there(context, "198.18.0.0/22"), { onlyLate: true });
    expect(late).toMatchObject([{ prefix: "198.18.1.0/24", daysTaken: 8 }]);
    const line = { prefix: "198.18.1.0/24", block: "198.18.0.0/22", handle: holder, daysTaken: 8 };
    expect(await listLateRegistrations(system)).toMatchObject([line]);
    const [last] = await listActs(context, await there(context, "198.18.0.0/22"), 1);
    expectOk(await undoAct(context, last?.actId ?? ""));
    expect(await listLateRegistrations(system)).toEqual([]);
  });
});
