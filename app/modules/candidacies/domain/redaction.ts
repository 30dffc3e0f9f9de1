// How the commission blacks out passages of a member's text: every reader sees that something is missing, nobody what.

/** What stands where a passage was taken out. */
export const blackBar = "█████";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The text with the passages blacked out; undefined when one of them does not occur in it. */
export function redact(text: string, passages: readonly string[]): string | undefined {
  const ranges: Range[] = [];
  for (const passage of passages.map((each) => each.trim()).filter((each) => each !== "")) {
    const found = rangesOf(text, passage);
    if (found.length === 0) return undefined;
    ranges.push(...found);
  }
  let redacted = "";
  let at = 0;
  for (const { from, to } of merged(ranges)) {
    redacted += text.slice(at, from) + blackBar;
    at = to;
  }
  return redacted + text.slice(at);
}

/** All occurrences, those that overlap included. */
function rangesOf(text: string, passage: string): Range[] {
  const found: Range[] = [];
  for (let from = text.indexOf(passage); from !== -1; from = text.indexOf(passage, from + 1))
    found.push({ from, to: from + passage.length });
  return found;
}

/** Why: replaced one after the other, a short passage inside a long one would leave the rest of the long one readable. */
function merged(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const range of [...ranges].sort((left, right) => left.from - right.from)) {
    const last = whole.at(-1);
    if (last === undefined || range.from >= last.to) whole.push(range);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return whole;
}
