// A table has one owner. A module that needs another's rows asks at its front door, so that a rule about them stands in one place.
import { describe, expect, test } from "vitest";
import { modules } from "../../app/modules.js";
import { listFiles, listNames, placeOf, textOf, withoutComments } from "./source-files.ts";

interface Model {
  readonly name: string;
  /** As the client calls it: auditEntry. */
  readonly property: string;
  readonly table: string;
  readonly owner: string;
  readonly body: string;
}

const models: Model[] = listNames("prisma/schema").flatMap(({ name: file }) => {
  const owner = file.replace(/\.prisma$/, "");
  return [...textOf(`prisma/schema/${file}`).matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(
    ([, name = "", body = ""]) => ({
      name,
      owner,
      body,
      property: name.charAt(0).toLowerCase() + name.slice(1),
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
    }),
  );
});

const ownerOfProperty = new Map(models.map((model) => [model.property, model.owner]));

/** Whose tables a file may touch: its module's; the ground's; nobody's in shell and ui. */
function ownerOfFile(path: string): string {
  return /^app\/modules\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith("app/platform/") ? "platform" : "nobody");
}

/** What a file does with other people's tables. */
function trespasses(path: string): string[] {
  const source = withoutComments(textOf(path));
  const owner = ownerOfFile(path);
  const uses = [
    ...[...source.matchAll(/\bdatabase\s*\.\s*([a-z]\w*)/g)].map((match) => ({ match, model: byProperty(match[1]) })),
    ...[...source.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+"?([a-z_]+)"?/g)].map((match) => ({
      match,
      model: byTable(match[1]),
    })),
  ];
  return uses.flatMap(({ match, model }) => {
    if (model === undefined || model.owner === owner) return [];
    return [
      `${placeOf(path, source, match.index)} touches ${model.name}, which belongs to ${model.owner}: ask its front door`,
    ];
  });
}

function byProperty(property: string | undefined): Model | undefined {
  return models.find((model) => model.property === property);
}

function byTable(table: string | undefined): Model | undefined {
  return models.find((model) => model.table === table);
}

test("a module touches only its own tables", () => {
  const files = listFiles("app", /\.(server\.)?tsx?$/).filter((path) => !/\.test\.tsx?$/.test(path));
  expect(files.flatMap(trespasses)).toEqual([]);
});

describe("the schema", () => {
  test("every file of prisma/schema belongs to a module of the map or to the platform", () => {
    const owners = [...new Set(models.map((model) => model.owner))];
    expect(owners.filter((owner) => owner !== "platform" && !(owner in modules))).toEqual([]);
  });

  test("relations stay inside one module, so that no row can be deleted or joined across the border", () => {
    const crossing = models.flatMap(({ name, owner, body }) =>
      [...body.matchAll(/^\s+\w+\s+(\w+)(?:\[\]|\?)?/gm)]
        .map(([, type = ""]) => models.find((model) => model.name === type))
        .filter((other) => other !== undefined && other.owner !== owner)
        .map((other) => `${name} → ${other?.name}`),
    );
    expect(crossing).toEqual([]);
  });

  test("tables are snake_case, models are PascalCase and singular", () => {
    const strange = models.filter(
      ({ name, table }) => !/^[A-Z][A-Za-z]+$/.test(name) || !/^[a-z]+(_[a-z]+)*$/.test(table),
    );
    expect(strange.map(({ name, table }) => `${name} → ${table}`)).toEqual([]);
  });

  test("no two models answer to the same name", () => {
    expect(ownerOfProperty.size).toBe(models.length);
  });
});
