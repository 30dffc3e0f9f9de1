// Runs the same tests on SQLite and on PostgreSQL, each test on a fresh copy of a migrated database. How to write one: test/README.md.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, test } from "vitest";
import { SettableClock } from "#app/platform/clock.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#app/platform/database/database.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import type { Settings } from "#app/platform/settings.server.ts";
import { mustHaveAllParts, noteLeftOut } from "./left-out.ts";
import { seededRandomness } from "./randomness.ts";
import type {} from "./template-databases.ts";

export type DatabaseKind = "sqlite" | "postgresql";

/** A context whose clock the test moves. */
export interface TestContext extends Context {
  readonly clock: SettableClock;
}

/** What a test may ask for. Contexts of one test share its database, clock and randomness. */
export interface Given {
  readonly kind: DatabaseKind;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly clock: SettableClock;
  readonly settings: Settings;
  /** `now` moves the clock that all contexts of the test share. Without an actor, somebody at the command line acts. */
  context(wish?: { readonly actor?: Actor; readonly now?: string | Date }): TestContext;
}

export interface DatabaseWish {
  /** "for-each-test" (the default), or "once" for tests that look at one expensive state without changing it. */
  readonly fresh?: "for-each-test" | "once";
  /** "both" is the default; "sqlite" for tests that are about something else than the database. */
  readonly on?: "both" | "sqlite";
}

/** The instant at which every test begins. */
export const testsBegin = new Date("2026-03-02T15:00:00.000Z");

/** Describes tests that run on each database. */
export function describeOnEachDatabase(title: string, body: (given: Given) => void, wish: DatabaseWish = {}): void {
  describeOn("sqlite", title, body, wish);
  if (wish.on === "sqlite") return;
  const { postgresqlUrl, postgresqlMissing } = inject("databases");
  if (postgresqlUrl !== undefined) {
    describeOn("postgresql", title, body, wish);
    return;
  }
  if (mustHaveAllParts()) {
    test(`${title} (postgresql): has PostgreSQL`, () => {
      throw new Error(`PostgreSQL is missing, and this run must have all parts. ${postgresqlMissing}`);
    });
    return;
  }
  noteLeftOut({ part: "PostgreSQL", tests: `${title} (postgresql)`, remedy: postgresqlMissing });
  describe.skip(`${title} (postgresql)`, () => body(new TestGround("postgresql")));
}

function describeOn(kind: DatabaseKind, title: string, body: (given: Given) => void, wish: DatabaseWish): void {
  describe(`${title} (${kind})`, () => {
    const ground = new TestGround(kind);
    const [before, after] = wish.fresh === "once" ? [beforeAll, afterAll] : [beforeEach, afterEach];
    before(() => ground.open());
    after(() => ground.close());
    body(ground);
  });
}

interface OpenGround {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly clock: SettableClock;
  readonly settings: Settings;
  readonly random: (length: number) => Uint8Array;
  remove(): Promise<void>;
}

class TestGround implements Given {
  readonly kind: DatabaseKind;
  #open: OpenGround | undefined;

  constructor(kind: DatabaseKind) {
    this.kind = kind;
  }

  get databaseUrl(): string {
    return this.#ground().databaseUrl;
  }

  get database(): Database {
    return this.#ground().database;
  }

  get clock(): SettableClock {
    return this.#ground().clock;
  }

  get settings(): Settings {
    return this.#ground().settings;
  }

  context(wish: { readonly actor?: Actor; readonly now?: string | Date } = {}): TestContext {
    const { database, clock, settings, random } = this.#ground();
    if (wish.now !== undefined) clock.set(new Date(wish.now));
    const actor: Actor = wish.actor ?? { kind: "command-line", name: "test" };
    return { database, clock, settings, random, actor, log: silentLog };
  }

  async open(): Promise<void> {
    const copy = await copyTemplate(this.kind);
    this.#open = {
      databaseUrl: copy.url,
      database: await openDatabase(copy.url),
      clock: new SettableClock(testsBegin),
      random: seededRandomness("tests"),
      settings: testSettings(copy.url, copy.folder),
      remove: () => copy.remove(),
    };
  }

  async close(): Promise<void> {
    await this.#open?.database.$disconnect();
    await this.#open?.remove();
    this.#open = undefined;
  }

  #ground(): OpenGround {
    if (this.#open === undefined) throw new Error("The database is open only inside a test, beforeEach or afterEach.");
    return this.#open;
  }
}

const silentLog = pino({ level: "silent" });

function testSettings(databaseUrl: string, folder: string): Settings {
  return {
    mode: "demonstration",
    databaseUrl,
    baseUrl: "http://localhost:3000",
    port: 3000,
    whoisPort: 0,
    folder,
    secret: "a-secret-for-tests-that-is-long-enough-0123456789",
    mailFrom: "Plenaria <elections@plenaria.example>",
    trustedProxies: 0,
  };
}

interface DatabaseCopy {
  readonly url: string;
  readonly folder: string;
  remove(): Promise<void>;
}

/** A fresh migrated database with a folder for the files that belong to it. */
export async function copyTemplate(kind: DatabaseKind): Promise<DatabaseCopy> {
  const { folder: parent, sqliteTemplate, postgresqlTemplate } = inject("databases");
  const folder = mkdtempSync(join(parent, "test-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (kind === "sqlite") {
    const path = join(folder, "plenaria.db");
    copyFileSync(sqliteTemplate, path);
    return { url: `file:${path}`, folder, remove: async () => removeFolder() };
  }
  const name = `test_${folder.slice(-6).toLowerCase()}_${process.pid}`;
  await administer(`CREATE DATABASE "${name}" TEMPLATE ${postgresqlTemplate}`);
  return {
    url: `${postgresqlUrl()}${name}`,
    folder,
    async remove() {
      removeFolder();
      await administer(`DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${postgresqlUrl()}postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function postgresqlUrl(): string {
  const { postgresqlUrl: url, postgresqlMissing } = inject("databases");
  if (url === undefined) throw new Error(`PostgreSQL is missing. ${postgresqlMissing}`);
  return url;
}
