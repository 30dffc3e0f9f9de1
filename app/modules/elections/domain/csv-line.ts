// One line of a spreadsheet in text form. Source: RFC 4180 §2.

/** The values, quoted. Security: a value that a spreadsheet would calculate gets an apostrophe first (OWASP, CSV injection). */
export function csvLine(values: readonly string[]): string {
  return values
    .map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value))
    .map((value) => `"${value.replaceAll('"', '""')}"`)
    .join(",");
}
