import { expect, test } from "vitest";
import { StatisticsReader, writeMd5Line, writeStatistics } from "./index.ts";
import type { StatisticsProblemCode, StatisticsRecord } from "./index.ts";

const head = ["2.3|plenic|20240104|4|19870101|20240104|-0300"];
const summaries = ["plenic|*|ipv4|*|2|summary", "plenic|*|ipv6|*|1|summary", "plenic|*|asn|*|1|summary"];
const records = [
  "plenic|UY|ipv4|198.18.0.0|1024|20200310|allocated|310248",
  "plenic||ipv4|198.18.4.0|1024||available",
  "plenic|UY|ipv6|2001:db8::|32|20200310|allocated|310248",
  "plenic|UY|asn|64496|1|20200310|assigned|310248",
];
const sound = [...head, ...summaries, ...records];

function read(lines: readonly string[]) {
  const reader = new StatisticsReader();
  const found: StatisticsRecord[] = [];
  for (const line of lines) {
    const outcome = reader.readLine(line);
    if (!outcome.ok) return { problem: outcome.error, found };
    if (outcome.value) found.push(outcome.value);
  }
  const end = reader.finish();
  return end.ok ? { totals: end.value, found } : { problem: end.error, found };
}

function replaceLine(number: number, text: string): string[] {
  return sound.map((line, index) => (index + 1 === number ? text : line));
}

test("a sound file gives its records and its own counts", () => {
  const { totals, found } = read(sound);
  expect(totals).toEqual({
    header: {
      ...{ version: "2.3", registry: "plenic", serial: "20240104", records: 4 },
      ...{ day: "2024-01-04", since: "19870101", offset: "-0300" },
    },
    lines: 8,
    counts: { ipv4: 2, ipv6: 1, asn: 1 },
  });
  expect(found.map((record) => [record.line, record.family, record.start, record.value, record.size])).toEqual([
    [5, "ipv4", 0xc612_0000n, 1024, 1024n],
    [6, "ipv4", 0xc612_0400n, 1024, 1024n],
    [7, "ipv6", 0x2001_0db8n << 96n, 32, 1n << 96n],
    [8, "asn", 64496n, 1, 1n],
  ]);
  expect(found[0]).toMatchObject({ country: "UY", date: "2020-03-10", status: "allocated", opaqueId: "310248" });
  expect(found[1]).toMatchObject({ country: "", date: "", status: "available", opaqueId: "" });
});

test("what was read is written as it stood, whatever the order of the records in memory", () => {
  const { totals, found } = read(sound);
  if (totals === undefined) throw new Error("the sound file was not read");
  expect(writeStatistics(totals.header, [...found].reverse())).toBe(`${sound.join("\n")}\n`);
});

test("the line of the sum has the form of BSD", () => {
  expect(writeMd5Line("delegated-plenic-extended-latest", "0123")).toBe(
    "MD5 (delegated-plenic-extended-latest) = 0123\n",
  );
});

test("comments, empty lines, Windows line ends and extensions are read over", () => {
  const { totals } = read(
    ["# made by hand", ...sound.map((line) => `${line}\r`), "", "#"].map((line) =>
      line.replace(/310248\r$/, "310248|e-stats|x\r"),
    ),
  );
  expect(totals?.counts).toEqual({ ipv4: 2, ipv6: 1, asn: 1 });
});

