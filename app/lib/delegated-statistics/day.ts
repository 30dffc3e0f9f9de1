// Days as the files write them: 20240104.

/** "2024-01-04", or undefined for what is not a day of the calendar. */
export function parseDay(text: string): string | undefined {
  const match = /^([12][0-9]{3})(0[1-9]|1[0-2])([0-3][0-9])$/.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  return `${year}-${month}-${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
