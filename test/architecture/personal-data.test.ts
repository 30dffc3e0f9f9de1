// The map of personal data (docs/personal-data.md) covers every table: nobody adds a person's name without saying what for and until when.
import { expect, test } from "vitest";
import { listNames, textOf } from "./source-files.ts";

const models = new Map(
  listNames("prisma/schema").flatMap(({ name }) =>
    [...textOf(`prisma/schema/${name}`).matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(
      ([, model = "", body = ""]): [string, string[]] => [
        model,
        [...body.matchAll(/^ {2}([a-z]\w*)\s/gm)].map(([, field = ""]) => field),
      ],
    ),
  ),
);

const lines = [...textOf("docs/personal-data.md").matchAll(/^\| ([A-Z]\w+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)];

const rows = new Map(
  lines.map(([, model = "", fields = "", purpose = "", until = ""]) => [
    model,
    { fields: [...fields.matchAll(/`(\w+)`/g)].map(([, field = ""]) => field), purpose, until },
  ]),
);

/** Names of fields that are a person's, whatever the table. */
const aPersons =
  /^(name|email|.*Email|phone|accountId|.*AccountId|.*By|.*ByName|.*ByNames|personName|contactName|delegateName|actorName|passwordHash|totpSecret|biography|citizenships|employer|hasVoted|lastVotedOn|toAddress)$/;

/** The same words about what is no person. */
const noPersons = new Set(["Body.names", "Organization.name", "RollOmission.name", "LogWitness.name"]);

// Requirement: CM 20
test("a table has one row: of two that disagree nobody knows which holds", () => {
  const names = lines.map(([, model = ""]) => model);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test("every table has its row, with what for and until when", () => {
  expect([...models.keys()].filter((model) => !rows.has(model))).toEqual([]);
  expect([...rows].filter(([, { purpose, until }]) => purpose.trim() === "" || until.trim() === "")).toEqual([]);
});

// Requirement: CM 20
test("no field that looks like a person is missing in the row of its table", () => {
  const missing = [...models].flatMap(([model, fields]) =>
    fields
      .filter((field) => aPersons.test(field) && !noPersons.has(`${model}.${field}`))
      .filter((field) => !(rows.get(model)?.fields.includes(field) ?? false))
      .map((field) => `${model}.${field}`),
  );
  expect(missing, "Write into docs/personal-data.md what it is for and until when it is kept.").toEqual([]);
});

test("the fields that the map names exist", () => {
  const gone = [...rows].flatMap(([model, { fields }]) =>
    fields
      .filter((field) => models.has(model) && !(models.get(model)?.includes(field) ?? false))
      .map((field) => `${model}.${field}`),
  );
  expect(gone).toEqual([]);
});

test("a period that the map names is one of the retention job's, and each of those is in the map", () => {
  const map = [...rows.values()].map(({ until }) => until).join(" ");
  const named = new Set([...map.matchAll(/\(`(\w+)`\)/g)].map(([, period = ""]) => period));
  const known = [...textOf("app/processes/retention.ts").matchAll(/^ {2}(\w+): days\.default/gm)].map(
    ([, period = ""]) => period,
  );
  expect([...named].sort()).toEqual([...known].sort());
});
