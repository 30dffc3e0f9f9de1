// Reverse DNS in WHOIS, RDAP and the copy in memory: ranges, servers taken out, zones, name servers, and what changes elsewhere.
import { expect, test } from "vitest";
import { formatPrefix, parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import {
  answerRdap,
  LiveDirectory,
  rdapSurroundingsOf,
  readRdapQuery,
  WhoisWriter,
} from "#app/modules/directory/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import type { DsRecord } from "#app/modules/reverse-dns/index.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const asked = new Date("2026-03-01T06:00:00Z");

/** A zone as the checks of name servers left it: the second server has been taken out. */
async function addZone(given: Given, text: string, zoneName: string, dsRecords: DsRecord[] = []): Promise<void> {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  const server = { statusAt: asked, position: 0 };
  const servers = [
    { ...server, host: "ns1.dns.example", status: "AA", lastAuthoritativeAt: asked },
    { ...server, host: "ns2.dns.example", status: "TO", position: 1, removedAt: asked },
  ];
  await inTransaction(given.context(), async (within) => {
    await within.database.reverseDelegation.create({
      data: {
        ...{ zoneName, ...prefixKeys(prefix), prefixLength: prefix.length, changedAt: asked, nextCheckAt: asked },
        servers: { create: servers },
        dsRecords: { create: dsRecords },
      },
    });
    const subjectId = formatPrefix(prefix);
    await recordAudit(within, { action: "reverse-dns:delegated", subjectType: "reverse-delegations", subjectId });
    return ok(undefined);
  });
}

async function rdap(given: Given, directory: LiveDirectory, question: string) {
  await directory.catchUp();
  const [path = "", search = ""] = question.split("?");
  const query = readRdapQuery(path, search);
  if (!query.ok) return { errorCode: query.error.status };
  return answerRdap(directory.index, query.value, rdapSurroundingsOf(given.context())).body;
}

const signature = { keyTag: 4711, algorithm: 8, digestType: 2, digest: "AB".repeat(32) };

describeOnEachDatabase("reverse DNS in the directory", (given) => {
  test("a network names its ranges with their servers, and says which was taken out", async () => {
    expectOk(await importRegister(given.context(), { path: dayOne }));
    const directory = await LiveDirectory.open(given.context());
    expect(await rdap(given, directory, "ip/198.18.0.1")).toMatchObject({ lacnic_reverseDelegations: undefined });
    await addZone(given, "198.18.0.0/24", "0.18.198.in-addr.arpa");
    await addZone(given, "198.18.1.0/24", "1.18.198.in-addr.arpa");
    await addZone(given, "198.18.2.0/24", "2.18.198.in-addr.arpa", [signature]);
    expect(await rdap(given, directory, "ip/198.18.0.1")).toMatchObject({
      rdapConformance: expect.arrayContaining(["lacnic"]) as string[],
      lacnic_reverseDelegations: [
        {
          ...{ startAddress: "198.18.0.0", endAddress: "198.18.1.255" },
          nameservers: [{ ldhName: "ns1.dns.example" }],
          secureDNS: { delegationSigned: false },
        },
        {
          ...{ startAddress: "198.18.2.0", endAddress: "198.18.2.255" },
          secureDNS: { delegationSigned: true, dsData: [{ zone: "2.18.198.in-addr.arpa", ...signature }] },
        },
      ],
    });
    const around = { host: "h", clientAddress: "::1", now: asked };
    const whois = Buffer.concat(new WhoisWriter().answer(directory, "198.18.0.1", around)).toString();
    expect(
      whois
        .split("\r\n")
        .filter((line) => /^(inetrev|ns|dsrdata)/.test(line))
        .slice(0, 8),
    ).toEqual([
      "inetrev:     198.18.0.0/23",
      "nserver:     NS1.DNS.EXAMPLE",
      "nsstat:      20260301 AA",
      "nslastaa:    20260301",
      "nserver:     NS2.DNS.EXAMPLE [lame - not published]",
      "nsstat:      20260301 TO",
      "nslastaa:",
      "inetrev:     198.18.2.0/24",
    ]);
  });

  test("a zone is found by its name or a name inside it, and servers and zones by searching", async () => {
    expectOk(await importRegister(given.context(), { path: dayOne }));
    await addZone(given, "198.18.0.0/24", "0.18.198.in-addr.arpa", [signature]);
    const directory = await LiveDirectory.open(given.context());
    const zone = await rdap(given, directory, "domain/7.0.18.198.IN-ADDR.ARPA");
    expect(zone).toMatchObject({
      ...{ objectClassName: "domain", ldhName: "0.18.198.in-addr.arpa", network: { handle: "198.18.0.0/22" } },
      nameservers: [{ objectClassName: "nameserver", ldhName: "ns1.dns.example" }],
      secureDNS: { delegationSigned: true, dsData: [signature] },
    });
    expect(await rdap(given, directory, "nameserver/NS1.dns.example")).toMatchObject({ ldhName: "ns1.dns.example" });
    const found = { domainSearchResults: [{ ldhName: "0.18.198.in-addr.arpa" }] };
    expect(await rdap(given, directory, "domains?nsLdhName=ns1.dns.*")).toMatchObject(found);
    expect(await rdap(given, directory, "domains?name=0.18.198.in-addr.arpa")).toMatchObject(found);
    expect(await rdap(given, directory, "nameservers?name=ns*")).toMatchObject({
      nameserverSearchResults: [{ ldhName: "ns1.dns.example" }],
    });
    for (const [question, errorCode] of [
      ["domain/9.18.198.in-addr.arpa", 404],
      ["domain/example.org", 404],
      ["nameserver/ns2.dns.example", 404],
      ["nameserver/x", 400],
    ] as const) {
      expect([question, await rdap(given, directory, question)]).toMatchObject([question, { errorCode }]);
    }
  });
});
