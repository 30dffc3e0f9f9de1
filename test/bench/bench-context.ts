// The ground of a benchmark that needs a database and no mail.
import { pino } from "pino";
import { systemClock } from "#app/platform/clock.ts";
import type { Context } from "#app/platform/context.server.ts";
import { systemRandomness } from "#app/platform/randomness.server.ts";

export function benchContext(databaseUrl: string, folder: string, database: Context["database"]): Context {
  return {
    settings: {
      mode: "demonstration",
      databaseUrl,
      baseUrl: "http://localhost:3000",
      port: 3000,
      folder,
      secret: "a-secret-for-measuring-that-is-long-enough-0123456789",
      mailFrom: "Plenaria <elections@plenaria.example>",
      whoisPort: 0,
      trustedProxies: 0,
    },
    database,
    clock: systemClock,
    random: systemRandomness,
    log: pino({ level: "silent" }),
    actor: { kind: "command-line", name: "bench" },
  };
}