const broken: readonly [string, StatisticsProblemCode, number, readonly string[]][] = [
  ["nothing at all", "STATISTICS_FILE_EMPTY", 1, []],
  ["only a comment", "STATISTICS_FILE_EMPTY", 1, ["# nothing"]],
  [
    "a version line with a field too few",
    "STATISTICS_VERSION_LINE_MALFORMED",
    1,
    replaceLine(1, "2.3|plenic|20240104|4|19870101|20240104"),
  ],
  [
    "a version line with a day that does not exist",
    "STATISTICS_VERSION_LINE_MALFORMED",
    1,
    replaceLine(1, "2.3|plenic|20240104|4|19870101|20240230|-0300"),
  ],
  [
    "a version line with words for numbers",
    "STATISTICS_VERSION_LINE_MALFORMED",
    1,
    replaceLine(1, "2.3|plenic|20240104|four|19870101|20240104|-0300"),
  ],
  [
    "another version",
    "STATISTICS_VERSION_UNSUPPORTED",
    1,
    replaceLine(1, "3|plenic|20240104|4|19870101|20240104|-0300"),
  ],
  ["a summary without a number", "STATISTICS_SUMMARY_MALFORMED", 2, replaceLine(2, "plenic|*|ipv4|*|many|summary")],
  ["a summary of another registry", "STATISTICS_REGISTRY_DIFFERS", 2, replaceLine(2, "other|*|ipv4|*|2|summary")],
  ["a summary twice", "STATISTICS_SUMMARY_REPEATED", 3, replaceLine(3, "plenic|*|ipv4|*|2|summary")],
  ["a summary missing", "STATISTICS_SUMMARY_MISSING", 8, replaceLine(4, "#")],
  ["a summary with another number", "STATISTICS_SUMMARY_DIFFERS", 3, replaceLine(3, "plenic|*|ipv6|*|2|summary")],
  [
    "a version line with another number",
    "STATISTICS_COUNT_DIFFERS",
    8,
    replaceLine(1, "2.3|plenic|20240104|5|19870101|20240104|-0300"),
  ],
  ["a record cut short", "STATISTICS_FIELDS_WRONG", 7, replaceLine(7, "plenic|UY|ipv6|2001:db8::|32")],
  ["words instead of a record", "STATISTICS_FIELDS_WRONG", 7, replaceLine(7, "<html>")],
  [
    "a record of another registry",
    "STATISTICS_REGISTRY_DIFFERS",
    5,
    replaceLine(5, "other|UY|ipv4|198.18.0.0|1024|20200310|allocated|310248"),
  ],
  [
    "an unknown type",
    "STATISTICS_TYPE_UNKNOWN",
    5,
    replaceLine(5, "plenic|UY|ipv5|198.18.0.0|1024|20200310|allocated|310248"),
  ],
  [
    "an unknown status",
    "STATISTICS_STATUS_UNKNOWN",
    5,
    replaceLine(5, "plenic|UY|ipv4|198.18.0.0|1024|20200310|lent|310248"),
  ],
  [
    "a country in words",
    "STATISTICS_COUNTRY_MALFORMED",
    5,
    replaceLine(5, "plenic|Uruguay|ipv4|198.18.0.0|1024|20200310|allocated|310248"),
  ],
  [
    "a day that does not exist",
    "STATISTICS_DATE_MALFORMED",
    5,
    replaceLine(5, "plenic|UY|ipv4|198.18.0.0|1024|20230229|allocated|310248"),
  ],
  [
    "an address out of range",
    "STATISTICS_START_MALFORMED",
    5,
    replaceLine(5, "plenic|UY|ipv4|198.18.0.256|1024|20200310|allocated|310248"),
  ],
  [
    "an IPv4 address as IPv6",
    "STATISTICS_START_MALFORMED",
    7,
    replaceLine(7, "plenic|UY|ipv6|198.18.0.0|32|20200310|allocated|310248"),
  ],
  [
    "an AS number with letters",
    "STATISTICS_START_MALFORMED",
    8,
    replaceLine(8, "plenic|UY|asn|AS64496|1|20200310|assigned|310248"),
  ],
  [
    "no addresses",
    "STATISTICS_VALUE_MALFORMED",
    5,
    replaceLine(5, "plenic|UY|ipv4|198.18.0.0|0|20200310|allocated|310248"),
  ],
  [
    "half an address",
    "STATISTICS_VALUE_MALFORMED",
    5,
    replaceLine(5, "plenic|UY|ipv4|198.18.0.0|1.5|20200310|allocated|310248"),
  ],
  [
    "addresses beyond the last",
    "STATISTICS_VALUE_MALFORMED",
    5,
    replaceLine(5, "plenic|UY|ipv4|255.255.255.0|1024|20200310|allocated|310248"),
  ],
  [
    "a prefix longer than an address",
    "STATISTICS_VALUE_MALFORMED",
    7,
    replaceLine(7, "plenic|UY|ipv6|2001:db8::|129|20200310|allocated|310248"),
  ],
  [
    "a prefix with bits behind its end",
    "STATISTICS_PREFIX_UNALIGNED",
    7,
    replaceLine(7, "plenic|UY|ipv6|2001:db8:1::|32|20200310|allocated|310248"),
  ],
  [
    "a holder without a number",
    "STATISTICS_OPAQUE_ID_MISSING",
    5,
    replaceLine(5, "plenic|UY|ipv4|198.18.0.0|1024|20200310|allocated|"),
  ],
  [
    "the same addresses twice",
    "STATISTICS_OVERLAP",
    6,
    replaceLine(6, "plenic|UY|ipv4|198.18.0.0|1024|20200310|allocated|310249"),
  ],
  [
    "a block inside another",
    "STATISTICS_OVERLAP",
    6,
    replaceLine(6, "plenic|UY|ipv4|198.18.3.0|256|20200310|allocated|310249"),
  ],
  [
    "a block around another that comes later",
    "STATISTICS_OVERLAP",
    6,
    replaceLine(6, "plenic|UY|ipv4|198.16.0.0|262144|20200310|allocated|310249"),
  ],
];

test.each(broken)("%s: %s in line %i", (_title, code, line, lines) => {
  expect(read(lines).problem).toMatchObject({ code, line });
});

test("a file that lost its last line is noticed", () => {
  expect(read(sound.slice(0, -1)).problem).toMatchObject({
    code: "STATISTICS_SUMMARY_DIFFERS",
    details: { family: "asn", expected: 1, found: 0 },
  });
});
