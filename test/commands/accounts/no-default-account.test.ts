// Nobody can sign in to an installation before its administrator was made on the machine.
import { expect, test } from "vitest";
import { signIn } from "#app/modules/accounts/commands/sign-in.server.ts";
import { refuse } from "#app/lib/result/index.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import { aVisit } from "./people.ts";

describeOnEachDatabase("a database that has just been migrated", (given) => {
  // Requirement: L14
  test("has no account, no role and no password that somebody could know", async () => {
    expect(await given.database.account.count()).toBe(0);
    expect(await given.database.roleGrant.count()).toBe(0);
    for (const [userId, password] of [
      ["admin", "admin"],
      ["root", "root"],
      ["administrator", "password"],
    ] as const) {
      expect(await signIn(given.context(), { userId, password }, aVisit())).toEqual(refuse("SIGN_IN_REFUSED"));
    }
  });
});
