// Points in time and how they are written by machines. Pure: nobody here knows what time it is.

/** Reads an instant from what loaders and archives carry; undefined if it is none. */
export function readInstant(value: Date | string | number | null | undefined): Date | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

const utcInput = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?$/;

/** Reads what a DateTimeField sends ("2026-05-20T18:00") as UTC; undefined if it is no such moment. */
export function readUtcInput(text: string): Date | undefined {
  const match = utcInput.exec(text.trim());
  if (!match) return undefined;
  const [, day = "", minutes = "", seconds = "00"] = match;
  const instant = readInstant(`${day}T${minutes}:${seconds}.000Z`);
  // Why: JavaScript takes 30 February for 2 March.
  return instant?.toISOString().startsWith(day) ? instant : undefined;
}

/** Writes an instant as a DateTimeField wants it; "" if there is none. */
export function toUtcInput(value: Date | string | number | null | undefined): string {
  return readInstant(value)?.toISOString().slice(0, 16) ?? "";
}

/** The day in UTC: "2026-05-20". */
export function utcDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
