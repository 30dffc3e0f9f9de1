// The tree of networks under thousands of random acts: a model in memory, made of nothing but prefixes, foretells every outcome and every
// parent. After each act the networks around it are compared, after each transaction the whole tree and the pools.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import {
  addressBits,
  formatPrefix,
  parsePrefix,
  prefixAround,
  prefixEnd,
  prefixKeys,
  prefixOfKey,
  prefixSize,
} from "#app/lib/ip-addresses/index.ts";
import { expectOk, refuse } from "#app/lib/result/index.ts";
import {
  changeNetwork,
  findNetwork,
  findNetworkAround,
  importRegister,
  listNetworksInside,
  placeNetwork,
  poolsOf,
  withdrawNetwork,
} from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { NetworkModel } from "./network-model.ts";

const dayOne = readFileSync(new URL("../../fixtures/register/day-1.txt", import.meta.url), "utf8");

/** Where the random networks lie: few enough places that they meet, wide enough that the tree grows. */
const blocks = ["198.18.0.0/22", "198.18.4.0/22", "203.0.113.0/24", "2001:db8::/36"].map(read);

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

const randomPrefix = fc
  .record({ block: fc.constantFrom(...blocks), place: fc.nat(1023), deep: fc.integer({ min: -1, max: 10 }) })
  .map(({ block, place, deep }) => {
    const unit = block.family === "ipv4" ? 1n : 1n << 82n;
    // Why also one bit wider than the block: nobody may take what was not delegated.
    const length = Math.min(block.length + deep, addressBits(block.family));
    return prefixAround({ family: block.family, value: block.start + BigInt(place) * unit }, length);
  });

const kinds = ["allocate", "allocate", "allocate", "allocate", "return", "split", "give on", "resize", "late"] as const;
const randomAct = fc.record({
  kind: fc.constantFrom(...kinds),
  prefix: randomPrefix,
  pick: fc.nat(1_000_000),
  by: fc.integer({ min: -2, max: 2 }),
});
type Act = typeof randomAct extends fc.Arbitrary<infer Each> ? Each : never;

/** Acts that stand or fall together; some fall. */
const randomTransactions = fc.record({
  acts: fc.array(randomAct, { minLength: 10, maxLength: 60, size: "max" }),
  isTakenBack: fc.nat(7).map((number) => number === 0),
  newBlock: fc.record({ addresses: fc.constantFrom(256, 512, 1024), holder: fc.constantFrom("102", "102", "105") }),
});

async function allocate(within: ContextWithin, prefix: Prefix): Promise<string> {
  const around = await findNetworkAround(within, prefix);
  const outcome = await placeNetwork(within, {
    ...{ prefix, organizationId: around?.organizationId ?? "", status: "reassigned", name: "", isResidential: false },
    ...{ technicalContactId: null, abuseContactId: null, originAsn: null, registeredOn: "2026-03-02" },
  });
  return outcome.ok ? "done" : outcome.error.code;
}

async function theNetwork(context: ReadingContext, prefix: Prefix): Promise<Network> {
  const network = await findNetwork(context, { prefix });
  if (network === undefined) throw new Error(`${formatPrefix(prefix)} is not in the register`);
  return network;
}

/** Does the act in the register and in the model, and says how it went, in the words of both; and which prefixes it was about. */
async function carryOut(within: ContextWithin, model: NetworkModel, act: Act) {
  const told: { readonly register: string; readonly model: string }[] = [];
  const place = async (prefix: Prefix) => {
    told.push({ model: model.place(prefix), register: await allocate(within, prefix) });
    return prefix;
  };
  if (act.kind === "allocate") return { told, touched: [await place(act.prefix)] };
  const chosen = model.pick(act.pick);
  if (chosen === undefined) return { told, touched: [] };
  const { id, version, status } = await theNetwork(within, chosen);
  const touched = [chosen];
  if (act.kind === "late" || act.kind === "give on") {
    const seen = act.kind === "late" ? version - 1 : version;
    const other = status === "reassigned" ? "reallocated" : "reassigned";
    const outcome = await changeNetwork(within, id, seen, { status: other });
    const expected = act.kind === "late" ? "NETWORK_CHANGED" : "done";
    told.push({ model: expected, register: outcome.ok ? "done" : outcome.error.code });
    return { told, touched };
  }
  expectOk(await withdrawNetwork(within, id, version));
  model.withdraw(chosen);
  const lengths = act.kind === "split" ? [1, 1] : act.kind === "resize" ? [act.by] : [];
  for (const [index, by] of lengths.entries()) {
    const length = Math.min(chosen.length + by, addressBits(chosen.family));
    const start = index === 0 ? chosen.start : prefixEnd(chosen);
    touched.push(await place(prefixAround({ family: chosen.family, value: start }, length)));
  }
  return { told, touched };
}

