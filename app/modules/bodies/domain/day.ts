// Days as this module writes them: 2026-05-20, in UTC.

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDate(text)?.toISOString().startsWith(text) === true;
}

/** So many days later, or earlier when negative. */
export function dayPlus(day: string, days: number): string {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last day of a term of so many years that begins on a day: 2024-01-01 and 3 years end on 2026-12-31. */
export function lastDayOfTerm(from: string, years: number): string {
  const date = dateOf(from);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayPlus(date.toISOString().slice(0, 10), -1);
}

function dateOf(day: string): Date {
  const date = toDate(day);
  if (date === undefined) throw new Error(`not a day: ${day}`);
  return date;
}

function toDate(day: string): Date | undefined {
  const date = new Date(`${day}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
