// What a member, or whoever owns a name, can make the registry do by having name servers asked; and two rounds of asking at once.
import { createSocket } from "node:dgram";
import type { RemoteInfo, Socket } from "node:dgram";
import { once } from "node:events";
import { decode, encode } from "dns-packet";
import type { Answer } from "dns-packet";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { changeNetwork, findNetwork, importRegister } from "#app/modules/resources/index.server.ts";
import { checkDelegation, watchDelegations } from "#app/modules/reverse-dns/index.server.ts";
import { checksOfPerson } from "#app/modules/reverse-dns/domain/check-allowance.ts";
import { askServers } from "#app/modules/reverse-dns/queries/ask-servers.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import type { Given, TestContext } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const register = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const zones = Array.from({ length: 40 }, (_, third) => `${third}.18.198.in-addr.arpa`);

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

/** Says of every name that it leads to 127.0.0.2, where this says nothing; keeps what it is asked there. */
let resolver: Socket;
let victim: Socket;
let port = 0;
const questions: string[] = [];

beforeAll(async () => {
  resolver = createSocket("udp4");
  resolver.on("message", (message, { port: from, address }: RemoteInfo) => {
    const { id = 0, questions: [question] = [] } = decode(message);
    if (question === undefined) return;
    const { name, type } = question;
    const answers: Answer[] = type === "A" ? [{ type, name, ttl: 1, data: "127.0.0.2" }] : [];
    const answer = encode({ type: "response", id, questions: [{ name, type, class: "IN" }], answers });
    resolver.send(answer, from, address);
  });
  resolver.bind(0, "127.0.0.1");
  await once(resolver, "listening");
  ({ port } = resolver.address());
  victim = createSocket("udp4");
  victim.on("message", (message) => questions.push(decode(message).questions?.[0]?.name ?? ""));
  victim.bind(port, "127.0.0.2");
  await once(victim, "listening");
});

beforeEach(() => {
  questions.length = 0;
});

afterAll(() => {
  resolver.close();
  victim.close();
});

function asking(context: TestContext): TestContext {
  return { ...context, settings: { ...context.settings, dnsResolvers: [`127.0.0.1:${port}`], dnsPort: port } };
}

async function aTechnicalContact(context: Context, prefix: string): Promise<Extract<Actor, { kind: "person" }>> {
  const written = { name: "Tec Uno", email: "tec1@example.org", userId: "TEC1", language: "es" } as const;
  const { accountId } = expectOk(await createAccount(context, written));
  const block = await findNetwork(context, { prefix: read(prefix) });
  if (block === undefined) throw new Error(`${prefix} is not in the register`);
  const contact = { technicalContactId: accountId };
  expectOk(await inTransaction(context, (within) => changeNetwork(within, block.id, block.version, contact)));
  return { kind: "person", accountId, userId: "TEC1", name: "Tec Uno", roles: [] };
}

describeOnEachDatabase(
  "asking name servers",
  (given: Given) => {
    test("leaves whoever is silent alone after a few questions, however many names and zones lead there", async () => {
      const context = asking(given.context());
      const hosts = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.dns.example`);
      const asked = await askServers(
        context,
        zones.flatMap((zoneName) => hosts.map((host) => ({ zoneName, host }))),
      );
      expect(asked).toHaveLength(240);
      expect(asked.every(({ status }) => status === "TO")).toBe(true);
      // Two datagrams a question; as many questions as are under way before the first stays unanswered.
      expect(new Set(questions).size).toBeLessThan(zones.length);
      expect(questions.length).toBeLessThanOrEqual(2 * 13);
    });

    test("asks nobody on this machine or in its network, wherever a name leads", async () => {
      const context = asking(given.context());
      const { dnsPort: _laboratory, ...settings } = context.settings;
      const asked = await askServers({ ...context, settings }, [
        { zoneName: "0.18.198.in-addr.arpa", host: "a.example" },
      ]);
      expect(asked).toMatchObject([{ status: "ERROR" }]);
    });

    test("is counted for each person who has it done", async () => {
      const context = asking(given.context());
      expectOk(await importRegister(context, { path: register }));
      const actor = await aTechnicalContact(context, "198.18.0.0/22");
      const asPerson = { ...context, actor, settings: { ...context.settings, dnsResolvers: ["127.0.0.1:9"] } };
      const wish = { range: read("198.18.0.0/24"), hosts: ["a.dns.example", "b.dns.example"], dsRecords: "" };
      const codes = new Set<string>();
      for (let time = 0; time < checksOfPerson.free + 2; time += 1) {
        const checked = await checkDelegation(asPerson, wish);
        codes.add(checked.ok ? "checked" : checked.error.code);
      }
      expect([...codes]).toEqual(["checked", "TOO_MANY_CHECKS"]);
    });
  },
  { on: "sqlite" },
);

describeOnEachDatabase("two rounds of asking at once", (given: Given) => {
  test("tell the contacts of a lame server once, and not at all of one that was replaced meanwhile", async () => {
    const context = asking(given.context());
    await registerMailRoom(context, { folder: given.settings.folder });
    expectOk(await importRegister(context, { path: register }));
    await aTechnicalContact(context, "198.18.0.0/22");
    const prefix = read("198.18.0.0/24");
    const long = new Date(context.clock.now().getTime() - 8 * 86_400_000);
    const { id } = await given.database.reverseDelegation.create({
      data: {
        ...{ zoneName: "0.18.198.in-addr.arpa", ...prefixKeys(prefix), prefixLength: 24 },
        ...{ changedAt: long, nextCheckAt: long },
        servers: { create: [{ host: "a.dns.example", position: 0, status: "TO", statusAt: long, lameSince: long }] },
      },
    });
    const reports = await Promise.all([watchDelegations(context), watchDelegations(context)]);
    expect(reports.map((report) => report.zones).sort()).toEqual([0, 1]);
    const where = { template: "reverse-dns/lame-server" };
    const told = await given.database.outgoingMail.count({ where });
    expect(told).toBe(2);
    await given.database.reverseDelegation.update({ where: { id }, data: { nextCheckAt: long } });
    const late = watchDelegations(context);
    await given.database.reverseDelegation.delete({ where: { id } });
    expect(await late).toEqual({ zones: 0, lame: 0, removed: 0 });
    expect(await given.database.auditEntry.count({ where: { action: "reverse-dns:servers-asked" } })).toBe(1);
  });
});