function isSame(left: Prefix | undefined, right: Prefix | undefined): boolean {
  return left?.family === right?.family && left?.start === right?.start && left?.length === right?.length;
}

/** The network, its children and its neighbours lie as the model says, and share no address. */
async function expectAround(context: ReadingContext, model: NetworkModel, prefix: Prefix): Promise<void> {
  const parent = model.parentOf(prefix);
  const rows = await context.database.network.findMany({
    where: { OR: [prefix, ...(parent === undefined ? [] : [parent])].map(exactly) },
    select: { id: true, startKey: true, prefixLength: true },
  });
  expect(rows.some((row) => isSame(prefixOfKey(row.startKey, row.prefixLength), prefix))).toBe(model.has(prefix));
  const around = new Map(rows.map(({ id, startKey, prefixLength }) => [id, prefixOfKey(startKey, prefixLength)]));
  const children = await context.database.network.findMany({
    where: { parentId: { in: [...around.keys()] } },
    select: { parentId: true, startKey: true, endKey: true, prefixLength: true },
    orderBy: { startKey: "asc" },
  });
  const last = new Map<string | null, string>();
  const wrong = children.filter(({ parentId, startKey, endKey, prefixLength }) => {
    const child = prefixOfKey(startKey, prefixLength);
    const isApart = (last.get(parentId) ?? "") < startKey;
    last.set(parentId, endKey);
    return !isApart || !model.has(child) || !isSame(model.parentOf(child), around.get(parentId ?? ""));
  });
  expect(wrong).toEqual([]);
  const key = prefixKeys(prefix).startKey;
  const isListed = children.some(({ startKey, prefixLength }) => startKey === key && prefixLength === prefix.length);
  expect(isListed).toBe(model.has(prefix) && parent !== undefined);
}

function exactly(prefix: Prefix): { startKey: string; prefixLength: number } {
  return { startKey: prefixKeys(prefix).startKey, prefixLength: prefix.length };
}

/** The register has exactly the model's networks, each once, each in the smallest around it; and what was delegated adds up. */
async function expectWhole(context: Context, model: NetworkModel): Promise<void> {
  const all = [
    ...(await listNetworksInside(context, { family: "ipv4", start: 0n, length: 0 })),
    ...(await listNetworksInside(context, { family: "ipv6", start: 0n, length: 0 })),
  ];
  const prefixById = new Map(all.map(({ id, prefix }) => [id, prefix]));
  const wrong = all.filter(({ prefix, parentId }) => {
    return !model.has(prefix) || !isSame(prefixById.get(parentId ?? ""), model.parentOf(prefix));
  });
  expect(wrong).toEqual([]);
  expect(new Set(all.map(({ prefix }) => formatPrefix(prefix))).size).toBe(model.size);
  expect(all).toHaveLength(model.size);
  const pools = await poolsOf(context);
  const direct = all.filter(({ parentId, prefix }) => parentId === null && prefix.family === "ipv4");
  const sum = direct.reduce((total, { prefix }) => total + prefixSize(prefix), 0n);
  expect(sum).toBe(pools.ipv4.allocated + pools.ipv4.assigned);
}

interface NewBlock {
  readonly addresses: number;
  readonly holder: string;
}

