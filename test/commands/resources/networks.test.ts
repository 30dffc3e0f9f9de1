// The tree of networks, case by case: what is placed, changed and withdrawn, and what a register file does to it. At random: tree-of-networks.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, parseAddress, parsePrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  changeNetwork,
  findNetwork,
  findNetworkAround,
  findNetworkOfAddress,
  importRegister,
  listNetworksInside,
  placeNetwork,
  withdrawNetwork,
} from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { addNetworkRows } from "#test/setup/network-rows.ts";
import type { RawQuestion } from "#test/setup/questions-asked.ts";
import { writingDown } from "#test/setup/questions-asked.ts";

const fixture = (name: string) => new URL(`../../fixtures/register/${name}`, import.meta.url).pathname;

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

async function aRegister(context: Context): Promise<void> {
  expectOk(await importRegister(context, { path: fixture("day-1.txt") }));
}

async function holderOf(context: Context, prefix: string): Promise<Network> {
  const network = await findNetwork(context, { prefix: read(prefix) });
  if (network === undefined) throw new Error(`${prefix} is not in the register`);
  return network;
}

async function place(context: Context, prefix: Prefix, organizationId: string) {
  return inTransaction(context, (within) =>
    placeNetwork(within, {
      ...{ prefix, organizationId, status: "reassigned", name: "", isResidential: false },
      ...{ technicalContactId: null, abuseContactId: null, originAsn: null, registeredOn: "2026-03-02" },
    }),
  );
}

/** Every network's parent is the smallest other network around it, and no prefix stands twice. */
async function expectTree(context: Context): Promise<void> {
  const all = [
    ...(await listNetworksInside(context, { family: "ipv4", start: 0n, length: 0 })),
    ...(await listNetworksInside(context, { family: "ipv6", start: 0n, length: 0 })),
  ];
  expect(new Set(all.map(({ prefix }) => formatPrefix(prefix))).size).toBe(all.length);
  for (const network of all) {
    const around = all
      .filter((each) => each.id !== network.id && prefixHolds(each.prefix, network.prefix))
      .sort((left, right) => right.prefix.length - left.prefix.length)[0];
    expect([formatPrefix(network.prefix), network.parentId]).toEqual([
      formatPrefix(network.prefix),
      around?.id ?? null,
    ]);
  }
}

/** So many /64 in a row below the block, written at once. */
async function addSmallNetworks(context: Context, block: Network, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    const prefix = { family: "ipv6" as const, start: block.prefix.start + (BigInt(index) << 64n), length: 64 };
    return { id: `small-${index}`, prefix, parentId: block.id, holder: block };
  });
  await addNetworkRows(context, rows);
}

/** What the database means to do for a question, step by step, as it writes it itself. */
async function planOf({ kind, database }: Given, question: RawQuestion | undefined): Promise<string[]> {
  if (question === undefined) throw new Error("nothing was asked");
  // Why: PostgreSQL plans by what it knows of the table, which it has not looked at yet.
  if (kind === "postgresql") await database.$executeRawUnsafe("ANALYZE networks");
  const words = kind === "sqlite" ? `EXPLAIN QUERY PLAN ${question.sql}` : `EXPLAIN ${question.text}`;
  const rows = await database.$queryRawUnsafe<Record<string, unknown>[]>(words, ...question.values);
  return rows.map((row) => String(row[kind === "sqlite" ? "detail" : "QUERY PLAN"]));
}

/** Reads the first day's file again with some of its words replaced. */
async function importChanged(given: Given, context: Context, words: readonly (readonly [string, string])[]) {
  let text = readFileSync(fixture("day-1.txt"), "utf8");
  for (const [before, after] of words) {
    expect(text).toContain(before);
    text = text.replace(before, after);
  }
  const path = join(given.settings.folder, "another-day.txt");
  writeFileSync(path, text);
  return expectOk(await importRegister(context, { path }));
}

