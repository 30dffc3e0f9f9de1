// Writes and reads lines of comma-separated values. Source: RFC 4180.

/**
 * One line with its CR LF.
 *
 * Security: a cell that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236).
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Spreadsheets read UTF-8 only after this mark. */
export const csvByteOrderMark = "\uFEFF";

function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
export { readCsv } from "./read-csv.ts";
export type { CsvRecord } from "./read-csv.ts";
export { decodeCsv } from "./decode-csv.ts";
