// A block of the fixture's register with a technical contact of its own, customers for parts of it, and what both are asked for.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Person } from "#app/modules/accounts/index.server.ts";
import { createAccount, getAccount } from "#app/modules/accounts/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { changeNetwork, findNetwork, importRegister } from "#app/modules/resources/index.server.ts";
import type { CustomerInput } from "#app/modules/sub-assignments/commands/sub-assign.input.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Given, TestContext } from "#test/setup/databases.ts";

export function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

export const block = read("198.18.0.0/22");

export async function actorOf(context: TestContext, accountId: string): Promise<Person> {
  const { userId, name, roles } = await getAccount(context, accountId);
  return { kind: "person", accountId, userId, name, roles };
}

/** The register with a technical contact of the block of its own, and two customers. */
export async function aBlock(given: Given) {
  const system = given.context();
  await registerMailRoom(system, { folder: given.settings.folder });
  const path = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;
  expectOk(await importRegister(system, { path }));
  const network = await there(system, "198.18.0.0/22");
  const person = expectOk(
    await createAccount(system, { name: "Rosa Técnica", email: "rosa@isp.example", language: "es" }),
  );
  expectOk(
    await inTransaction(system, (within) =>
      changeNetwork(within, network.id, network.version, { technicalContactId: person.accountId }),
    ),
  );
  const actor = await actorOf(system, person.accountId);
  const lines = await listOrganizationLines(system, "all");
  const handleOf = (opaqueId: string) => lines.find((line) => line.opaqueId === opaqueId)?.handle ?? "";
  const holderId = network.organizationId;
  const customers = [handleOf("102"), handleOf("105")] as const;
  return { system, actor, context: given.context({ actor }), holderId, holder: handleOf("101"), customers };
}

export async function there(context: TestContext, prefix: string) {
  const network = await findNetwork(context, { prefix: read(prefix) });
  if (network === undefined) throw new Error(`${prefix} is not in the register`);
  return network;
}

export function aCustomer(handle: string, wish: Partial<CustomerInput> = {}): CustomerInput {
  const rest = { mayPassOn: false, isResidential: false, name: "", technicalUserId: "", abuseUserId: "" };
  return { recipient: { handle }, ...rest, assignedOn: "2026-03-01", ...wish };
}

export const newCustomer = {
  ...{
    name: "Panadería El Trigo",
    country: "HN",
    street: "Calle 1",
    city: "Tela",
    postalCode: "",
    phone: "+504 2222 3333",
  },
  ...{ contactName: "Ana Trigo", contactEmail: "ana@trigo.example" },
};
