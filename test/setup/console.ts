// Nobody reads warnings that scroll past: in a test they are failures, unless the test expects them.
import { format } from "node:util";

interface Expected {
  readonly level: "error" | "warn";
  readonly pattern: RegExp;
}

let expected: Expected[] = [];
let words: string[] = [];

/** Says that this test causes such a word on the console. */
export function expectConsole(level: "error" | "warn", pattern: RegExp): void {
  expected.push({ level, pattern });
}

/** Begins to listen, with nothing expected. */
export function watchConsole(): void {
  expected = [];
  words = [];
  for (const level of ["error", "warn"] as const)
    console[level] = (...parts: unknown[]) => hear(level, format(...parts));
}

/** What was said and not expected since `watchConsole`. */
export function takeUnexpectedWords(): string[] {
  const taken = words;
  words = [];
  return taken;
}

function hear(level: "error" | "warn", text: string): void {
  if (expected.some((each) => each.level === level && each.pattern.test(text))) return;
  words.push(`console.${level}: ${text}`);
}
