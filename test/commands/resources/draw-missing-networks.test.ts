// A database from before there were networks gets them when the product starts: once, in one transaction, and the log says so.
import { expect, test } from "vitest";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { drawMissingNetworks, importRegister, readWholeRegister } from "#app/modules/resources/index.server.ts";
import type { WholeRegister } from "#app/modules/resources/index.server.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const path = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;

function shown({ networks, systems }: WholeRegister): string[] {
  return [
    ...networks.map(({ prefix, parentId, organizationId, technicalContactId, status, registeredOn }) =>
      JSON.stringify([formatPrefix(prefix), parentId, organizationId, technicalContactId, status, registeredOn]),
    ),
    ...systems.map(({ asn, organizationId, routingContactId, status, registeredOn }) =>
      JSON.stringify([asn, organizationId, routingContactId, status, registeredOn]),
    ),
  ].sort();
}

describeOnEachDatabase("an older database", (given) => {
  test("gets the networks and AS numbers of its holdings once, also where two processes start at the same moment", async () => {
    const context = given.context();
    expect(await drawMissingNetworks(context)).toEqual({});
    expectOk(await importRegister(context, { path }));
    const whole = shown(await readWholeRegister(context));
    expect(await drawMissingNetworks(context)).toEqual({});
    await context.database.network.deleteMany();
    await context.database.autonomousSystem.deleteMany();
    const made = await Promise.all([drawMissingNetworks(context), drawMissingNetworks(context)]);
    expect(made).toContainEqual({ plenic: 8 });
    expect(made).toContainEqual({});
    expect(shown(await readWholeRegister(context))).toEqual(whole);
    expect(await drawMissingNetworks(context)).toEqual({});
    const entries = await listAuditEntries(context, { action: "resources:networks-drawn" });
    expect(entries).toMatchObject([{ actorName: "register", subjectId: "plenic", details: { added: 8 } }]);
    const again = expectOk(await importRegister(context, { path }));
    expect(again.registrations).toEqual({ added: 0, changed: 0, removed: 0 });
  });
});
