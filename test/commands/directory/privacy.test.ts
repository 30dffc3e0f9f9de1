// What the public may see, field by field: the table of the module's README, walked through all answers of all doors.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount, deactivateAccount, grantRole } from "#app/modules/accounts/index.server.ts";
import {
  answerRdap,
  directoryOfPages,
  LiveDirectory,
  lookUp,
  readRdapQuery,
  WhoisWriter,
} from "#app/modules/directory/index.server.ts";
import { findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister, placeNetwork } from "#app/modules/resources/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const readme = new URL("../../../app/modules/directory/README.md", import.meta.url);
const doors = ["WHOIS", "RDAP", "RDAP search"] as const;
type Texts = Readonly<Record<(typeof doors)[number], string>>;

/** "organization.street" → what each door shows of it. */
function tableOfReadme(): Map<string, boolean[]> {
  const rows = [...readFileSync(readme, "utf8").matchAll(/^\| (`\w+\.\w+`.*?)\|(.*)\|$/gm)];
  return new Map(
    rows.flatMap(([, fields = "", cells = ""]) =>
      [...fields.matchAll(/\w+\.\w+/g)].map(([field]) => [field, cells.split("|").map((cell) => /yes/.test(cell))]),
    ),
  );
}

/** Every column of a public holder, contact, network and AS number; those that are no words of their own are numbers, keys or switches. */
const marks = {
  organization: {
    ...{ handle: "QZ-MARK1-PLEN", name: "Marked Name", country: "QZ", street: "Marked Street", city: "Marked City" },
    ...{ postalCode: "MARKED 11", phone: "+999 1234", createdAt: new Date("2001-02-03") },
    ...{ registry: "marked-registry", opaqueId: "marked-opaque", searchText: "marked search text" },
  },
  account: {
    ...{ userId: "MARK7", name: "Marked Person", email: "marked@example.org", createdAt: new Date("2002-03-04") },
    ...{ language: "marked-language", passwordHash: "marked-hash", totpSecret: "marked-secret" },
    totpEnabledAt: new Date("2002-04-05"),
  },
  network: {
    ...{ name: "Marked Network", originAsn: 4_200_000_001n, registeredOn: "2004-05-06", registry: "marked-source" },
    ...{ geofeedUrl: "https://marked.example/geofeed.csv", changedAt: new Date("2003-04-05") },
  },
  autonomousSystem: { registeredOn: "2006-07-08", changedAt: new Date("2005-06-07"), registry: "marked-source-of-as" },
} as const;
const structural = {
  organization: ["id", "isDemonstration"],
  account: ["id", "isActive", "isDemonstration", "mustChangePassword", "totpLastStep"],
  network: [
    ...["id", "parentId", "organizationId", "technicalContactId", "abuseContactId", "startKey", "endKey"],
    ...["prefixLength", "status", "isResidential", "version"],
  ],
  autonomousSystem: ["id", "asn", "organizationId", "routingContactId", "abuseContactId", "status", "version"],
} as const;

async function holderOf(given: Given, opaqueId: string) {
  const { organizations } = await findOrganizations(given.context(), { query: "" });
  const found = organizations.find((each) => each.opaqueId === opaqueId);
  if (found === undefined) throw new Error(`no holder ${opaqueId}`);
  return found;
}