describeOnEachDatabase("networks", (given) => {
  test("a register read from a file finds the network of an address, and none outside what was delegated", async () => {
    const context = given.context();
    await aRegister(context);
    await expectTree(context);
    const prefixAt = async (text: string) => {
      const network = await findNetworkOfAddress(context, parseAddress(text) ?? { family: "ipv4", value: 0n });
      return network && formatPrefix(network.prefix);
    };
    expect(await prefixAt("198.18.0.0")).toBe("198.18.0.0/22");
    expect(await prefixAt("198.18.3.255")).toBe("198.18.0.0/22");
    expect(await prefixAt("2001:db8::1")).toBe("2001:db8::/36");
    expect(await prefixAt("8.8.8.8")).toBeUndefined();
    expect(await prefixAt("255.255.255.255")).toBeUndefined();
    expect(await prefixAt("::1")).toBeUndefined();
  });

  test("the question for an address seeks in two indexes and reads no table, and so in a register of thousands", async () => {
    const context = given.context();
    await aRegister(context);
    await addSmallNetworks(context, await holderOf(context, "2001:db8::/36"), 20_000);
    const { context: written, questions } = writingDown(context);
    const address = parseAddress("2001:db8:0:77::1") ?? { family: "ipv6", value: 0n };
    const found = await findNetworkOfAddress(written, address);
    expect(found && formatPrefix(found.prefix)).toBe("2001:db8:0:77::/64");
    const asked = questions.filter(({ what }) => what.includes("queryRaw")).map(({ args }) => args as RawQuestion);
    expect(questions).toHaveLength(2);
    const steps = await planOf(given, asked[0]);
    expect(steps.filter((step) => step.includes("networks_startKey_prefixLength_key"))).toHaveLength(1);
    expect(steps.filter((step) => step.includes(given.kind === "sqlite" ? "(id=?)" : "networks_pkey"))).toHaveLength(1);
    expect(steps.filter((step) => /\b(?:scan|seq scan) networks?\b/i.test(step))).toEqual([]);
  });

  test("a network between two others takes the smaller one in, and gives it back when it is withdrawn", async () => {
    const context = given.context();
    await aRegister(context);
    const block = await holderOf(context, "198.18.0.0/22");
    const small = expectOk(await place(context, read("198.18.1.0/28"), block.organizationId));
    const wide = expectOk(await place(context, read("198.18.1.0/24"), block.organizationId));
    expect((await findNetwork(context, { id: small.id }))?.parentId).toBe(wide.id);
    expect((await findNetworkAround(context, read("198.18.1.0/27")))?.id).toBe(wide.id);
    expectOk(await inTransaction(context, (within) => withdrawNetwork(within, wide.id, wide.version)));
    expect((await findNetwork(context, { id: small.id }))?.parentId).toBe(block.id);
    await expectTree(context);
  });

  test("a prefix that is there, one outside every block, and a change of what has changed since are refused", async () => {
    const context = given.context();
    await aRegister(context);
    const block = await holderOf(context, "198.18.0.0/22");
    expect(await place(context, block.prefix, block.organizationId)).toMatchObject({
      error: { code: "NETWORK_EXISTS" },
    });
    expect(await place(context, read("192.0.2.0/24"), block.organizationId)).toMatchObject({
      error: { code: "NETWORK_NOT_DELEGATED" },
    });
    expect(await place(context, read("198.18.0.0/21"), block.organizationId)).toMatchObject({
      error: { code: "NETWORK_NOT_DELEGATED" },
    });
    const changed = expectOk(
      await inTransaction(context, (within) => changeNetwork(within, block.id, block.version, { originAsn: 64496 })),
    );
    expect(changed).toMatchObject({ originAsn: 64496, version: block.version + 1 });
    for (const act of [changeNetwork, withdrawNetwork]) {
      const outcome = await inTransaction(context, (within) => act(within, block.id, block.version, { name: "other" }));
      expect(outcome).toMatchObject({ error: { code: "NETWORK_CHANGED" } });
    }
  });

  test("each change is in the log field by field, and the state before it in the history", async () => {
    const context = given.context();
    await aRegister(context);
    const block = await holderOf(context, "198.18.0.0/22");
    expectOk(
      await inTransaction(context, (within) => changeNetwork(within, block.id, block.version, { originAsn: 64496 })),
    );
    const entries = await listAuditEntries(context, { action: "resources:network-changed" });
    expect(entries[0]).toMatchObject({
      subjectId: "198.18.0.0/22",
      changes: [{ field: "originAsn", before: null, after: 64496 }],
    });
    const versions = await context.database.registrationVersion.findMany({ where: { resource: "198.18.0.0/22" } });
    expect(versions).toMatchObject([{ version: 1, isLast: false, state: { originAsn: null } }]);
  });

  test("a block that shrinks keeps what is inside it still; what lies outside, or in a block that is gone, ends", async () => {
    const context = given.context();
    await aRegister(context);
    const block = await holderOf(context, "198.18.4.0/22");
    const gone = await holderOf(context, "203.0.113.0/24");
    const kept = expectOk(await place(context, read("198.18.5.0/24"), block.organizationId));
    const below = expectOk(await place(context, read("198.18.5.0/28"), block.organizationId));
    expectOk(await place(context, read("198.18.6.0/24"), block.organizationId));
    expectOk(await place(context, read("203.0.113.0/28"), gone.organizationId));
    await importChanged(given, context, [
      ["ipv4|198.18.4.0|1024|", "ipv4|198.18.4.0|512|"],
      ["plenic|TT|ipv4|203.0.113.0|256|20040720|assigned|103", "plenic||ipv4|203.0.113.0|256||reserved|"],
    ]);
    await expectTree(context);
    expect((await findNetwork(context, { id: kept.id }))?.parentId).toBe((await holderOf(context, "198.18.4.0/23")).id);
    expect((await findNetwork(context, { id: below.id }))?.parentId).toBe(kept.id);
    expect(await findNetworkAround(context, read("203.0.113.0/28"))).toBeUndefined();
    const ended = await context.database.registrationVersion.findMany({ where: { isLast: true } });
    expect(ended.map(({ resource }) => resource).sort()).toEqual([
      "198.18.4.0/22",
      "198.18.6.0/24",
      "203.0.113.0/24",
      "203.0.113.0/28",
    ]);
  });

  test("a block that shrinks to what was given on of it takes that one's place, and what was inside that ends with it", async () => {
    const context = given.context();
    await aRegister(context);
    const block = await holderOf(context, "198.18.4.0/22");
    const part = expectOk(await place(context, read("198.18.4.0/23"), block.organizationId));
    expectOk(await place(context, read("198.18.4.0/24"), block.organizationId));
    await importChanged(given, context, [["ipv4|198.18.4.0|1024|", "ipv4|198.18.4.0|512|"]]);
    await expectTree(context);
    expect(await holderOf(context, "198.18.4.0/23")).toMatchObject({ parentId: null, status: "allocated", version: 1 });
    expect(await findNetwork(context, { id: part.id })).toBeUndefined();
    expect(await listNetworksInside(context, block.prefix)).toHaveLength(1);
  });

  test("a block that goes to another holder goes empty, with the new holder's contact", async () => {
    const context = given.context();
    await aRegister(context);
    const { id, version } = await holderOf(context, "198.18.0.0/22");
    const formerly = { technicalContactId: "who managed it", abuseContactId: "who managed it" };
    expectOk(await inTransaction(context, (within) => changeNetwork(within, id, version, formerly)));
    const before = await holderOf(context, "198.18.0.0/22");
    expectOk(await place(context, read("198.18.1.0/24"), before.organizationId));
    await importChanged(given, context, [
      ["198.18.0.0|1024|20150601|allocated|101", "198.18.0.0|1024|20150601|allocated|105"],
    ]);
    const after = await holderOf(context, "198.18.0.0/22");
    expect(after).toMatchObject({ id: before.id, version: before.version + 1 });
    expect(after.organizationId).not.toBe(before.organizationId);
    expect(after).toMatchObject({ technicalContactId: null, abuseContactId: null });
    expect(await listNetworksInside(context, before.prefix)).toEqual([]);
  });
});