/** Another day's file: the block at 198.18.4.0 has another size, another holder, or both. */
async function importDay(given: Given, context: Context, { addresses, holder }: NewBlock): Promise<Prefix> {
  const path = join(given.settings.folder, "a-day.txt");
  const line = `198.18.4.0|${addresses}|20190115|allocated|${holder}`;
  writeFileSync(path, dayOne.replace("198.18.4.0|1024|20190115|allocated|102", line));
  expectOk(await importRegister(context, { path }));
  return read(`198.18.4.0/${32 - Math.log2(addresses)}`);
}

describeOnEachDatabase("the tree of networks", (given) => {
  test("after each of thousands of allocations, splits, returns and resizes, and with blocks that change, it is what prefixes make it", async () => {
    const context = given.context();
    let block = { addresses: 1024, holder: "102" };
    let place = await importDay(given, context, block);
    let model = new NetworkModel(blocks);
    const seen = new Set<string>();
    let acts = 0;
    for (const [index, each] of fc.sample(randomTransactions, { numRuns: 61, seed: 4 }).entries()) {
      const poolsBefore = await poolsOf(context);
      const wished = model.copy();
      const outcome = await inTransaction(context, async (within) => {
        for (const act of each.acts) {
          const { told, touched } = await carryOut(within, wished, act);
          expect(told.map(({ register }) => register)).toEqual(told.map((word) => word.model));
          for (const prefix of touched) await expectAround(within, wished, prefix);
          for (const { register } of told) seen.add(register);
          acts += 1;
        }
        return each.isTakenBack ? refuse("TAKEN_BACK") : { ok: true as const };
      });
      if (outcome.ok) model = wished;
      await expectWhole(context, model);
      expect(await poolsOf(context)).toEqual(poolsBefore);
      if (index % 9 !== 8) continue;
      const next = await importDay(given, context, each.newBlock);
      model.replaceDirect(place, next, each.newBlock.holder !== block.holder);
      [block, place] = [each.newBlock, next];
      await expectWhole(context, model);
    }
    expect(acts).toBeGreaterThan(2000);
    expect([...seen].sort()).toEqual(["NETWORK_CHANGED", "NETWORK_EXISTS", "NETWORK_NOT_DELEGATED", "done"]);
    expect(model.size).toBeGreaterThan(150);
  });

  test("two writers at once leave the tree that the log tells, act by act", async () => {
    const context = given.context();
    await importDay(given, context, { addresses: 1024, holder: "102" });
    // Why one connection on SQLite: a second one in this process would wait for a lock that only this process can give back.
    const second = given.kind === "sqlite" ? context.database : await openDatabase(given.databaseUrl);
    const codes = new Set<string>();
    const write = async (writer: Context, seed: number) => {
      for (const { acts, isTakenBack } of fc.sample(randomTransactions, { numRuns: 45, seed })) {
        await inTransaction(writer, async (within) => {
          for (const { prefix, kind } of acts.slice(0, 6)) {
            const there = kind === "allocate" ? undefined : await findNetworkAround(within, prefix);
            if (there === undefined || there.parentId === null) codes.add(await allocate(within, prefix));
            else {
              // Why a refusal may be right: the other writer may have taken it out since it was read.
              const outcome = await withdrawNetwork(within, there.id, there.version);
              codes.add(outcome.ok ? "done" : outcome.error.code);
            }
          }
          return isTakenBack ? refuse("TAKEN_BACK") : { ok: true as const };
        });
      }
    };
    await Promise.all([write(context, 7), write({ ...context, database: second }, 8)]);
    if (second !== context.database) await second.$disconnect();
    const model = new NetworkModel(blocks);
    const log = await context.database.auditEntry.findMany({
      where: { subjectType: "network" },
      orderBy: { sequence: "asc" },
    });
    for (const { action, subjectId } of log) {
      if (action === "resources:network-withdrawn") model.withdraw(read(subjectId));
      else expect(model.place(read(subjectId))).toBe("done");
    }
    await expectWhole(context, model);
    expect(log.length).toBeGreaterThan(200);
    expect([...codes]).toEqual(expect.arrayContaining(["NETWORK_EXISTS", "NETWORK_NOT_DELEGATED", "done"]));
  });
});
