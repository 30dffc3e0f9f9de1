// RDAP over HTTP: objects, the tree, searches, redaction, errors, and that every answer says exactly what it conforms to.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { formatAddress, formatPrefix, parsePrefix, prefixAround, prefixEnd } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { RdapObject } from "#app/modules/directory/index.server.ts";
import {
  answerRdap,
  LiveDirectory,
  previewDirectory,
  rdapExtensions,
  readRdapQuery,
  WhoisWriter,
} from "#app/modules/directory/index.server.ts";
import { editOrganization, findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister, placeNetwork } from "#app/modules/resources/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { openRdapDoor } from "#app/processes/rdap.ts";
import { startWhois } from "#app/processes/whois.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const base = "http://localhost:3000/rdap";

/** Day one, with a business and a residential customer in 198.18.0.0/22. */
async function aRegister(given: Given) {
  const context = given.context();
  expectOk(await importRegister(context, { path: dayOne }));
  const { organizations } = await findOrganizations(context, { query: "" });
  const holder = (opaqueId: string) => {
    const found = organizations.find((each) => each.opaqueId === opaqueId);
    if (found === undefined) throw new Error(`no holder ${opaqueId}`);
    return found;
  };
  const [provider, customer, person] = [holder("101"), holder("103"), holder("105")];
  const fields = { street: "Rambla 1", postalCode: "11400", city: "Montevideo", phone: "+598 2 604", country: "UY" };
  expectOk(await editOrganization(context, { organizationId: provider.id, name: "Conexión Ñandú", ...fields }));
  const place = (text: string, organizationId: string, isResidential: boolean) =>
    inTransaction(context, (within) =>
      placeNetwork(within, {
        ...{ prefix: prefixOf(text), organizationId, status: "reassigned", name: isResidential ? "Norte" : "" },
        ...{ isResidential, technicalContactId: null, abuseContactId: null, originAsn: isResidential ? null : 64_496 },
        registeredOn: "2026-03-02",
      }),
    );
  expectOk(await place("198.18.1.0/24", customer.id, false));
  expectOk(await place("198.18.1.128/25", customer.id, false));
  expectOk(await place("198.18.2.0/24", person.id, true));
  return { directory: await LiveDirectory.open(context), provider, customer, person };
}

