import { describe, expect, it } from "vitest";
import { readInstant, readUtcInput, toUtcInput, utcDay } from "./index.ts";

describe("instants", () => {
  it("reads what a field sends as UTC, whatever the machine's zone", () => {
    expect(readUtcInput("2026-05-20T18:00")?.toISOString()).toBe("2026-05-20T18:00:00.000Z");
    expect(readUtcInput("2026-05-20T18:00:30")?.toISOString()).toBe("2026-05-20T18:00:30.000Z");
  });

  it.each(["", "tomorrow", "2026-05-20", "2026-02-30T10:00", "2026-05-20T25:00", "2026-05-20T18:00Z"])(
    "refuses %j as a moment",
    (text) => {
      expect(readUtcInput(text)).toBeUndefined();
    },
  );

  it("writes back what it read", () => {
    expect(toUtcInput(readUtcInput("2026-05-20T18:00"))).toBe("2026-05-20T18:00");
    expect(toUtcInput(undefined)).toBe("");
  });

  it("reads an instant from a date, text or number and nothing else", () => {
    expect(readInstant(0)?.toISOString()).toBe("1970-01-01T00:00:00.000Z");
    expect(readInstant("not a date")).toBeUndefined();
    expect(readInstant(null)).toBeUndefined();
  });

  it("takes the day from UTC", () => {
    expect(utcDay(new Date("2026-05-20T23:59:59Z"))).toBe("2026-05-20");
  });
});
