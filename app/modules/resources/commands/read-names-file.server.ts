// Reads a CSV file of AS names: number, name. A first line without a number is taken for a heading.
import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { refuseUnreadable } from "./read-register-file.server.ts";

export type NamesFileRefusal = Refusal<"NAMES_LINE_BROKEN" | "FILE_UNREADABLE">;

/** Some of these names repeat the number: "AS64496 - Red Sur". */
function organizationName(name: string): string {
  return name.replace(/^AS[0-9]+ *- *(?=[^ ])/i, "").slice(0, 200);
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export async function readNamesFile(path: string): Promise<Result<ReadonlyMap<number, string>, NamesFileRefusal>> {
  const names = new Map<number, string>();
  const rows = createReadStream(path)
    .on("error", (error) => rows.destroy(error))
    .pipe(
      parse({
        bom: true,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
        max_record_size: 10_000,
      }),
    );
  try {
    for await (const { record, info } of rows as AsyncIterable<Row>) {
      const [asn = "", name = ""] = record;
      const isHeading = info.lines === 1 && !/^[0-9]/.test(asn);
      if (isHeading) continue;
      if (record.length !== 2 || !/^[0-9]{1,10}$/.test(asn) || name === "") {
        return refuse("NAMES_LINE_BROKEN", { file: path, line: info.lines });
      }
      names.set(Number(asn), organizationName(name));
    }
    return ok(names);
  } catch (error) {
    if (error instanceof CsvError)
      return refuse("NAMES_LINE_BROKEN", { file: path, line: Number(error["lines"] ?? 0) });
    return refuseUnreadable(path, error);
  }
}
