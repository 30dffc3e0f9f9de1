// A record: registry|cc|type|start|value|date|status[|opaque-id[|extensions…]].
import { parseIpv4, parseIpv6 } from "#app/lib/ip-addresses/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { parseDay } from "./day.ts";
import type { StatisticsFamily } from "./families.ts";
import { isStatisticsFamily } from "./families.ts";
import type { StatisticsProblem } from "./problems.ts";
import { problem } from "./problems.ts";

const statuses = ["allocated", "assigned", "available", "reserved"] as const;
export type StatisticsStatus = (typeof statuses)[number];

export interface StatisticsRecord {
  readonly line: number;
  readonly family: StatisticsFamily;
  /** Two letters; "" where nobody holds it. */
  readonly country: string;
  /** The first address or number. */
  readonly start: bigint;
  /** IPv4 addresses, IPv6 prefix length, AS numbers. */
  readonly value: number;
  /** How many addresses or numbers it covers. */
  readonly size: bigint;
  /** YYYY-MM-DD; "" where the file does not say. */
  readonly date: string;
  readonly status: StatisticsStatus;
  /** The registry's number for the holder, the same for all its records; "" where nobody holds it. */
  readonly opaqueId: string;
}

interface Fields {
  readonly country: string;
  readonly start: string;
  readonly value: string;
  readonly date: string;
  readonly status: string;
  readonly opaqueId: string;
}

/** Reads one record, or says what is wrong with it. */
export function parseRecordLine(
  text: string,
  line: number,
  registry: string,
): Result<StatisticsRecord, StatisticsProblem> {
  const fields = text.split("|");
  const [owner = "", country = "", type = "", start = "", value = "", date = "", status = "", opaqueId = ""] = fields;
  if (fields.length < 7) return problem("STATISTICS_FIELDS_WRONG", line, { found: fields.length });
  if (owner !== registry)
    return problem("STATISTICS_REGISTRY_DIFFERS", line, { found: owner.slice(0, 20), expected: registry });
  if (!isStatisticsFamily(type)) return problem("STATISTICS_TYPE_UNKNOWN", line, { found: type.slice(0, 20) });
  const words = { country, start, value, date, status, opaqueId };
  const range = parseRange(type, words, line);
  if (!range.ok) return range;
  const holder = parseHolder(words, line);
  if (!holder.ok) return holder;
  return ok({ line, family: type, ...range.value, ...holder.value });
}

type Range = Pick<StatisticsRecord, "start" | "value" | "size">;

const spaces = { ipv4: 1n << 32n, ipv6: 1n << 128n, asn: 1n << 32n } as const;

function parseRange(family: StatisticsFamily, words: Fields, line: number): Result<Range, StatisticsProblem> {
  const start = parseStart(family, words.start);
  if (start === undefined) return problem("STATISTICS_START_MALFORMED", line, { found: words.start.slice(0, 50) });
  if (!/^(0|[1-9][0-9]{0,9})$/.test(words.value)) {
    return problem("STATISTICS_VALUE_MALFORMED", line, { found: words.value.slice(0, 20) });
  }
  const value = Number(words.value);
  const isPossible = family === "ipv6" ? value <= 128 : value >= 1 && value < 2 ** 31;
  const size = family === "ipv6" && isPossible ? 1n << BigInt(128 - value) : BigInt(value);
  if (!isPossible || start + size > spaces[family])
    return problem("STATISTICS_VALUE_MALFORMED", line, { found: words.value });
  if (family === "ipv6" && start % size !== 0n) {
    return problem("STATISTICS_PREFIX_UNALIGNED", line, { found: `${words.start}/${words.value}` });
  }
  return ok({ start, value, size });
}

function parseStart(family: StatisticsFamily, text: string): bigint | undefined {
  if (family === "ipv6") return parseIpv6(text);
  if (family === "asn") return /^(0|[1-9][0-9]{0,9})$/.test(text) ? BigInt(text) : undefined;
  const address = parseIpv4(text);
  return address === undefined ? undefined : BigInt(address);
}

type Holder = Pick<StatisticsRecord, "country" | "date" | "status" | "opaqueId">;

function parseHolder(words: Fields, line: number): Result<Holder, StatisticsProblem> {
  const status = statuses.find((each) => each === words.status);
  if (status === undefined) return problem("STATISTICS_STATUS_UNKNOWN", line, { found: words.status.slice(0, 20) });
  const isHeld = status === "allocated" || status === "assigned";
  const date = words.date === "" || words.date === "00000000" ? "" : parseDay(words.date);
  if (date === undefined) return problem("STATISTICS_DATE_MALFORMED", line, { found: words.date.slice(0, 20) });
  if (!isHeld) return ok({ country: "", date, status, opaqueId: "" });
  if (!/^[A-Z]{2}$/.test(words.country)) {
    return problem("STATISTICS_COUNTRY_MALFORMED", line, { found: words.country.slice(0, 20) });
  }
  if (!/^[A-Za-z0-9_.:-]{1,100}$/.test(words.opaqueId)) return problem("STATISTICS_OPAQUE_ID_MISSING", line);
  return ok({ country: words.country, date, status, opaqueId: words.opaqueId });
}
