// Puts the ground under a program: settings, keys, database, clock, randomness, log.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pino } from "pino";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { systemRandomness } from "#app/platform/randomness.server.ts";
import type { SettingsProblem } from "#app/platform/settings.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";

/**
 * Reads the environment and opens the database. The database must have been migrated, or `beforeOpening` does it:
 * migrating wants an embedded database for itself alone.
 */
export async function layGround(
  environment: Readonly<Record<string, string | undefined>>,
  beforeOpening: (databaseUrl: string) => Promise<unknown> = async () => undefined,
): Promise<Result<Ground, SettingsProblem[]>> {
  const settings = readSettings(environment, demonstrationSecret(environment["PLENARIA_FOLDER"] ?? "data"));
  if (!settings.ok) return settings;
  await beforeOpening(settings.value.databaseUrl);
  return ok({
    settings: settings.value,
    database: await openDatabase(settings.value.databaseUrl),
    clock: systemClock,
    random: systemRandomness,
    log: pino(
      {
        level: environment["LOG_LEVEL"] ?? "info",
        redact: ["password", "code", "token", "secret"],
        // Why: without it an error is written as {}, and an incident number leads nowhere.
        serializers: { error: pino.stdSerializers.err },
      },
      pino.destination(2),
    ),
  });
}

/** A random secret that a demonstration keeps in its own folder, so that nobody has to invent one and no two share one. */
function demonstrationSecret(folder: string): string {
  const path = join(folder, "demonstration-secret");
  if (existsSync(path)) return readFileSync(path, "utf8");
  mkdirSync(folder, { recursive: true });
  const secret = randomBytes(36).toString("base64");
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}
