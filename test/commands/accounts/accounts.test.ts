// Creating people, one or thousands, their user IDs, and their roles.
import { expect, test } from "vitest";
import { expectOk, ok } from "#app/lib/result/index.ts";
import {
  createAccount,
  createAccountsInBulk,
  findAccounts,
  grantRole,
  listAccountsWithRole,
  revokeRole,
} from "#app/modules/accounts/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson, aVisitor } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const ana = { name: "Ana Núñez", email: "ana@example.org", language: "es" as const };

describeOnEachDatabase("accounts", (given) => {
  test("makes the user ID from the initials and a number that is free", async () => {
    const context = given.context();
    expect(expectOk(await createAccount(context, { ...ana, name: "Ana María Paz" })).userId).toBe("AMP1");
    expect(expectOk(await createAccount(context, { ...ana, name: "Álvaro Müller Paz" })).userId).toBe("AMP2");
  });

  test("refuses a user ID that is taken or malformed", async () => {
    const context = given.context();
    expectOk(await createAccount(context, { ...ana, userId: "ana1" }));
    expect(await createAccount(context, { ...ana, userId: "ANA1" })).toMatchObject({
      error: { code: "USER_ID_TAKEN" },
    });
    expect(await createAccount(context, { ...ana, userId: "1ANA" })).toMatchObject({
      error: { code: "USER_ID_MALFORMED" },
    });
  });

  test("creates thousands at once, each with a user ID of their own, in one entry of the log", async () => {
    const context = given.context();
    const rows = Array.from({ length: 3000 }, (_, index) => ({ ...ana, email: `ana${index}@example.org` }));
    const created = expectOk(
      await inTransaction(context, async (within) => ok(await createAccountsInBulk(within, rows))),
    );
    expect(new Set(created.map((each) => each.userId)).size).toBe(3000);
    expect(await context.database.account.count()).toBe(3000);
    expect(await context.database.auditEntry.count()).toBe(1);
  });

  test("finds people by user ID, name or e-mail", async () => {
    const context = given.context();
    expectOk(await createAccount(context, { ...ana, userId: "ANU7" }));
    for (const query of ["anu", "ANU7", "núñez", "ana@"]) {
      expect((await findAccounts(context, { query })).map((person) => person.userId)).toEqual(["ANU7"]);
    }
    expect(await findAccounts(context, { query: "nadie" })).toEqual([]);
  });

  test("a role holds until its date", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const { accountId } = expectOk(await createAccount(context, ana));
    expectOk(await grantRole(context, { accountId, role: "commission", expiresAt: new Date("2026-03-03T00:00:00Z") }));
    expect(await listAccountsWithRole(context, "commission")).toHaveLength(1);
    given.clock.set(new Date("2026-03-03T00:00:00Z"));
    expect(await listAccountsWithRole(context, "commission")).toEqual([]);
    expectOk(await grantRole(context, { accountId, role: "commission" }));
    expect(await listAccountsWithRole(context, "commission")).toHaveLength(1);
    await revokeRole(context, { accountId, role: "commission" });
    expect(await listAccountsWithRole(context, "commission")).toEqual([]);
  });

  test("refuses to grant a role to nobody", async () => {
    expect(await grantRole(given.context(), { accountId: "nobody", role: "staff" })).toMatchObject({
      error: { code: "ACCOUNT_UNKNOWN" },
    });
  });

  test("visitors create nobody, and staff grant no roles", async () => {
    await expect(createAccount(given.context({ actor: aVisitor }), ana)).rejects.toThrow(NotPermitted);
    const staff = given.context({ actor: aPerson({ roles: ["staff"] }) });
    await expect(createAccount(staff, { ...ana, roles: ["administrator"] })).rejects.toThrow(NotPermitted);
    expect(() => grantRole(staff, { accountId: "any", role: "staff" })).toThrow(NotPermitted);
  });
});
