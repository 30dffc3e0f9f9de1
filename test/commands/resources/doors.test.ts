// Whoever hands over an organisation, a network or an AS number gave a fresh proof just now: a stolen session takes nothing over.
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { action as setOrganizationContact } from "#app/modules/organizations/routes/my/set-contact.tsx";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { action as setNetworkContact } from "#app/modules/resources/routes/my/network-contact.tsx";
import { action as setSystemContact } from "#app/modules/resources/routes/my/system-contact.tsx";
import { aSignedInBrowser } from "#test/factories/browsers-by-role.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aMailRoom } from "../accounts/people.ts";

const register = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;

describeOnEachDatabase(
  "handing over",
  (given) => {
    const params: Record<string, string> = {};
    let cookie = "";
    let thiefId = "";

    beforeEach(async () => {
      const context = given.context();
      await aMailRoom(context);
      expectOk(await importRegister(context, { path: register }));
      const network = await given.database.network.findFirstOrThrow({ where: { prefixLength: 22 } });
      const { organizationId } = network;
      const system = await given.database.autonomousSystem.findFirstOrThrow();
      const organization = await given.database.organization.findUniqueOrThrow({ where: { id: organizationId } });
      const aPerson = async (name: string) =>
        expectOk(await createAccount(context, { name, email: `${name.slice(0, 3)}@red.example`, language: "es" }));
      const owner = await aPerson("Ana Paz");
      thiefId = (await aPerson("Diego Mar")).accountId;
      for (const each of new Set([organizationId, system.organizationId])) {
        const administrative = { role: "administrative", accountId: owner.accountId } as const;
        expectOk(await setContact(context, { organizationId: each, ...administrative }));
      }
      Object.assign(params, { handle: organization.handle, networkId: network.id, asn: String(system.asn) });
      cookie = await aSignedInBrowser(given, owner.accountId, "token of the owner");
    });

    async function post(action: (args: ActionFunctionArgs) => Promise<unknown>, more: Record<string, string>) {
      const body = new URLSearchParams({ accountId: thiefId });
      const request = new Request("http://localhost:3000/here", { method: "POST", body, headers: { Cookie: cookie } });
      const surroundings = { ground: given.context(), cspNonce: "", clientAddress: "" };
      const answer = await action({ request, params: { ...params, ...more }, context: surroundings }).catch(
        (thrown: unknown) => thrown,
      );
      return answer instanceof Response ? (answer.headers.get("Location") ?? answer.status) : answer;
    }

    test.each([
      ["an organisation", setOrganizationContact, { role: "administrative" }, "?done=administrative"],
      ["a network", setNetworkContact, { contact: "technical" }, "?done=technical"],
      ["an AS number", setSystemContact, { contact: "technical" }, "?done=routing"],
    ] as const)("%s asks for a fresh proof of who sits before the browser", async (_name, action, more, done) => {
      const signedInAt = given.clock.now();
      given.clock.set(new Date(signedInAt.getTime() + 20 * 60_000));
      expect(await post(action, more)).toContain("step-up");
      given.clock.set(signedInAt);
      expect(await post(action, more)).toContain(done);
    });
  },
  { on: "sqlite" },
);
