// Striking out: marked for the public, never a rewriting.
import { expect, test } from "vitest";
import { redact, withoutMarks } from "./redaction.ts";

const original = "Somos Redes del Sur.\nEl señor Pérez no pagó.";

test("what stands between the marks is struck out and leaves only its length", () => {
  expect(redact(original, "Somos Redes del Sur.\r\nEl señor [[Pérez]] no pagó.")).toEqual({
    ok: true,
    value: [
      { kind: "text", text: "Somos Redes del Sur.\nEl señor " },
      { kind: "struck-out", length: 5 },
      { kind: "text", text: " no pagó." },
    ],
  });
});

test("a text without marks is published whole", () => {
  expect(redact(original, ` ${original}\n`)).toEqual({ ok: true, value: [{ kind: "text", text: original }] });
});

test.each([
  ["a word that was added", `${original} Mentira.`],
  ["a word that was left out without a mark", "Somos Redes.\nEl señor Pérez no pagó."],
])("%s is refused: the commission may not rewrite", (_what, marked) => {
  expect(redact(original, marked)).toMatchObject({ error: { code: "REDACTION_CHANGES_TEXT" } });
});

test.each(["Somos [[Redes", "Somos ]]Redes[[", "a [[b [[c]] d]]"])("unpaired marks are refused: %s", (marked) => {
  expect(redact(marked.replaceAll(/\[\[|\]\]/g, ""), marked)).toMatchObject({
    error: { code: "REDACTION_MARKS_UNPAIRED" },
  });
});

test("brackets that a member wrote cannot be taken for marks", () => {
  const filed = withoutMarks("bloque [[x]] y");
  expect(redact(filed, filed)).toEqual({ ok: true, value: [{ kind: "text", text: "bloque [ [x] ] y" }] });
});