function prefixOf(text: string) {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

async function aDoor(given: Given, directory: LiveDirectory, meter?: QueryMeter): Promise<string> {
  const door = openRdapDoor(given.context(), directory, meter);
  const server = createServer((request, response) => {
    if (!door(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rdap`;
}

type Told = Record<string, unknown> & { readonly entities?: Told[]; readonly vcardArray?: [string, unknown[][]] };

/** What is answered without HTTP around it. */
function ask(directory: LiveDirectory, question: string): Told {
  const [path = "", search = ""] = question.split("?");
  const query = readRdapQuery(path, search);
  if (!query.ok) return { errorCode: query.error.status };
  const { body } = answerRdap(directory.index, query.value, { base, site: "http://localhost:3000", host: "localhost" });
  expectHonest(body, question === "help");
  return body;
}

/** Recomputes from an answer's members what it conforms to; `help` lists everything that there is. */
function expectHonest(body: RdapObject, isHelp: boolean): void {
  const text = JSON.stringify({ ...body, rdapConformance: [], notices: [] });
  const signs: [string, RegExp][] = [
    ["nro_rdap_profile_asn_flat_0", /"objectClassName":"autnum"/],
    ["geofeed1", /"objectClassName":"ip network"/],
    ["arin_originas0", /"arin_originas0_/],
    ["lacnic", /"lacnic_/],
    ["redacted", /"redacted":/],
    ["rirSearch1", /"rel":"rdap-(up|down)"|"(ip|autnum)SearchResults"|"objectClassName":"ip network".*"entities"/],
    ["ips", /"ipSearchResults"|"objectClassName":"ip network".*"entities"/],
    ["autnums", /"autnumSearchResults"/],
    ["ipSearchResults", /"ipSearchResults"/],
    ["autnumSearchResults", /"autnumSearchResults"/],
    ["reverse_search", /"reverse_search_properties_mapping"/],
    ["paging", /"paging_metadata"/],
  ];
  const used = signs.filter(([, sign]) => sign.test(text)).map(([name]) => name);
  const claimed = [...(body["rdapConformance"] as string[])].sort();
  const expected = isHelp ? rdapExtensions : ["rdap_level_0", "nro_rdap_profile_0", "cidr0", ...used];
  expect(claimed).toEqual([...expected].sort());
}

function card(entity: Told | undefined, property: string): unknown {
  return entity?.vcardArray?.[1].find(([name]) => name === property)?.[3];
}

function withRole(told: Told, role: string): Told | undefined {
  return told.entities?.find((entity) => (entity["roles"] as string[]).includes(role));
}

function handles(told: Told, member: string): unknown[] {
  return (told[member] as Told[] | undefined)?.map((each) => each["handle"]) ?? [];
}

describeOnEachDatabase(
  "rdap",
  (given) => {
    test("an address is answered with its smallest network, holder, contacts, events and links", async () => {
      const { directory, provider } = await aRegister(given);
      const told = ask(directory, "ip/198.18.3.9");
      expect(told).toMatchObject({
        ...{
          objectClassName: "ip network",
          handle: "198.18.0.0/22",
          startAddress: "198.18.0.0",
          endAddress: "198.18.3.255",
        },
        ...{ ipVersion: "v4", type: "ALLOCATED", country: "UY", status: ["active"], port43: "localhost" },
        cidr0_cidrs: [{ v4prefix: "198.18.0.0", length: 22 }],
        events: [
          { eventAction: "registration", eventDate: "2015-06-01T00:00:00Z" },
          { eventAction: "last changed", eventDate: "2026-03-02T15:00:00Z" },
        ],
      });
      expect((told["links"] as Told[]).map(({ rel, href }) => [rel, href])).toEqual([
        ["self", `${base}/ip/198.18.0.0/22`],
        ["rdap-down", `${base}/ips/rirSearch1/rdap-down/198.18.0.0/22`],
        ["rdap-bottom", `${base}/ips/rirSearch1/rdap-bottom/198.18.0.0/22`],
      ]);
      const registrant = withRole(told, "registrant");
      expect(registrant?.["handle"]).toBe(provider.handle);
      expect(card(registrant, "fn")).toBe("Conexión Ñandú");
      expect(card(registrant, "adr")).toEqual(["", "", "Rambla 1", "Montevideo", "", "11400", ""]);
      expect(withRole(told, "abuse")).toEqual(withRole(told, "administrative"));
      expect(card(withRole(told, "technical"), "email")).toMatch(/@/);
      expect(ask(directory, "ip/198.18.1.0/24")).toMatchObject({
        ...{ type: "REASSIGNED", parentHandle: "198.18.0.0/22" },
        ...{ arin_originas0_originautnums: [64_496], lacnic_originAutnum: ["AS64496"] },
      });
      expect(ask(directory, "ip/2001%3Adb8%3A%3A1")).toMatchObject({ handle: "2001:db8::/36", ipVersion: "v6" });
    });

    test("AS numbers, organisations and people are answered; who is not public is not", async () => {
      const { directory, provider, person } = await aRegister(given);
      const system = ask(directory, "autnum/64496");
      expect(system).toMatchObject({
        objectClassName: "autnum",
        handle: "AS64496",
        startAutnum: 64_496,
        endAutnum: 64_496,
      });
      const contact = withRole(system, "technical")?.["handle"] as string;
      const told = ask(directory, `entity/${provider.handle.toLowerCase()}`);
      expect(handles(told, "networks")).toEqual(["198.18.0.0/22", "2001:db8::/36"]);
      expect(handles(told, "autnums")).toEqual(["AS64496"]);
      expect(ask(directory, `entity/${contact}`)).toMatchObject({ objectClassName: "entity", handle: contact });
      expect(handles(ask(directory, `entity/${person.handle}`), "networks")).toEqual([]);
      expect(ask(directory, "autnum/64498")["errorCode"]).toBe(404);
      expect(ask(directory, "entity/NOBODY1")["errorCode"]).toBe(404);
      expect(ask(directory, "ip/198.18.8.1")["errorCode"]).toBe(404);
    });

    test("of a residential customer the provider answers, and the answer says that something was replaced", async () => {
      const { directory, provider, person } = await aRegister(given);
      const told = ask(directory, "ip/198.18.2.7");
      expect(withRole(told, "registrant")?.["handle"]).toBe(provider.handle);
      expect(told).toMatchObject({ name: "Norte", redacted: [{ method: "replacementValue" }] });
      expect(JSON.stringify(told)).not.toContain(person.handle);
      // In a list the redaction names which of the results it is about, and that is what stands there.
      const found = ask(directory, "ips?handle=198.18.*");
      const place = handles(found, "ipSearchResults").indexOf("198.18.2.0/24");
      const [emails, replaced, ...more] = found["redacted"] as Told[];
      expect(emails).toMatchObject({ method: "removal" });
      expect(replaced).toMatchObject({ postPath: `$.ipSearchResults[${place}].entities`, method: "replacementValue" });
      expect([place > 0, more]).toEqual([true, []]);
      expect(handles(ask(directory, `ips/reverse_search/entity?handle=${person.handle}`), "ipSearchResults")).toEqual(
        [],
      );
    });

    test("a preview says what both doors would say, before anything is written", async () => {
      const { directory, customer } = await aRegister(given);
      const fields = {
        status: "reassigned",
        name: "",
        isResidential: false,
        originAsn: null,
        geofeedUrl: null,
      } as const;
      const contacts = { technicalContactId: null, abuseContactId: null };
      const network = { prefix: prefixOf("198.18.3.0/26"), organizationId: customer.id, ...fields, ...contacts };
      const [preview] = await previewDirectory(given.context(), { networks: [network] });
      expect(preview?.whois).toMatch(/^inetnum: {5}198\.18\.3\.0\/26\nstatus: {6}reassigned\n/);
      expect(preview?.whois).toContain("inetnum-up:  198.18.0.0/22");
      expect(ask(directory, "ip/198.18.3.0/26")["handle"]).toBe("198.18.0.0/22");
      expectOk(
        await inTransaction(given.context(), (within) =>
          placeNetwork(within, { ...network, registeredOn: "2026-03-02" }),
        ),
      );
      await directory.catchUp();
      expect(preview?.rdap).toEqual(ask(directory, "ip/198.18.3.0/26"));
    });

    test("up, top, down and bottom lead through the tree", async () => {
      const { directory } = await aRegister(given);
      const relation = (name: string, prefix: string) => ask(directory, `ips/rirSearch1/rdap-${name}/${prefix}`);
      expect(relation("up", "198.18.1.128/25")["handle"]).toBe("198.18.1.0/24");
      expect(relation("top", "198.18.1.128/25")["handle"]).toBe("198.18.0.0/22");
      expect(handles(relation("down", "198.18.0.0/22"), "ipSearchResults")).toEqual(["198.18.1.0/24", "198.18.2.0/24"]);
      expect(handles(relation("bottom", "198.18.0.0/22?status=active"), "ipSearchResults")).toEqual([
        "198.18.1.128/25",
        "198.18.2.0/24",
      ]);
      expect(relation("up", "198.18.0.0/22")["errorCode"]).toBe(404);
      expect(relation("sideways", "198.18.0.0/22")["errorCode"]).toBe(400);
      expect(relation("down", "0.0.0.0/0?count=1")["paging_metadata"]).toMatchObject({ pageNumber: 1 });
      expect(relation("up", "198.18.1.0/24?status=inactive")["errorCode"]).toBe(501);
    });

    test("searches find by name and handle, with and without accents, page by page, and never give an e-mail", async () => {
      const { directory, provider, customer } = await aRegister(given);
      expect(handles(ask(directory, "entities?fn=conexion%20nandu"), "entitySearchResults")).toEqual([provider.handle]);
      const all = ask(directory, "entities?fn=con*");
      expect(handles(all, "entitySearchResults")).toContain(provider.handle);
      expect(JSON.stringify(all["entitySearchResults"])).not.toContain("@");
      expect(handles(ask(directory, `entities?handle=${customer.handle}`), "entitySearchResults")).toEqual([
        customer.handle,
      ]);
      expect(handles(ask(directory, "ips?handle=198.18.*"), "ipSearchResults")).toHaveLength(5);
      expect(handles(ask(directory, "ips?name=norte"), "ipSearchResults")).toEqual(["198.18.2.0/24"]);
      expect(handles(ask(directory, "autnums?handle=AS6449*"), "autnumSearchResults")).toHaveLength(3);
      const counted = ask(directory, "autnums?handle=AS6449*&count=true");
      expect(counted["paging_metadata"]).toMatchObject({ totalCount: 3, pageNumber: 1 });
      const admin = withRole(ask(directory, "ip/198.18.0.1"), "technical")?.["handle"] as string;
      const held = `ips/reverse_search/entity?handle=${admin}`;
      expect(handles(ask(directory, `${held}&role=technical`), "ipSearchResults")).toEqual([
        "198.18.0.0/22",
        "2001:db8::/36",
      ]);
      expect(ask(directory, `${held}&role=registrant`)["errorCode"]).toBe(404);
      for (const [question, status] of [
        ["entities?fn=*", 400],
        ["entities?fn=a*", 422],
        ["entities?fn=a*b", 422],
        ["entities?email=x", 400],
        ["ips/reverse_search/entity?email=x", 501],
        ["ips?handle=198.18.*&cursor=zzz", 400],
      ] as const) {
        expect([question, ask(directory, question)["errorCode"]]).toEqual([question, status]);
      }
      expect(ask(directory, "help")["reverse_search_properties"]).toHaveLength(6);
    });

    test("whatever prefix is asked, cidr0 says the same as the first and the last address", async () => {
      const { directory } = await aRegister(given);
      const within = fc.record({ offset: fc.nat(4095), length: fc.integer({ min: 20, max: 32 }) });
      fc.assert(
        fc.property(within, ({ offset, length }) => {
          const first = prefixOf("198.18.0.0/20").start;
          const wanted = prefixAround({ family: "ipv4", value: first + BigInt(offset) }, length);
          const told = ask(directory, `ip/${formatPrefix(wanted)}`);
          if (told["errorCode"] === 404) return;
          const [cidr] = told["cidr0_cidrs"] as [{ v4prefix: string; length: number }];
          const prefix = prefixOf(`${cidr.v4prefix}/${cidr.length}`);
          expect(told["startAddress"]).toBe(cidr.v4prefix);
          expect(told["endAddress"]).toBe(formatAddress({ family: "ipv4", value: prefixEnd(prefix) }));
          expect(prefix.start <= wanted.start && prefixEnd(wanted) <= prefixEnd(prefix)).toBe(true);
        }),
        { numRuns: 200 },
      );
    });
  },
  { on: "sqlite" },
);

describeOnEachDatabase(
  "the door of rdap",
  (given) => {
    test("it speaks HTTP as clients expect: types, tags, other sites, methods, and what is not for it", async () => {
      const { directory } = await aRegister(given);
      const url = await aDoor(given, directory);
      const answered = await fetch(`${url}/ip/198.18.0.1`);
      expect(answered.status).toBe(200);
      expect(answered.headers.get("content-type")).toBe("application/rdap+json");
      expect(answered.headers.get("access-control-allow-origin")).toBe("*");
      const tag = answered.headers.get("etag") ?? "";
      expect(tag).not.toBe("");
      const again = await fetch(`${url}/ip/198.18.0.1`, { headers: { "If-None-Match": `"other", ${tag}` } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      const head = await fetch(`${url}/autnum/64496`, { method: "HEAD" });
      expect([head.status, await head.text()]).toEqual([200, ""]);
      expect((await fetch(`${url}/help`, { method: "OPTIONS" })).status).toBe(204);
      expect((await fetch(`${url}/help`, { method: "POST" })).status).toBe(405);
      expect((await fetch(`${url}ish`)).status).toBe(418);
      const long = await fetch(`${url}/entity/${"A".repeat(10_000)}`);
      expect([long.status, ((await long.json()) as Told)["errorCode"]]).toEqual([414, 414]);
      for (const [path, status] of [
        ["ip/198.18.0.300", 400],
        ["ip/198.18.8.1", 404],
        ["autnum/x", 400],
        ["entity/%E0%A4%A", 400],
        ["domain/example.org", 404],
      ] as const) {
        const refused = await fetch(`${url}/${path}`);
        expect([path, refused.status]).toEqual([path, status]);
        expect(await refused.json()).toMatchObject({
          errorCode: status,
          rdapConformance: expect.arrayContaining(["rdap_level_0"]),
        });
      }
    });

    test("what was answered before is answered anew after a change, with another tag", async () => {
      const { directory, provider } = await aRegister(given);
      const url = await aDoor(given, directory);
      const ask = (tag = "") => fetch(`${url}/ip/198.18.0.1`, { headers: { "If-None-Match": tag } });
      const tag = (await ask()).headers.get("etag") ?? "";
      expect((await ask(tag)).status).toBe(304);
      const fields = { street: "Rambla 1", postalCode: "11400", city: "Montevideo", phone: "", country: "UY" };
      const renamed = { organizationId: provider.id, name: "Otro Nombre", ...fields };
      expectOk(await editOrganization(given.context(), renamed));
      await directory.catchUp();
      const changed = await ask(tag);
      expect(changed.status).toBe(200);
      expect(card(withRole((await changed.json()) as Told, "registrant"), "fn")).toBe("Otro Nombre");
      expect(changed.headers.get("etag")).not.toBe(tag);
      // Another process, or this one started again, may count its changes alike: its tags are others.
      const other = await fetch(`${await aDoor(given, directory)}/ip/198.18.0.1`);
      expect(other.headers.get("etag")).not.toBe(changed.headers.get("etag"));
    });

    test("what is written in pieces is what the object says", async () => {
      const { directory } = await aRegister(given);
      const url = await aDoor(given, directory);
      for (const path of ["ip/198.18.0.1", "ip/198.18.2.7", "autnum/64496", "ips?handle=198.18.*", "help"]) {
        const answered = await fetch(`${url}/${path}`);
        const length = Number(answered.headers.get("content-length"));
        const text = await answered.text();
        expect([path, Buffer.byteLength(text)]).toEqual([path, length]);
        expect([path, JSON.parse(text)]).toEqual([path, JSON.parse(JSON.stringify(ask(directory, path)))]);
      }
    });

    test("what another registry answers for is asked there, and a file that is none is done without", async () => {
      const folder = mkdtempSync(join(tmpdir(), "plenaria-bootstrap-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const write = (name: string, services: unknown) =>
        writeFileSync(join(folder, name), JSON.stringify({ services }));
      write("ipv4.json", [
        [
          ["41.0.0.0/8", "198.18.0.0/22"],
          ["http://rdap.one.example/", "https://rdap.one.example/"],
        ],
      ]);
      write("ipv6.json", [
        [["2001:4200::/23"], ["https://rdap.one.example"]],
        [["2001:db8::/32"], [base]],
      ]);
      write("asn.json", [[["36864-37887", "64498"], ["https://rdap.two.example/rdap/"]]]);
      await aRegister(given);
      const ground = { ...given.context(), settings: { ...given.context().settings, rdapBootstrapFolder: folder } };
      const directory = await LiveDirectory.open(ground);
      const url = await aDoor(given, directory);
      const ask = async (path: string) => {
        const { status, headers } = await fetch(`${url}/${path}`, { redirect: "manual" });
        return [path, status, headers.get("location")];
      };
      for (const [path, location] of [
        ["ip/41.1.2.3", "https://rdap.one.example/ip/41.1.2.3"],
        ["ip/41.1.0.0/16?x=1", "https://rdap.one.example/ip/41.1.0.0/16"],
        ["ip/2001:4200::1", "https://rdap.one.example/ip/2001:4200::1"],
        ["domain/1.41.in-addr.arpa", "https://rdap.one.example/domain/1.41.in-addr.arpa"],
        ["autnum/37000", "https://rdap.two.example/rdap/autnum/37000"],
        ["autnum/64498", "https://rdap.two.example/rdap/autnum/64498"],
      ] as const) {
        expect(await ask(path)).toEqual([path, 302, location]);
      }
      // Ours, also where IANA's files still name the registry from which it came; nobody's; and what the files say of this very service.
      for (const [path, status] of [
        ["ip/198.18.0.1", 200],
        ["domain/0.18.198.in-addr.arpa", 404],
        ["ip/198.18.8.1", 404],
        ["ip/40.0.0.0/7", 404],
        ["ip/2001:db8:ffff::1", 404],
        ["autnum/1", 404],
        ["entity/NOBODY1", 404],
      ] as const) {
        expect(await ask(path)).toEqual([path, status, null]);
      }
      const whois = (typed: string) =>
        Buffer.concat(
          new WhoisWriter().answer(directory, typed, { host: "h", clientAddress: "::1", now: new Date(0) }),
        ).toString();
      expect(whois("41.1.2.3")).toContain(
        '% Not assigned to h\r\n% The registry that answers for it: https://rdap.one.example/\r\n\r\n% No match for "41.1.2.3"\r\n',
      );
      expect(whois("as37000")).toContain("% Not assigned to h\r\n");
      expect(whois("198.18.8.1")).not.toContain("Not assigned");
      writeFileSync(join(folder, "asn.json"), "<html>");
      const without = await LiveDirectory.open(ground);
      expect(without.referrals.ofAsn(37_000)).toBeUndefined();
    });

    test("a client is the address before the proxies that are trusted, an IPv6 client its network, at all doors together", async () => {
      const { directory } = await aRegister(given);
      const statusBehind = async (trustedProxies: number, meter: QueryMeter, forwarded: string) => {
        const ground = { ...given.context(), settings: { ...given.context().settings, trustedProxies } };
        const door = openRdapDoor(ground, directory, meter);
        const server = createServer((request, response) => void door(request, response));
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as AddressInfo;
        const answered = await fetch(`http://127.0.0.1:${port}/rdap/help`, {
          headers: { "X-Forwarded-For": forwarded },
        });
        server.close();
        return answered.status;
      };
      const once = () => new QueryMeter({ perMinute: 1, reducedPerMinute: 0, waitSeconds: 60 });
      const alone = once();
      // Nobody stands before us: whoever writes the header herself is counted all the same.
      expect(await statusBehind(0, alone, "192.0.2.1")).toBe(200);
      expect(await statusBehind(0, alone, "192.0.2.2")).toBe(429);
      const behind = once();
      expect(await statusBehind(1, behind, "192.0.2.1")).toBe(200);
      expect(await statusBehind(1, behind, "192.0.2.2")).toBe(200);
      expect(await statusBehind(1, behind, "203.0.113.9, 192.0.2.1")).toBe(429);
      expect(await statusBehind(1, behind, "2001:db8:0:1::7")).toBe(200);
      expect(await statusBehind(1, behind, "2001:db8:0:1:ffff::1")).toBe(429);
      expect(await statusBehind(1, behind, "2001:db8:0:2::7")).toBe(200);
      // What was asked by WHOIS counts at this door too.
      const ofBoth = once();
      const whois = await startWhois(given.context(), directory, { port: 0, meter: ofBoth });
      onTestFinished(() => whois.stop());
      const socket = connect(whois.port, "127.0.0.1").resume();
      socket.write("64496\r\n");
      await new Promise((resolve) => socket.once("close", resolve));
      expect(await statusBehind(0, ofBoth, "")).toBe(429);
    });

    test("who asks too much is told how long to wait", async () => {
      const { directory } = await aRegister(given);
      const meter = new QueryMeter({ perMinute: 2, reducedPerMinute: 1, waitSeconds: 90 });
      const url = await aDoor(given, directory, meter);
      const ask = () => fetch(`${url}/autnum/64496`);
      expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
      const refused = await ask();
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
      expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
      // Whoever goes on all the same waits longer.
      expect(Number((await ask()).headers.get("retry-after"))).toBeGreaterThan(80);
      expect(await refused.json()).toMatchObject({ errorCode: 429 });
    });
  },
  { on: "sqlite" },
);
