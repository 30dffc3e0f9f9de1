// The copy in memory: whatever another process writes into the register, the copy answers it after it has caught up.
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount, deactivateAccount, grantRole, reactivateAccount } from "#app/modules/accounts/index.server.ts";
import { findAnswer, LiveDirectory, readQuestion } from "#app/modules/directory/index.server.ts";
import { findOrganizations, setContact } from "#app/modules/organizations/index.server.ts";
import {
  changeAutonomousSystem,
  changeNetwork,
  importRegister,
  placeNetwork,
  withdrawNetwork,
} from "#app/modules/resources/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { followRegister } from "#app/processes/follow-register.ts";
import type { Given } from "#test/setup/databases.ts";
import { aMailRoom } from "../accounts/people.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const fixture = (name: string) => new URL(`../../fixtures/register/${name}`, import.meta.url).pathname;

function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

/** A copy on a database connection of its own, as another process has it. */
async function aCopy(given: Given): Promise<{ directory: LiveDirectory; close: () => Promise<void> }> {
  const database = await openDatabase(given.databaseUrl);
  const directory = await LiveDirectory.open({ ...given.context(), database });
  return { directory, close: () => database.$disconnect() };
}

async function answerOf(directory: LiveDirectory, question: string) {
  await directory.catchUp();
  const asked = readQuestion(question);
  return asked === undefined ? undefined : findAnswer(directory.index, asked);
}

async function holderOf(context: Context, opaqueId: string) {
  const { organizations } = await findOrganizations(context, { query: "" });
  const found = organizations.find((each) => each.opaqueId === opaqueId);
  if (found === undefined) throw new Error(`no holder ${opaqueId}`);
  return found;
}

const none = { technicalContactId: null, abuseContactId: null, originAsn: null } as const;

describeOnEachDatabase("the directory's copy", (given) => {
  test("what is placed, changed and withdrawn elsewhere is answered after it caught up", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
    const { directory, close } = await aCopy(given);
    const customer = await holderOf(context, "103");
    const placed = expectOk(
      await inTransaction(context, (within) =>
        placeNetwork(within, {
          ...{ prefix: prefixOf("198.18.1.0/24"), organizationId: customer.id, status: "reassigned", name: "Norte" },
          ...{ isResidential: false, registeredOn: "2026-03-02", ...none },
        }),
      ),
    );
    expect(await answerOf(directory, "198.18.1.9")).toMatchObject({
      network: {
        ...{ prefix: placed.prefix, status: "reassigned", parent: prefixOf("198.18.0.0/22") },
        holder: { handle: customer.handle, name: customer.name },
      },
    });
    expectOk(
      await inTransaction(context, (within) =>
        changeNetwork(within, placed.id, 1, { originAsn: 64_496, isResidential: true }),
      ),
    );
    const provider = await holderOf(context, "101");
    expect(await answerOf(directory, "198.18.1.9")).toMatchObject({
      network: { originAsn: 64_496, isResidential: true, holder: { handle: provider.handle } },
    });
    expectOk(await inTransaction(context, (within) => withdrawNetwork(within, placed.id, 2)));
    expect(await answerOf(directory, "198.18.1.9")).toMatchObject({ network: { prefix: prefixOf("198.18.0.0/22") } });
    await close();
  });

  test("who answers for an organisation now is answered, and is public only from then on", async () => {
    const context = given.context();
    await aMailRoom(context);
    expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
    const { directory, close } = await aCopy(given);
    const holder = await holderOf(context, "101");
    const person = expectOk(
      await createAccount(context, { name: "Inés Núñez", email: "ines@example.org", userId: "INU7", language: "es" }),
    );
    expect(await answerOf(directory, "INU7")).toBeUndefined();
    expectOk(
      await setContact(context, { organizationId: holder.id, role: "administrative", accountId: person.accountId }),
    );
    expect(await answerOf(directory, "198.18.0.1")).toMatchObject({
      network: { holder: { administrative: { handle: "INU7", name: "Inés Núñez" } } },
    });
    expect(await answerOf(directory, "INU7")).toMatchObject({
      kind: "contact",
      contact: { email: "ines@example.org" },
    });
    await close();
  });

  test("whose account is closed answers for nothing, until it is opened again", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
    const { directory, close } = await aCopy(given);
    const holder = await holderOf(context, "101");
    const before = directory.index.organization(holder.id)?.administrativeContactId ?? "";
    const handle = directory.index.contact(before)?.userId ?? "";
    expect(await answerOf(directory, handle)).toMatchObject({ kind: "contact" });
    await deactivateAccount(context, before);
    expect(await answerOf(directory, handle)).toBeUndefined();
    const answer = await answerOf(directory, "198.18.0.1");
    expect(answer).toMatchObject({ network: { holder: { administrative: undefined }, technical: undefined } });
    const whole = await LiveDirectory.open(context);
    expect(await answerOf(whole, handle)).toBeUndefined();
    await reactivateAccount(context, before);
    expect(await answerOf(whole, handle)).toMatchObject({ contact: { handle } });
    await close();
  });

  test("a program that follows the register answers a change without being asked to look, an AS number's too", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
    const person = expectOk(
      await createAccount(context, { name: "Rut Paz", email: "rut@example.org", userId: "RUT3", language: "es" }),
    );
    const database = await openDatabase(given.databaseUrl);
    const following = await followRegister({ ...context, database }, 50);
    expectOk(
      await inTransaction(context, (within) =>
        changeAutonomousSystem(within, 64_496, 1, { routingContactId: person.accountId }),
      ),
    );
    await expect
      .poll(() => findAnswer(following.directory.index, { kind: "asn", asn: 64_496 }), { timeout: 20_000 })
      .toMatchObject({ system: { routing: { handle: "RUT3" } } });
    expect(findAnswer(following.directory.index, { kind: "handle", handle: "RUT3" })).toMatchObject({
      kind: "contact",
    });
    await following.stop();
    await database.$disconnect();
  });

  test("another day's file is answered whole", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
    const { directory, close } = await aCopy(given);
    expect(directory.index.sizes).toMatchObject({ networks: 4, systems: 4 });
    expectOk(await importRegister(context, { path: fixture("day-2.txt") }));
    const { version } = directory;
    await Promise.all([directory.catchUp(), directory.catchUp(), directory.catchUp()]);
    const whole = await LiveDirectory.open(context);
    expect(directory.index.sizes).toEqual(whole.index.sizes);
    // Of several who ask at the same moment only one reads the whole register.
    const readings = ({ version: text }: { readonly version: string }) => Number(text.split(".")[0]);
    expect(readings(directory)).toBe(readings({ version }) + 1);
    await close();
  });

  test("people who only work here, and contacts for bills and votes, are nobody's business", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
    const staff = expectOk(
      await createAccount(context, { name: "Ana Gil", email: "ana@example.org", userId: "ANA1", language: "es" }),
    );
    expectOk(await grantRole(context, { accountId: staff.accountId, role: "staff" }));
    const holder = await holderOf(context, "101");
    expectOk(await setContact(context, { organizationId: holder.id, role: "billing", accountId: staff.accountId }));
    const { directory, close } = await aCopy(given);
    expect(await answerOf(directory, "ANA1")).toBeUndefined();
    await close();
  });
});
