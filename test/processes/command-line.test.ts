// The command line as a person types it: exit codes, suggestions, answers on standard output, words on standard error.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proposeStages, stagesToJson } from "#app/modules/calendars/index.ts";
import { rollPrivateHash, rollRoot } from "#app/lib/roll-proof/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-command-line-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly code: number | null;
  readonly answer: string;
  readonly words: string;
}

function plenaria(words: readonly string[], environment: Record<string, string> = {}): Ending {
  const run = spawnSync(process.execPath, ["app/processes/command-line.mjs", ...words], {
    cwd: root,
    encoding: "utf8",
    env: { NODE_ENV: "test", PATH: process.env["PATH"] ?? "", PLENARIA_FOLDER: folder, ...environment },
  });
  return { code: run.status, answer: run.stdout, words: run.stderr };
}

test("--help lists the nouns with examples, and ends with 0", () => {
  const { code, answer } = plenaria(["--help"]);
  expect(code).toBe(0);
  for (const noun of ["account", "database", "election", "membership", "registry"])
    expect(answer).toContain(`  ${noun}`);
  expect(answer).toContain("Examples:\n  npm run -s plenaria -- account");
});

test.each([
  ["account", "create"],
  ["account", "grant"],
  ["body", "list"],
  ["body", "show"],
  ["body", "rules"],
  ["calendar", "show"],
  ["calendar", "check"],
  ["calendar", "export"],
  ["database", "migrate"],
  ["election", "verify"],
  ["election", "roll-proof"],
  ["election", "simulate"],
  ["election", "check-code"],
  ["election", "open-ballot"],
  ["membership", "votes"],
  ["registry", "import"],
  ["zones", "publish"],
  ["zones", "show"],
  ["zones", "check"],
])("%s %s --help shows an example", (noun, verb) => {
  const { code, answer } = plenaria([noun, verb, "--help"]);
  expect(code).toBe(0);
  expect(answer).toContain(`npm run -s plenaria -- ${noun} ${verb}`);
});

test("nothing typed shows the help on standard error, and ends with 2", () => {
  const { code, answer, words } = plenaria([]);
  expect({ code, answer }).toEqual({ code: 2, answer: "" });
  expect(words).toContain("Usage: plenaria <noun> <verb>");
});

test.each([
  [["electoin", "verify"], "Did you mean election?"],
  [["election", "verfy"], "Did you mean verify?"],
  [["database", "migrate", "--jsn"], "Did you mean --json?"],
])("%j is unusable, and something near it is suggested", (typed, suggestion) => {
  const { code, answer, words } = plenaria(typed);
  expect({ code, answer }).toEqual({ code: 2, answer: "" });
  expect(words).toContain(suggestion);
});

test("--json answers with JSON alone on standard output, and migrating twice does no harm", () => {
  const first = plenaria(["database", "migrate", "--json"]);
  expect(first.code).toBe(0);
  expect((JSON.parse(first.answer) as { applied: string[] }).applied.length).toBeGreaterThan(0);
  const second = plenaria(["database", "migrate", "--json"]);
  expect({ code: second.code, answer: JSON.parse(second.answer) as unknown }).toEqual({
    code: 0,
    answer: { applied: [] },
  });
});

test("settings that are not safe are named with what to do, and nothing is opened", () => {
  const { code, answer, words } = plenaria(["database", "migrate"], { PLENARIA_MODE: "production" });
  expect({ code, answer }).toEqual({ code: 2, answer: "" });
  for (const variable of ["PLENARIA_SECRET", "PLENARIA_URL", "SMTP_URL"]) expect(words).toContain(variable);
});

test("body says which bodies there are and which rules hold on a day; an unknown one is unusable, a day without rules is no", () => {
  const list = plenaria(["body", "list", "--json"]);
  expect(list.code).toBe(0);
  expect(JSON.parse(list.answer)).toContainEqual(expect.objectContaining({ key: "board", seats: 9, vacancies: 9 }));
  const rules = plenaria(["body", "rules", "electoral-commission", "--json"]);
  expect(JSON.parse(rules.answer)).toMatchObject({ rules: { document: { capPerCitizenship: 1 } } });
  expect(plenaria(["body", "rules", "board", "--on", "1899-12-31"])).toMatchObject({ code: 1, answer: "" });
  expect(plenaria(["body", "show", "board"]).answer).toContain("0 of 9 seats held");
  const unknown = plenaria(["body", "show", "bord"]);
  expect(unknown.code).toBe(2);
  expect(unknown.words).toContain("board, fiscal-commission");
  expect(plenaria(["body", "list", "--on", "tomorrow"])).toMatchObject({ code: 2 });
});

