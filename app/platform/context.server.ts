// What every command and query is given: the ground it stands on and who is acting. No globals.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import type { Database, DatabaseWithin } from "./database/database.server.ts";
import type { Actor } from "./permissions/actor.ts";
import type { RandomBytes } from "./randomness.server.ts";
import type { Settings } from "./settings.server.ts";

/** The ground: the same for everybody in this process. */
export interface Ground {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly log: Logger;
}

/** The ground with the one who acts. */
export interface Context extends Ground {
  readonly actor: Actor;
}

/** A context inside a transaction: everything written through `database` stands or falls together. */
export interface ContextWithin extends Omit<Context, "database"> {
  readonly database: DatabaseWithin;
}

/** Either of the two, for queries that may be asked inside a transaction too. */
export type ReadingContext = Context | ContextWithin;

/** Adds the one who acts to the ground. */
export function withActor(ground: Ground, actor: Actor): Context {
  return { ...ground, actor };
}

class Rollback extends Error {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    super("rolled back because the outcome is a refusal");
    this.outcome = outcome;
  }
}

/**
 * Runs `work` in one transaction. A refusal (`ok: false`) undoes everything that was written before it.
 * Conflicts between writers are tried again.
 *
 * Every write should be preceded by `recordAudit` or a lock of the row that it changes,
 * so that two writers meet at their first statement and not in the middle.
 */
export async function inTransaction<Outcome extends { readonly ok: boolean }>(
  context: Context,
  work: (within: ContextWithin) => Promise<Outcome>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.database.$transaction(
        async (database) => {
          const outcome = await work({ ...context, database });
          if (!outcome.ok) throw new Rollback(outcome);
          return outcome;
        },
        { maxWait: 30_000, timeout: 120_000 },
      );
    } catch (error) {
      if (error instanceof Rollback) return error.outcome as Outcome;
      if (attempt >= 8 || !isConflict(error)) throw error;
      await sleep(5 * 2 ** attempt);
    }
  }
}

function isConflict(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  // P2034: write conflict or deadlock; P1008: SQLite stayed busy.
  return code === "P2034" || code === "P1008" || /SQLITE_BUSY|database is locked/.test(String(error));
}
