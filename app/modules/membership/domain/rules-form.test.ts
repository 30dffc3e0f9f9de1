import { expect, test } from "vitest";
import { defaultRules } from "./default-rules.ts";
import { rulesDocument } from "./rules.ts";
import type { RulesRows } from "./rules-form.ts";
import { documentOf, editRows, readRows, rowsOf } from "./rules-form.ts";

/** The fields that the form of these rows would send. */
function fieldsOf(rows: RulesRows): Record<string, string> {
  const fields: Record<string, string> = {};
  const write = (at: string, value: unknown): void => {
    if (typeof value === "boolean") {
      if (value) fields[at] = "on";
    } else if (typeof value === "string") fields[at] = value;
    else for (const [name, part] of Object.entries(value as object)) write(`${at}.${name}`, part);
  };
  rows.classes.forEach((row, index) => write(`classes.${index}`, row));
  rows.categories.forEach((row, index) => write(`categories.${index}`, row));
  return fields;
}

test("a document survives being shown in a form and read back", () => {
  const rows = readRows(fieldsOf(rowsOf(defaultRules)));
  expect(rulesDocument.parse(documentOf(rows))).toEqual(defaultRules);
});

test("a row is added and removed by a button", () => {
  const rows = editRows(rowsOf(defaultRules), "add.categories");
  expect(rows.categories).toHaveLength(12);
  expect(editRows(rows, "remove.categories.0").categories[0]?.key).toBe("micro");
  expect(editRows(rows, "add.classes").classes).toHaveLength(4);
  expect(editRows(rows, "remove.classes.2").classes.map((each) => each.key)).toEqual(["active-a", "founding"]);
  expect(editRows(rows, "preview")).toBe(rows);
});

test("a new row gets its key from its name", () => {
  const rows = editRows(rowsOf(defaultRules), "add.classes");
  const named = rows.classes.map((row, index) =>
    index === 3 ? { ...row, names: { es: "Honorífico", en: "Honorary Member", pt: "Honorífico" } } : row,
  );
  expect(documentOf({ ...rows, classes: named }).classes[3]).toMatchObject({ key: "honorary-member" });
});

test("an empty number is a problem and not zero", () => {
  const rows = rowsOf(defaultRules);
  const categories = rows.categories.map((row, index) => (index === 0 ? { ...row, votes: " " } : row));
  const outcome = rulesDocument.safeParse(documentOf({ ...rows, categories }));
  expect(outcome.error?.issues[0]).toMatchObject({
    path: ["categories", 0, "votes"],
    message: "problems.votesMalformed",
  });
});
