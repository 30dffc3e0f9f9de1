// Searching for somebody to name as a contact: what a stranger's address gives away, and how much one person may look up.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { searchPeople } from "#app/modules/organizations/index.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase(
  "a search for people",
  (given) => {
    const member: Actor = { kind: "person", accountId: "member", userId: "MEM1", name: "Una Socia", roles: [] };

    test("finds by a whole address alone, unless the person may read addresses", async () => {
      const written = {
        name: "Vera Voto",
        email: "Vera.Voto@private.example",
        userId: "VVO7",
        language: "es",
      } as const;
      expectOk(await createAccount(given.context(), written));
      const found = async (typed: string, actor: Actor) =>
        (await searchPeople(given.context({ actor }), typed)).people.map(({ email }) => email);
      for (const part of ["vera.voto@", "oto@private.example", "@private"]) {
        expect(await found(part, member), part).toEqual([]);
        expect(await found(part, { ...member, roles: ["staff"] }), part).toEqual([written.email]);
      }
      expect(await found("v%@private.example", member)).toEqual([]);
      for (const whole of [written.email, "vera.voto@PRIVATE.example", "Vera Vo", "VVO7"])
        expect(await found(whole, member), whole).toEqual(["V•••@private.example"]);
    });

    test("is slowed down for whoever looks up hundreds of people, and not for staff", async () => {
      const context = given.context({ actor: member });
      let waits = 0;
      for (let time = 0; time < 402; time += 1) waits += (await searchPeople(context, "VVO8")).waitSeconds ?? 0;
      expect(waits).toBeGreaterThan(0);
      const staff = given.context({ actor: { ...member, roles: ["staff"] } });
      expect(await searchPeople(staff, "VVO8")).toEqual({ people: [], isExact: false });
    });
  },
  { on: "sqlite" },
);