/** Everything that the doors say when asked for everything that there is. */
async function hearAll(given: Given): Promise<{ texts: Texts; page: string }> {
  const directory = await LiveDirectory.open(given.context());
  const { index } = directory;
  const whois = new WhoisWriter();
  const around = { host: "h", clientAddress: "::1", now: new Date("2026-03-02") };
  const rdap = (question: string) => {
    const [path = "", search = ""] = question.split("?");
    const query = readRdapQuery(path, search);
    if (!query.ok) throw new Error(`${question}: ${query.error.description}`);
    return JSON.stringify(answerRdap(index, query.value, { base: "http://h/rdap", site: "http://h", host: "h" }).body);
  };
  const rows = { systems: await given.database.autonomousSystem.findMany(), zones: ["198.18.0.0/24"] };
  const addresses = ["198.18.0.1", "198.18.1.1", "198.18.2.1", "198.18.4.1", "2001:db8::1"];
  const handles = [
    ...(await given.database.organization.findMany()).map(({ handle }) => handle),
    ...(await given.database.account.findMany()).map(({ userId }) => userId),
  ];
  const typed = [...addresses, ...rows.systems.map(({ asn }) => `AS${asn}`), ...handles];
  const lookups = [
    ...addresses.map((address) => `ip/${address}`),
    ...rows.systems.map(({ asn }) => `autnum/${asn}`),
    ...handles.map((handle) => `entity/${handle}`),
    ...["domain/1.0.18.198.in-addr.arpa", "help"],
  ];
  const roles = ["", "&role=registrant", "&role=administrative", "&role=technical", "&role=abuse"];
  const backwards = handles.flatMap((handle) => roles.map((role) => `reverse_search/entity?handle=${handle}${role}`));
  const beginnings = ["ma", "se", "qz", "mx", "uy", "ve", "198.18", "2001"].map(encodeURIComponent);
  const searches = [
    ...beginnings.flatMap((each) => [`entities?fn=${each}*`, `entities?handle=${each}*`, `ips?name=${each}*`]),
    ...beginnings.flatMap((each) => [`ips?handle=${each}*`, `domains?name=${each}*`, `domains?nsLdhName=ns*`]),
    ...["autnums?handle=AS*", "nameservers?name=ns*", "ips/rirSearch1/rdap-bottom/198.18.0.0/15"],
    ...backwards.flatMap((each) => [`ips/${each}`, `autnums/${each}`]),
  ];
  const pages = directoryOfPages(given.context(), directory);
  const seen = [];
  for (const [turn, each] of typed.entries()) {
    const outcome = await lookUp(given.context(), pages, { typed: each, client: `192.0.2.${turn}` });
    seen.push(outcome.kind === "found" ? outcome : "");
  }
  const texts = {
    WHOIS: typed.map((each) => Buffer.concat(whois.answer(directory, each, around).slice(1)).toString()).join("\n"),
    RDAP: lookups.map(rdap).join("\n"),
    "RDAP search": searches.map(rdap).join("\n"),
  };
  return { texts, page: JSON.stringify(seen) };
}

function shows(text: string, value: string | bigint | Date): boolean {
  if (!(value instanceof Date)) return text.includes(String(value)) || text.includes(String(value).replaceAll("-", ""));
  const day = value.toISOString().slice(0, 10);
  return text.includes(day) || text.includes(day.replaceAll("-", ""));
}