test("calendar check says yes to a template, names a misprint, and needs no settings; an election that is not there is unusable", () => {
  const file = join(folder, "dates.json");
  const settings = { PLENARIA_MODE: "production", DATABASE_URL: "mysql://x" };
  const stages = stagesToJson(proposeStages("board", new Date("2026-10-23T18:00:00Z")));
  writeFileSync(file, JSON.stringify({ stages }));
  expect(plenaria(["calendar", "check", file], settings)).toMatchObject({
    code: 0,
    answer: "Nothing is wrong with these dates.\n",
  });
  const misprinted = stages.map((stage) =>
    stage.kind === "candidates-publication" ? { ...stage, opensAt: "2026-01-15T18:00:00.000Z" } : stage,
  );
  writeFileSync(file, JSON.stringify({ stages: misprinted }));
  const { code, answer } = plenaria(["calendar", "check", file, "--json"], settings);
  expect(code).toBe(1);
  expect(JSON.parse(answer)).toMatchObject({
    isSound: false,
    problems: [
      { code: "STAGE_OUTSIDE_PROCESS", sentence: expect.stringMatching(/2026-01-15 18:00 UTC.*Is the month/) },
    ],
  });
  expect(plenaria(["calendar", "check", join(root, "package.json")], settings)).toMatchObject({ code: 2, answer: "" });
  expect(plenaria(["calendar", "show", "nothing"])).toMatchObject({ code: 2, answer: "" });
  expect(plenaria(["calendar", "export", "nothing", "--ics"])).toMatchObject({ code: 2, answer: "" });
});

test("a DATABASE_URL of an unknown kind is unusable input", () => {
  const { code, words } = plenaria(["database", "migrate"], { DATABASE_URL: "mysql://localhost/plenaria" });
  expect(code).toBe(2);
  expect(words).toContain('DATABASE_URL must begin with "file:" (SQLite) or "postgresql://"');
});

test("a file that is not there is unusable input, and the full path is said", () => {
  const { code, words } = plenaria(["registry", "import", "no-such-file.txt"]);
  expect(code).toBe(2);
  expect(words).toContain(join(root, "no-such-file.txt"));
});

test("election verify needs no usable settings and no database", () => {
  const { code, words } = plenaria(["election", "verify", "package.json"], {
    PLENARIA_MODE: "production",
    DATABASE_URL: "mysql://x",
  });
  expect(code).toBe(2);
  expect(words).not.toContain("DATABASE_URL");
});

// Requirement: CM 17, CM 39
test("election roll-proof says yes to a proof, no to a changed one or another root, and needs no settings", () => {
  const file = join(folder, "roll-proof.json");
  const settings = { PLENARIA_MODE: "production", DATABASE_URL: "mysql://x" };
  const salt = "ab".repeat(16);
  const hidden = { holdings: { votes: 4 }, standing: null, contact: null };
  const part = {
    handle: "HN-EJEM-X",
    name: "Ejemplo",
    country: "HN",
    class: "active-a",
    category: "medium",
    votes: 4,
    ruleVersion: "default",
    channel: "account",
    privateHash: rollPrivateHash(salt, hidden),
  };
  const proof = {
    format: "plenaria-roll-proof/1",
    electionId: "E",
    rollVersion: 1,
    root: rollRoot([part]),
    size: 1,
    index: 0,
    public: part,
    private: hidden,
    salt,
    path: [],
  };
  writeFileSync(file, JSON.stringify(proof));
  expect(plenaria(["election", "roll-proof", file, "--root", proof.root], settings)).toMatchObject({ code: 0 });
  expect(plenaria(["election", "roll-proof", file, "--root", "00".repeat(32)], settings)).toMatchObject({ code: 1 });
  writeFileSync(file, JSON.stringify({ ...proof, public: { ...part, votes: 5 } }));
  const changed = plenaria(["election", "roll-proof", file, "--json"], settings);
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.answer)).toMatchObject({ isValid: false });
  expect(plenaria(["election", "roll-proof", "package.json"], settings).code).toBe(2);
});

test("where nothing is installed yet, it says what to do instead of failing with a riddle", () => {
  const bare = mkdtempSync(join(folder, "bare-"));
  for (const name of ["app", "package.json"]) symlinkSync(join(root, name), join(bare, name));
  const run = spawnSync(
    process.execPath,
    ["--preserve-symlinks", "--preserve-symlinks-main", "app/processes/command-line.mjs"],
    {
      cwd: bare,
      encoding: "utf8",
    },
  );
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("npm start");
});
