// Days as this module writes them: 2026-05-20, in UTC.

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDate(text)?.toISOString().startsWith(text) === true;
}

/** The day before (-1) or after (1). */
export function dayBeside(day: string, step: -1 | 1): string {
  const date = toDate(day);
  if (date === undefined) throw new Error(`not a day: ${day}`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

function toDate(day: string): Date | undefined {
  const date = new Date(`${day}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
