// Runs before each test file: a word on console.error or console.warn fails the test that caused it, and nothing reaches the outside.
import { afterEach, beforeEach } from "vitest";
import { takeUnexpectedWords, watchConsole } from "./console.ts";
import { refuseOutsideNetwork } from "./network.ts";

refuseOutsideNetwork();

beforeEach(() => watchConsole());

afterEach(() => {
  const words = takeUnexpectedWords();
  if (words.length > 0) throw new Error(`The test wrote to the console without expecting it:\n${words.join("\n")}`);
});
