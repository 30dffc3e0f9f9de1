// The checker of ICANN's RDAP suite, a program nobody here wrote, finds nothing to say about our answers, and does where there is something.
import { execFile } from "node:child_process";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister, placeNetwork } from "#app/modules/resources/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { openRdapDoor } from "#app/processes/rdap.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { commandOf, describeWith, pathOfPart } from "#test/setup/requirements.ts";

const dayOne = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;
const kinds = ["error", "std95-error", "cidr0-error"].flatMap((kind) => ["-C", kind]);

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rdap`;
}

interface Checked {
  readonly code: number;
  readonly said: string;
}

/** What the checker says; 0: nothing to say. */
async function check(url: string): Promise<Checked> {
  const [command, ...before] = commandOf(pathOfPart("rdap-test"));
  const words = [...before, "-T", "--skip-v6", "-L", "error", ...kinds, "-g", "nro", url];
  try {
    const { stdout } = await promisify(execFile)(command, words);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout } = error as { code?: unknown; stdout?: string };
    if (typeof code !== "number") throw error;
    return { code, said: stdout ?? "" };
  }
}

/** A zone with a signed delegation and two servers. */
async function addZone(given: Given): Promise<void> {
  const prefix = parsePrefix("198.18.0.0/24");
  if (prefix === undefined) throw new Error("a prefix");
  const at = new Date("2026-03-01T06:00:00Z");
  const server = { status: "AA", statusAt: at, lastAuthoritativeAt: at };
  await given.database.reverseDelegation.create({
    data: {
      ...{ zoneName: "0.18.198.in-addr.arpa", ...prefixKeys(prefix), prefixLength: 24, changedAt: at, nextCheckAt: at },
      servers: {
        create: ["ns1", "ns2"].map((name, position) => ({ ...server, host: `${name}.dns.example`, position })),
      },
      dsRecords: { create: { keyTag: 4711, algorithm: 8, digestType: 2, digest: "AB".repeat(32) } },
    },
  });
}

/** A business and a residential customer, with a geofeed and an origin. */
async function addCustomers(given: Given): Promise<void> {
  const context = given.context();
  const { organizations } = await findOrganizations(context, { query: "" });
  for (const [text, opaqueId, isResidential] of [
    ["198.18.1.0/24", "103", false],
    ["198.18.2.0/24", "105", true],
  ] as const) {
    const [prefix, holder] = [parsePrefix(text), organizations.find((each) => each.opaqueId === opaqueId)];
    if (prefix === undefined || holder === undefined) throw new Error(`${text} and ${opaqueId} are in the fixture`);
    const fields = { technicalContactId: null, abuseContactId: null, geofeedUrl: "https://geo.example/feed.csv" };
    const network = { prefix, organizationId: holder.id, status: "reassigned", name: "Norte", isResidential } as const;
    const placed = { ...network, ...fields, originAsn: 64_496, registeredOn: "2026-03-02" };
    expectOk(await inTransaction(context, (within) => placeNetwork(within, placed)));
  }
}

/**
 * The checker takes an entity that lies in an entity for the answer itself and misses rdapConformance in it; RFC 9083 §4.1 wants that in
 * the topmost object only. It does so with every registry's organisations; everything else that it says counts.
 */
function withoutItsOwnFault({ code, said }: Checked): Checked {
  const ownFault = /^ *\[ROOT\]\/entity\/entity\/\[\d+\]\/rdap_conformance: Std95Err:\(0100\) .*$/gm;
  const hasOthers = /Err:\(\d+\)/.test(said.replace(ownFault, ""));
  return ownFault.test(said) && !hasOthers ? { code: 0, said: "No issues or errors" } : { code, said };
}

describeWith("rdap-test", "the RDAP checker", () => {
  describeOnEachDatabase(
    "reads our answers",
    (given) => {
      test("one answer of each kind has no fault: lookups, searches, backward searches, relations and help", async () => {
        const context = given.context();
        expectOk(await importRegister(context, { path: dayOne }));
        await addZone(given);
        await addCustomers(given);
        const { organizations } = await findOrganizations(context, { query: "" });
        const organization = organizations.find(({ opaqueId }) => opaqueId === "101")?.handle ?? "";
        const directory = await LiveDirectory.open(context);
        const contact = directory.index.organizationByHandle(organization)?.administrativeContactId;
        const person = directory.index.contact(contact ?? "")?.userId ?? "";
        const door = openRdapDoor(context, directory);
        const base = await serve((request, response) => void door(request, response));
        for (const path of [
          ...["ip/198.18.0.0/22", "ip/2001:db8::1", "autnum/64496", `entity/${person}`, "help"],
          ...["ips?handle=198.18.*", "autnums?handle=AS644*", `entities?handle=${person}`],
          ...["ip/198.18.1.1", "ip/198.18.2.1", `entity/${organization}`, `entities?handle=${organization}`],
          ...["domain/0.18.198.in-addr.arpa", "nameserver/ns1.dns.example", "nameservers?name=ns*"],
          ...[
            "domains?nsLdhName=ns1.*",
            "ips/rirSearch1/rdap-down/198.18.0.0/22",
            "ips/rirSearch1/rdap-up/198.18.1.0/24",
          ],
          ...[`ips/reverse_search/entity?handle=${person}&role=technical`, "autnums/rirSearch1/rdap-down/64496-64511"],
        ]) {
          const { code, said } = withoutItsOwnFault(await check(`${base}/${path}`));
          expect([path, code, said]).toEqual([path, 0, said]);
          expect(said).toContain("No issues or errors");
        }
      });

      test("an answer with a fault is found out", async () => {
        const base = await serve((_request, response) =>
          response
            .writeHead(200, { "Content-Type": "application/rdap+json" })
            .end(
              JSON.stringify({ objectClassName: "ip network", handle: "198.18.0.0/22", startAddress: "198.18.0.0" }),
            ),
        );
        expect((await check(`${base}/ip/198.18.0.0/22`)).code).not.toBe(0);
      });
    },
    { on: "sqlite" },
  );
});
