import { describe, expect, it } from "vitest";
import { formatsIn } from "./formats.ts";

const closing = new Date("2026-05-20T18:00:05Z");

describe("formats", () => {
  // Requirement: R7
  it("writes a moment in UTC with a 24-hour clock in the three languages", () => {
    expect(formatsIn("es").moment(closing)).toMatch(/^20 (de )?may\.? (de )?2026, 18:00 UTC$/);
    expect(formatsIn("en").moment(closing)).toBe("20 May 2026, 18:00 UTC");
    expect(formatsIn("pt").moment(closing)).toMatch(/^20 de mai\. de 2026, 18:00 UTC$/);
  });

  it("writes midnight as 00:00 and never as 24:00", () => {
    expect(formatsIn("es").moment(new Date("2026-05-20T00:00:00Z"))).toContain("00:00");
  });

  it("writes seconds when they matter", () => {
    expect(formatsIn("en").moment(closing, "second")).toBe("20 May 2026, 18:00:05 UTC");
  });

  it("writes the same moment in the reader's zone", () => {
    expect(formatsIn("en").momentIn(closing, "America/Tegucigalpa")).toBe("20 May 2026, 12:00");
  });

  it("leaves the day out beside UTC where it is the same day", () => {
    expect(formatsIn("en").besideUtc(closing, "America/Tegucigalpa")).toBe("12:00");
    expect(formatsIn("en").besideUtc(new Date("2026-05-20T02:00:00Z"), "America/Tegucigalpa")).toBe(
      "19 May 2026, 20:00",
    );
  });

  it("takes the day from UTC, whatever the machine's zone", () => {
    expect(formatsIn("es").day(new Date("2026-05-01T00:00:00Z"))).toBe("1 de mayo de 2026");
    expect(formatsIn("pt").day(new Date("2026-05-01T23:59:59Z"))).toBe("1 de maio de 2026");
  });

  it("groups thousands as each language does, from four digits on", () => {
    expect(formatsIn("es").number(7073)).toBe("7,073");
    expect(formatsIn("en").number(7073)).toBe("7,073");
    expect(formatsIn("pt").number(7073)).toBe("7.073");
  });

  it("writes a share as a percentage with one decimal", () => {
    expect(formatsIn("en").percent(1504 / 7415)).toBe("20.3%");
    expect(formatsIn("pt").percent(1504 / 7415)).toBe("20,3%");
  });

  it("uses no space that browsers and servers write differently", () => {
    for (const language of ["es", "en", "pt"] as const) {
      const { moment, percent, number, day } = formatsIn(language);
      expect([moment(closing), percent(0.5), number(1234567), day(closing)].join()).not.toMatch(/[\u00a0\u202f\u2009]/);
    }
  });
});
