// Reads comma-separated values as people's spreadsheets write them: quotes, either line end, a byte-order mark, commas or semicolons.
// Source: RFC 4180.

/** One record with the number of the line on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Every record that is not empty. Cells are trimmed; a quote that never ends takes the rest of the text. */
export function readCsv(text: string): CsvRecord[] {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [firstLine = ""] = source.split("\n", 1);
  const separator = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
  const records: CsvRecord[] = [];
  let line = 1;
  let position = 0;
  while (position < source.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(source, position, separator);
      cells.push(cell.value.trim());
      line += cell.lines;
      position = cell.next;
      if (source[position] !== separator) break;
      position += 1;
    }
    // The line end, or the end of the text.
    position += 1;
    line += 1;
    if (cells.some((value) => value !== "")) records.push({ line: begun, cells });
  }
  return records;
}

interface Cell {
  readonly value: string;
  /** Where the separator, the line end or the end of the text stands. */
  readonly next: number;
  /** Line ends inside the quotes. */
  readonly lines: number;
}

function readCell(source: string, from: number, separator: string): Cell {
  const quoted = /^[ \t]*"((?:[^"]|"")*)(?:"[^\n,;]*|$)/.exec(source.slice(from, from + 10_000));
  if (quoted !== null) {
    const value = (quoted[1] ?? "").replaceAll('""', '"');
    return { value, next: from + quoted[0].length, lines: value.split("\n").length - 1 };
  }
  let end = from;
  while (end < source.length && source[end] !== separator && source[end] !== "\n") end += 1;
  return { value: source.slice(from, end), next: end, lines: 0 };
}
