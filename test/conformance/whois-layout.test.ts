// Answers of our WHOIS beside real ones of whois.lacnic.net about the same facts, line by line: labels, order, columns, blank lines.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { PublicContact, PublicNetwork, PublicOrganization } from "#app/modules/directory/domain/public-view.ts";
import type { PublicServer } from "#app/modules/directory/domain/reverse-zones.ts";
import { writeAnswerBody, writeAround } from "#app/modules/directory/domain/whois/whois-text.ts";
import { describeWith, pathOfPart } from "#test/setup/requirements.ts";

/** Lines as they are, but for blanks at their ends: some fixtures lost the CR and kept those. */
function realLines(name: string): string[] {
  const path = join(pathOfPart("shared data"), "registry/whois", name);
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
}

function ourLines(text: string): string[] {
  expect(text).not.toMatch(/[^\r]\n/);
  return text.split("\r\n");
}

function contact(handle: string, name: string, email = "a@example.org"): PublicContact {
  return { handle, name, email, createdAt: new Date("2008-01-25") };
}

function holder(fields: Partial<PublicOrganization> & { readonly administrative: PublicContact }): PublicOrganization {
  const none = { handle: "", name: "", country: "", street: "", city: "", postalCode: "", phone: "" };
  return { ...none, createdAt: new Date(0), ...fields };
}

function prefixOf(text: string) {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

function server(host: string, status: string, on: string, last: string, isPublished = true): PublicServer {
  return { host, status, statusOn: new Date(on), lastAuthoritativeOn: new Date(last), isPublished };
}

function network(text: string, fields: Partial<PublicNetwork>, servers: readonly PublicServer[]): PublicNetwork {
  const prefix = prefixOf(text);
  const zone = { zoneName: "", prefix, servers, dsRecords: [], changedAt: new Date(0) };
  return {
    ...{ prefix, name: "", status: "assigned", originAsn: null, geofeedUrl: null, registeredOn: "", abuse: undefined },
    ...{ technical: undefined, parent: undefined, hasNetworksInside: false, isResidential: false, holder: undefined },
    ...{ changedAt: new Date(0), reverse: [{ prefix, zones: [zone] }] },
    ...fields,
  };
}

const lameServers = [
  server("ns1.buap.mx", "AA", "2023-09-13", "2023-09-13"),
  server("ns2.buap.mx", "UH", "2023-09-13", "2011-06-21", false),
  server("ns3.buap.mx", "UH", "2023-09-13", "2008-10-21", false),
  server("ns4.buap.mx", "AA", "2023-09-13", "2023-09-13"),
];

describeWith("shared data", "beside whois.lacnic.net", () => {
  test("a network with lame servers is written as there, but for an extension that the register does not know", () => {
    const real = realLines("lacnic-inetnum-148.228.0.0_16-lame-2023.txt").map((line) => line.replace("[5119]", "[]"));
    const hostmaster = contact("HOS", "HOSTMASTER SIU-BUAP");
    const place = { street: "4 Sur Centro, 104,", postalCode: "72000", city: "Puebla - PU", country: "MX" };
    const name = "Benemerita Universidad Autonoma de Puebla";
    const shown = holder({
      ...{ handle: "MX-BUAP1-LACNIC", name, ...place, phone: "+52 222 2295500" },
      administrative: hostmaster,
    });
    const days = { registeredOn: "1993-03-26", changedAt: new Date("2002-07-17") };
    const people = { holder: shown, technical: hostmaster, abuse: hostmaster };
    const ours = ourLines(
      writeAnswerBody(
        { kind: "network", network: network("148.228.0.0/16", { ...people, ...days }, lameServers) },
        false,
      ),
    );
    expect(ours.filter((line) => line !== "")).toEqual(real.filter((line) => line !== ""));
  });

  test("the answer about an AS number has the labels of the one there, and a person has no others", () => {
    const real = realLines("lacnic-autnum-AS278-2020.txt");
    const person = contact("CIR", "UNIVERSIDAD NACIONAL AUTONOMA DE MEXICO", "nic@UNAM.MX");
    const place = {
      street: "Av.Universidad, 3000, Copilco",
      postalCode: "04510",
      city: "Coyoacan - CX",
      country: "MX",
    };
    const shown = holder({
      ...{ handle: "MX-UNAM1-LACNIC", name: "Universidad Nacional Autonoma de Mexico", ...place },
      ...{ phone: "+52 55 56228884", administrative: { ...person, name: "(name redacted here)" } },
    });
    const days = { registeredOn: "1989-03-31", changedAt: new Date("2011-05-03") };
    const system = { asn: 278, status: "allocated", holder: shown, routing: person, abuse: person, ...days };
    const ours = ourLines(writeAnswerBody({ kind: "system", system }, true));
    const end = real.indexOf("");
    expect(ours.slice(0, end + 1)).toEqual(real.slice(0, end + 1));
    const labels = (lines: readonly string[]) => lines.map((line) => line.slice(0, 13)).filter((label) => label !== "");
    const theirs = labels(real.slice(end + 1, real.indexOf("", end + 1)));
    const own = labels(ours.slice(end + 1));
    expect(own).toEqual(theirs.filter((label) => own.includes(label)).slice(0, own.length));
  });

  test("what stands around an answer is what stands around one there, with another name", () => {
    const real = realLines("lacnic-inetnum-200.3.12.0_22-2024.txt");
    const client = { host: "whois.lacnic.net", clientAddress: "155.94.155.220" };
    const { opening, closing } = writeAround({ isFound: true }, { ...client, now: new Date("2024-03-17T14:16:26Z") });
    const ours = ourLines(opening);
    const plain = (line: string) =>
      line
        .replace(/^% (LACNIC resource:|Resource of) whois/, "% resource")
        .replace(/^% Copyright .*/, "% Copyright")
        .replace(/^%  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(\S+ [+-]\d\d:00\)$/, "%  an instant");
    const beginning = real.slice(
      0,
      real.findIndex((line) => line.startsWith("inetnum")),
    );
    expect(ours.slice(0, -1).map(plain)).toEqual(beginning.map(plain));
    const ending = real.slice(real.findIndex((line) => line.includes("direct match")));
    expect(ourLines(closing).filter((line) => line !== "")).toEqual(ending.filter((line) => line !== ""));
  });

  test("an answer that there is none is the one there, to the letter", () => {
    const real = realLines("lacnic-no-match-2026.txt");
    const client = { host: "whois.lacnic.net", clientAddress: "2001:db8::1", now: new Date(0) };
    const { opening, closing } = writeAround(
      { isFound: false, typed: "-i origin AS714", elsewhere: undefined },
      client,
    );
    expect(ourLines(opening + closing).slice(0, real.length - 1)).toEqual(real.slice(0, -1));
  });
});
