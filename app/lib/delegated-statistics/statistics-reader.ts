// Reads a statistics file line by line; the first thing that is wrong ends it. Knows nothing of files, so any stream may feed it.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import type { StatisticsFamily } from "./families.ts";
import { isStatisticsFamily, statisticsFamilies } from "./families.ts";
import { findOverlap } from "./overlap.ts";
import type { StatisticsProblem } from "./problems.ts";
import { problem } from "./problems.ts";
import type { StatisticsRecord } from "./record-line.ts";
import { parseRecordLine } from "./record-line.ts";
import type { StatisticsHeader } from "./version-line.ts";
import { parseVersionLine } from "./version-line.ts";

/** What a whole file says, once its own counts have been checked. */
export interface StatisticsTotals {
  readonly header: StatisticsHeader;
  /** Lines of the file. */
  readonly lines: number;
  /** Records by family, of any status. */
  readonly counts: Readonly<Record<StatisticsFamily, number>>;
}

interface Announced {
  readonly count: number;
  readonly line: number;
}

/** Give it every line in order with `readLine`, then ask `finish`. */
export class StatisticsReader {
  #line = 0;
  #header: StatisticsHeader | undefined;
  readonly #announced = new Map<StatisticsFamily, Announced>();
  readonly #ranges: Record<StatisticsFamily, StatisticsRecord[]> = { ipv4: [], ipv6: [], asn: [] };

  /** The record of the line; undefined for the version line, summaries, comments and empty lines. */
  readLine(text: string): Result<StatisticsRecord | undefined, StatisticsProblem> {
    this.#line += 1;
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (line === "" || line.startsWith("#")) return ok(undefined);
    if (this.#header === undefined) return this.#readVersion(line);
    if (line.endsWith("|summary")) return this.#readSummary(line, this.#header);
    const record = parseRecordLine(line, this.#line, this.#header.registry);
    if (record.ok) this.#ranges[record.value.family].push(record.value);
    return record;
  }

  /** Checks what only the whole file shows: its counts, and that no number is delegated twice. */
  finish(): Result<StatisticsTotals, StatisticsProblem> {
    const header = this.#header;
    if (header === undefined) return problem("STATISTICS_FILE_EMPTY", Math.max(1, this.#line));
    const counts = { ipv4: this.#ranges.ipv4.length, ipv6: this.#ranges.ipv6.length, asn: this.#ranges.asn.length };
    for (const family of statisticsFamilies) {
      const announced = this.#announced.get(family);
      if (announced === undefined) return problem("STATISTICS_SUMMARY_MISSING", this.#line, { family });
      if (announced.count === counts[family]) continue;
      const details = { family, expected: announced.count, found: counts[family] };
      return problem("STATISTICS_SUMMARY_DIFFERS", announced.line, details);
    }
    const found = counts.ipv4 + counts.ipv6 + counts.asn;
    if (found !== header.records)
      return problem("STATISTICS_COUNT_DIFFERS", this.#line, { expected: header.records, found });
    for (const family of statisticsFamilies) {
      const overlap = findOverlap(this.#ranges[family]);
      if (overlap) return problem("STATISTICS_OVERLAP", overlap.line, { family, otherLine: overlap.otherLine });
    }
    return ok({ header, lines: this.#line, counts });
  }

  #readVersion(line: string): Result<undefined, StatisticsProblem> {
    const header = parseVersionLine(line, this.#line);
    if (!header.ok) return header;
    this.#header = header.value;
    return ok(undefined);
  }

  #readSummary(line: string, header: StatisticsHeader): Result<undefined, StatisticsProblem> {
    const fields = line.split("|");
    const [registry = "", , family = "", , count = ""] = fields;
    const isSound = fields.length === 6 && fields[1] === "*" && fields[3] === "*" && /^[0-9]{1,9}$/.test(count);
    if (!isSound || !isStatisticsFamily(family)) {
      return problem("STATISTICS_SUMMARY_MALFORMED", this.#line, { found: line.slice(0, 80) });
    }
    if (registry !== header.registry) {
      return problem("STATISTICS_REGISTRY_DIFFERS", this.#line, {
        found: registry.slice(0, 20),
        expected: header.registry,
      });
    }
    if (this.#announced.has(family)) return problem("STATISTICS_SUMMARY_REPEATED", this.#line, { family });
    this.#announced.set(family, { count: Number(count), line: this.#line });
    return ok(undefined);
  }
}
