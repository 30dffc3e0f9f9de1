import { describe, expect, it } from "vitest";
import { readIncident, writeIncident } from "./incident.ts";

describe("incidents", () => {
  it("survive the way to the browser", () => {
    for (const isForbidden of [true, false]) {
      const incident = { number: "7QK2-M0XF", isForbidden };
      expect(readIncident(writeIncident(incident))).toEqual(incident);
    }
  });

  it.each([undefined, null, "", "7QK2", "<script>", "7QK2-M0XF.other"])("are not read from %j", (text) => {
    expect(readIncident(text)).toBeUndefined();
  });
});
