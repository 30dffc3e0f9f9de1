// The bar waits two seconds and is never drawn into a file.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { startProgress } from "./progress.ts";

function aStream(isTTY: boolean): { stream: NodeJS.WriteStream; written: () => string } {
  const stream = new PassThrough();
  const noop = () => true;
  Object.assign(stream, { isTTY, columns: 80, cursorTo: noop, clearLine: noop, moveCursor: noop });
  const written = () => String(stream.read() ?? "");
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

test("nothing is drawn in the first two seconds", () => {
  const { stream, written } = aStream(true);
  const progress = startProgress("Importing", stream, () => 1999);
  progress.update(1, 10);
  progress.stop();
  expect(written()).toBe("");
});

test("after two seconds a terminal shows what, how much and of how much", () => {
  const { stream, written } = aStream(true);
  const progress = startProgress("Importing", stream, () => 2000);
  progress.update(3, 10);
  progress.stop();
  expect(written()).toMatch(/Importing .* 30 % · 3 of 10/);
});

test("a stream that is not a terminal stays clean", () => {
  const { stream, written } = aStream(false);
  const progress = startProgress("Importing", stream, () => 9000);
  progress.update(3, 10);
  progress.stop();
  expect(written()).toBe("");
});
