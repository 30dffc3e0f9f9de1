// Counting questions with a clock that the test moves.
import { expect, test } from "vitest";
import { QueryMeter } from "./query-meter.server.ts";

const limits = { perMinute: 2, reducedPerMinute: 1, waitSeconds: 300 };

test("a client gets whole answers, then less, then waits, and begins anew when the wait is over however much it asked", () => {
  let now = 0;
  const meter = new QueryMeter(limits, () => now);
  const kinds = () => meter.count("192.0.2.1").kind;
  expect([kinds(), kinds(), kinds()]).toEqual(["whole", "whole", "reduced"]);
  now = 30_000;
  expect(meter.count("192.0.2.1")).toEqual({ kind: "refused", retryAfterSeconds: 300 });
  expect(meter.count("192.0.2.2").kind).toBe("whole");
  now = 329_000;
  expect(meter.count("192.0.2.1")).toEqual({ kind: "refused", retryAfterSeconds: 1 });
  now = 330_000;
  expect(meter.count("192.0.2.1").kind).toBe("whole");
});

test("a minute after the first question the count begins anew", () => {
  let now = 0;
  const meter = new QueryMeter(limits, () => now);
  for (let turn = 0; turn < 3; turn += 1) meter.count("192.0.2.1");
  now = 60_000;
  expect(meter.count("192.0.2.1").kind).toBe("whole");
});

test("a flood from ever new addresses fills no memory, and one that waits goes on waiting through most of it", () => {
  let now = 0;
  const meter = new QueryMeter(limits, () => now);
  for (let address = 0; address < 60_000; address += 1) meter.count(`early ${address}`);
  for (let turn = 0; turn < 4; turn += 1) meter.count("192.0.2.1");
  for (let address = 0; address < 90_000; address += 1) meter.count(`2001:db8:${address.toString(16)}::/64`);
  now = 1_000;
  expect(meter.clients).toBe(100_000);
  expect(meter.count("192.0.2.1").kind).toBe("refused");
});