describeOnEachDatabase(
  "what the public may see",
  (given) => {
    test("each door shows of each field what the table says, and no key of the database", async () => {
      const context = given.context();
      expectOk(await importRegister(context, { path: dayOne }));
      const holder = await holderOf(given, "101");
      const { accountId } = await given.database.organizationContact.findFirstOrThrow({
        where: { organizationId: holder.id, role: "administrative" },
      });
      const [id, accountKey] = [{ where: { id: holder.id } }, { where: { id: accountId } }];
      const rows = {
        organization: await given.database.organization.update({ ...id, data: marks.organization }),
        account: await given.database.account.update({ ...accountKey, data: marks.account }),
        network: await given.database.network.update({
          where: { id: (await given.database.network.findFirstOrThrow({ where: { startKey: "4c6120000" } })).id },
          data: marks.network,
        }),
        autonomousSystem: await given.database.autonomousSystem.update({
          where: { asn: 64_496n },
          data: marks.autonomousSystem,
        }),
      };
      const { texts, page } = await hearAll(given);
      const table = tableOfReadme();
      const everywhere = Object.values(texts).join("\n") + page;
      for (const [model, row] of Object.entries(rows)) {
        const marked = Object.entries<string | bigint | Date>(marks[model as keyof typeof marks]);
        const names = [...marked.map(([name]) => name), ...structural[model as keyof typeof structural]];
        // A column that comes later must be decided about here and in the table.
        expect([model, Object.keys(row).sort()]).toEqual([model, [...names].sort()]);
        for (const [name, value] of marked) {
          const field = `${model}.${name}`;
          const expected = table.get(field) ?? [false, false, false];
          expect([field, ...doors.map((door) => shows(texts[door], value))]).toEqual([field, ...expected]);
          if (!expected.includes(true)) expect([field, shows(page, value)]).toEqual([field, false]);
        }
        for (const [name, value] of Object.entries(row)) {
          if (typeof value === "string" && /(?:^id|Id)$/.test(name) && !names.slice(0, marked.length).includes(name)) {
            expect([model, name, everywhere.includes(value)]).toEqual([model, name, false]);
          }
        }
      }
      // Nothing stands in the table that is no field.
      const fields = Object.entries(marks).flatMap(([model, mark]) =>
        Object.keys(mark).map((name) => `${model}.${name}`),
      );
      expect([...table.keys()].filter((field) => !fields.includes(field))).toEqual([]);
    });

    test("residential customers, other contacts, staff, closed accounts and holders of nothing are found by nobody", async () => {
      const context = given.context();
      expectOk(await importRegister(context, { path: dayOne }));
      const [provider, customer] = [await holderOf(given, "101"), await holderOf(given, "105")];
      const person = async (userId: string) =>
        expectOk(
          await createAccount(context, {
            ...{ name: `Secret ${userId}`, email: `secret-${userId}@example.org`, userId, language: "es" },
          }),
        ).accountId;
      const [resident, technician, closed] = [await person("SEC1"), await person("SEC2"), await person("SEC3")];
      const [billing, voter, staff] = [await person("SEC4"), await person("SEC5"), await person("SEC6")];
      await person("SEC7");
      const name = (organizationId: string, role: string, accountId: string) =>
        given.database.organizationContact.upsert({
          where: { organizationId_role: { organizationId, role } },
          create: { organizationId, role, accountId, since: new Date("2026-01-01") },
          update: { accountId },
        });
      await name(customer.id, "administrative", resident);
      await name(provider.id, "billing", billing);
      await name(provider.id, "membership", voter);
      expectOk(await grantRole(context, { accountId: staff, role: "staff" }));
      const secrets = { name: "Secret Home", street: "Secret Street 1", phone: "+secret", searchText: "secret home" };
      const moved = { ...secrets, handle: "SE-CRET1-PLEN", city: "Secret City", postalCode: "secret" };
      await given.database.organization.update({ where: { id: customer.id }, data: moved });
      await given.database.autonomousSystem.deleteMany({ where: { organizationId: customer.id } });
      await given.database.network.deleteMany({ where: { organizationId: customer.id } });
      const nothing = { ...moved, handle: "SE-CRET2-PLEN", country: "UY", createdAt: new Date("2026-01-01") };
      await given.database.organization.create({ data: nothing });
      const prefix = parsePrefix("198.18.2.0/24");
      if (prefix === undefined) throw new Error("a prefix");
      expectOk(
        await inTransaction(context, (within) =>
          placeNetwork(within, {
            ...{ prefix, organizationId: customer.id, status: "reassigned", name: "Norte", isResidential: true },
            ...{ technicalContactId: technician, abuseContactId: resident, originAsn: null },
            registeredOn: "2026-03-02",
          }),
        ),
      );
      await given.database.network.updateMany({
        where: { startKey: "4c6120000" },
        data: { technicalContactId: closed, abuseContactId: closed },
      });
      await deactivateAccount(context, closed);
      const { texts, page } = await hearAll(given);
      for (const text of [...Object.values(texts), page]) {
        expect(text).toContain("Norte");
        expect(/.{0,60}(?:secret|SE-CRET|SEC[0-9]).{0,30}/i.exec(text)?.[0]).toBeUndefined();
      }
    });
  },
  { on: "sqlite" },
);
