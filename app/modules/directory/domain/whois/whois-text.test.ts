// What people wrote, as WHOIS sends it to terminals.
import { expect, test } from "vitest";
import { writeAnswerLines } from "./whois-text.ts";

test("what people wrote begins no line and commands no terminal", () => {
  const name = "Ana\r\ntech-c: EVIL\u009b31m\u0085owner: X\u2028y\u202ez\u001b]0;t\u0007 Núñez";
  const contact = { handle: "ANA1", name, email: "ana@red.example", createdAt: new Date("2026-01-02T00:00:00Z") };
  const lines = writeAnswerLines({ kind: "contact", contact }).split("\n");
  expect(lines.map((line) => line.split(":")[0])).toEqual(["nic-hdl", "person", "e-mail", "created"]);
  expect(lines[1]).toBe("person:      Ana tech-c: EVIL 31m owner: X y z ]0;t  Núñez");
});
