// Every path of RFC 9082, RFC 9536 and RFC 9910 that this service answers, with what people and programs may write into it.
import { expect, test } from "vitest";
import { parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { answerRdap, LiveDirectory, readRdapQuery } from "#app/modules/directory/index.server.ts";
import { findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const base = "http://localhost:3000/rdap";

type Told = Record<string, unknown> & { readonly links?: { readonly rel: string; readonly href: string }[] };

async function addZone(given: Given, text: string, zoneName: string, host: string): Promise<void> {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  const at = new Date("2026-03-01T06:00:00Z");
  await given.database.reverseDelegation.create({
    data: {
      ...{ zoneName, ...prefixKeys(prefix), prefixLength: prefix.length, changedAt: at, nextCheckAt: at },
      servers: { create: [{ host, position: 0, status: "AA", statusAt: at, lastAuthoritativeAt: at }] },
    },
  });
}

/** Day one with zones, one of them in another. */
async function aRegister(given: Given) {
  const context = given.context();
  expectOk(await importRegister(context, { path: dayOne }));
  await addZone(given, "198.18.0.0/24", "0.18.198.in-addr.arpa", "ns.xn--and-6ma2c.example");
  const { organizations } = await findOrganizations(context, { query: "" });
  const holder = organizations.find(({ opaqueId }) => opaqueId === "101");
  const directory = await LiveDirectory.open(context);
  const prefix = parsePrefix("198.18.0.0/16");
  if (prefix === undefined) throw new Error("a prefix");
  const zones = directory.index.zonesInside(prefix);
  // Why in memory alone: the register lets no delegation stand that is wider than its network; the directory must not rely on it.
  const wider = { zoneName: "18.198.in-addr.arpa", prefix, servers: [], dsRecords: [], changedAt: new Date(0) };
  directory.index.putZones(prefix, [wider, ...zones]);
  return { directory, holder: holder?.handle ?? "" };
}

function ask(directory: LiveDirectory, question: string): Told {
  const [path = "", search = ""] = question.split("?");
  const query = readRdapQuery(path, search);
  if (!query.ok) return { errorCode: query.error.status };
  return answerRdap(directory.index, query.value, { base, site: "http://localhost:3000", host: "localhost" }).body;
}

function names(told: Told, member: string): unknown[] {
  return (told[member] as Told[] | undefined)?.map((each) => each["ldhName"] ?? each["handle"]) ?? [];
}

describeOnEachDatabase(
  "questions of rdap",
  (given) => {
    test("one thing written in many ways is one thing, and what cannot be meant is refused with its status", async () => {
      const { directory, holder } = await aRegister(given);
      const answered: readonly (readonly [question: string, handle: string])[] = [
        ["ip/198.18.0.0/22", "198.18.0.0/22"],
        ["ip/198.18.3.255", "198.18.0.0/22"],
        ["ip/198.18.1.1/32", "198.18.0.0/22"],
        ["ip/198.18.1.77/23", "198.18.0.0/22"],
        ["ip/198.18.0.0%2F22", "198.18.0.0/22"],
        ["ip/2001:DB8::/36", "2001:db8::/36"],
        ["ip/2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::/36"],
        ["ip/2001%3adb8%3A%3A1", "2001:db8::/36"],
        ["ip/2001:db8::1%25eth0", "2001:db8::/36"],
        ["ip/2001:db8::192.0.2.1", "2001:db8::/36"],
        ["ip/198.18.0.1/", "198.18.0.0/22"],
        ["ip/198.18.0.1?anything=1", "198.18.0.0/22"],
        ["autnum/64496", "AS64496"],
        ["autnum/as64496", "AS64496"],
        [`entity/${holder}`, holder],
        [`entity/${holder.toLowerCase()}`, holder],
        [`entity/${encodeURIComponent(holder)}`, holder],
        ["domain/0.18.198.in-addr.arpa", "0.18.198.in-addr.arpa"],
        ["domain/0.18.198.IN-ADDR.ARPA.", "0.18.198.in-addr.arpa"],
        ["domain/9.9.18.198.in-addr.arpa", "18.198.in-addr.arpa"],
      ];
      for (const [question, handle] of answered) {
        expect([question, ask(directory, question)["handle"]]).toEqual([question, handle]);
      }
      const refused: readonly (readonly [question: string, status: number])[] = [
        ...(["ip", "ip/", "ip/198.18.0.300", "ip/198.18.0", "ip/198.018.0.1", "ip/198.18.0.0/33"] as const).map(
          (question) => [question, 400] as const,
        ),
        ...(["ip/198.18.0.0/22/24", "ip/198.18.0.0/022", "ip/2001:db8::/129", "ip/../../etc/passwd"] as const).map(
          (question) => [question, 400] as const,
        ),
        ...(["ip/%00", "ip/198.18.0.1%0d%0aX", "autnum/-1", "autnum/4294967296", "autnum/64496x"] as const).map(
          (question) => [question, 400] as const,
        ),
        ...(["entity/%E0%A4%A", "nameserver/x", "nameserver/a b.example", "nameserver/"] as const).map(
          (question) => [question, 400] as const,
        ),
        // An IPv6 address of its own, and none of ours.
        ["ip/::ffff:198.18.0.1", 404],
        ["domain/example.org", 404],
        ["domain/andré.example", 404],
        [`domain/${"1.".repeat(5_000)}in-addr.arpa`, 404],
        ["entity/", 404],
        [`entity/${"A".repeat(10_000)}`, 404],
        ["", 404],
        ["..", 404],
        ["/ip/198.18.0.1", 404],
        ["help/me", 404],
        ["ips/198.18.0.0", 404],
        ["domains?nsIp=192.0.2.1", 501],
        ["nameservers?ip=192.0.2.1", 501],
        ["domains", 400],
        ["entities?fn=co*&handle=x", 400],
        ["entities?fn=con*&fn=x*", 400],
        ["ips?handle=198.18.*&cursor=p0&cursor=p1", 400],
        ["ips?handle=198.18.*&cursor=pzzz", 404],
      ];
      for (const [question, status] of refused) {
        expect([question, ask(directory, question)["errorCode"]]).toEqual([question, status]);
      }
    });

    test("a name server is found by its name in the DNS and as people write it", async () => {
      const { directory } = await aRegister(given);
      for (const written of [
        "ns.xn--and-6ma2c.example",
        "NS.XN--AND-6MA2C.EXAMPLE.",
        encodeURIComponent("ns.ñandú.example"),
      ]) {
        expect(ask(directory, `nameserver/${written}`)).toMatchObject({ ldhName: "ns.xn--and-6ma2c.example" });
      }
      for (const odd of ["ns.ñandú.example:53", "ñ@ns1.dns.example", "ñ?.example", "ns.ñandú.example/x"]) {
        expect([odd, ask(directory, `nameserver/${encodeURIComponent(odd)}`)["errorCode"]]).toEqual([odd, 400]);
      }
    });

    test("zones and AS numbers have their up, down, top and bottom too", async () => {
      const { directory } = await aRegister(given);
      const [above, below] = ["18.198.in-addr.arpa", "0.18.198.in-addr.arpa"];
      const relation = (of: string) => ask(directory, `domains/rirSearch1/${of}`);
      expect(relation(`rdap-up/${below}`)["ldhName"]).toBe(above);
      expect(relation(`rdap-top/${below}`)["ldhName"]).toBe(above);
      expect(names(relation(`rdap-down/${above}`), "domainSearchResults")).toEqual([below]);
      expect(names(relation(`rdap-bottom/${above}`), "domainSearchResults")).toEqual([below]);
      expect(relation(`rdap-up/${above}`)["errorCode"]).toBe(404);
      expect(relation("rdap-up/example.org")["errorCode"]).toBe(400);
      for (const [name, rels] of [
        // Why not related: no network is around it.
        [above, ["self", "rdap-down", "rdap-bottom"]],
        [below, ["self", "related", "rdap-up", "rdap-top"]],
      ] as const) {
        const told = ask(directory, `domain/${name}`);
        expect(told.links?.map(({ rel }) => rel)).toEqual(rels);
        expect(told["rdapConformance"]).toContain("rirSearch1");
        // Whoever follows the links comes to what they say.
        for (const { rel, href } of told.links ?? []) {
          expect([rel, ask(directory, href.slice(base.length + 1))["errorCode"]]).toEqual([rel, undefined]);
        }
      }
      const system = (of: string) => ask(directory, `autnums/rirSearch1/${of}`);
      const down = system("rdap-down/64496-64511");
      expect(names(down, "autnumSearchResults").slice(0, 2)).toEqual(["AS64496", "AS64497"]);
      expect(down["rdapConformance"]).toEqual(expect.arrayContaining(["rirSearch1", "autnums", "autnumSearchResults"]));
      expect(system("rdap-up/64496")["errorCode"]).toBe(404);
      expect(system("rdap-bottom/64496")["errorCode"]).toBe(404);
      expect(system("rdap-down/64511-64496")["errorCode"]).toBe(400);
      expect(system("rdap-down/all")["errorCode"]).toBe(400);
    });

    test("zones are found backwards by who answers for them, and help lists by what", async () => {
      const { directory, holder } = await aRegister(given);
      const found = ask(directory, `domains/reverse_search/entity?handle=${holder}&role=registrant`);
      expect(names(found, "domainSearchResults")).toEqual(["0.18.198.in-addr.arpa"]);
      expect(found["reverse_search_properties_mapping"]).toEqual([
        { property: "handle", propertyPath: "$.entities[*].handle" },
        { property: "role", propertyPath: "$.entities[*].roles" },
      ]);
      expect(found["rdapConformance"]).toContain("reverse_search");
      expect(ask(directory, `domains/reverse_search/entity?handle=${holder}&role=abuse`)["errorCode"]).toBe(404);
      const properties = ask(directory, "help")["reverse_search_properties"] as Record<string, string>[];
      for (const { searchableResourceType = "", relatedResourceType = "", property } of properties) {
        const path = `${searchableResourceType}/reverse_search/${relatedResourceType}`;
        const told = ask(directory, `${path}?handle=${holder}${property === "role" ? "&role=registrant" : ""}`);
        expect([path, property, told["errorCode"]]).toEqual([path, property, undefined]);
      }
    });

    test("pages lead to each other, with the count that was asked for, and name everything once", async () => {
      const { directory } = await aRegister(given);
      const known = directory.index.system(64_496);
      if (known === undefined) throw new Error("AS64496 is not in the register");
      for (let asn = 65_000; asn < 65_120; asn++) directory.index.putSystem(asn, { ...known, asn });
      for (const first of ["autnums?handle=AS650*&count=true", "autnums/rirSearch1/rdap-down/65000-65119?count=true"]) {
        const found: unknown[] = [];
        for (let next: string | undefined = first; next !== undefined;) {
          const told = ask(directory, next);
          found.push(...names(told, "autnumSearchResults"));
          const metadata = told["paging_metadata"] as { readonly totalCount: number } & Told;
          expect(metadata.totalCount).toBe(first.includes("650") && first.includes("?handle") ? 100 : 120);
          next = metadata.links?.[0]?.href.slice(base.length + 1);
        }
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeGreaterThanOrEqual(100);
      }
    });

    test("a network names the file that says where its addresses are used", async () => {
      await aRegister(given);
      const geofeedUrl = "https://geo.example/feed.csv";
      await given.database.network.updateMany({ where: { startKey: "4c6120000" }, data: { geofeedUrl } });
      const directory = await LiveDirectory.open(given.context());
      const told = ask(directory, "ip/198.18.0.1");
      expect(told.links).toContainEqual({
        ...{ value: `${base}/ip/198.18.0.0/22`, rel: "geo", href: geofeedUrl },
        type: "application/geofeed+csv",
      });
      expect(told["rdapConformance"]).toContain("geofeed1");
      // Also where there is none: a client knows from it that it would have been named.
      expect(ask(directory, "ip/2001:db8::1")["rdapConformance"]).toContain("geofeed1");
    });
  },
  { on: "sqlite" },
);
