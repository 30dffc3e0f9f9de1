// What the verbs stand on: the database opened only when one asks for it, standard output for answers, standard error for words.
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { ExitCode, Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem, exitCodes } from "#app/platform/command-line/surroundings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface LaidSurroundings {
  readonly surroundings: Surroundings;
  readonly exitCode: () => ExitCode;
  /** Closes what the verb opened. */
  readonly close: () => Promise<void>;
}

/** The surroundings of one run, and how it ends. Moves the program to the folder of the product. */
export function layCommandLineSurroundings(environment: Environment): LaidSurroundings {
  const start = whereThePersonStands(environment);
  process.chdir(root);
  let code: ExitCode = exitCodes.done;
  let opened: Promise<Ground> | undefined;
  return {
    surroundings: {
      async openContext() {
        opened ??= layMigratedGround(environment);
        return withActor(await opened, { kind: "command-line", name: nameOfUser() });
      },
      pathOf: (given) => resolve(start, given),
      answer: (text) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
      say: (text) => void process.stderr.write(text.endsWith("\n") ? text : `${text}\n`),
      endWith: (ending) => {
        code = ending;
      },
    },
    exitCode: () => code,
    async close() {
      const ground = await opened?.catch(() => undefined);
      await ground?.database.$disconnect();
    },
  };
}

// Why: `npm run` moves to the folder of package.json and says in INIT_CWD where the person was.
function whereThePersonStands(environment: Environment): string {
  const { npm_lifecycle_event: script, INIT_CWD: start } = environment;
  return script !== undefined && start !== undefined ? start : process.cwd();
}

/** The ground with a database that has the newest migration; `onMigrated` hears which were missing. */
export async function layMigratedGround(
  environment: Environment,
  onMigrated: (applied: readonly string[]) => void = () => undefined,
): Promise<Ground> {
  const { generateClients } = await import("#prisma/generate.mjs");
  generateClients();
  const { listMissingMigrations, migrateDatabase } = await import("#prisma/migrate.mjs");
  const ground = await layQuietGround(environment);
  const { databaseUrl } = ground.settings;
  const missing = await listMissingMigrations(databaseUrl).catch((error: unknown) => refuseUnreachable(error));
  if (missing.length === 0) return ground;
  // Why: migrating wants the database for itself alone.
  await ground.database.$disconnect();
  onMigrated(await migrateDatabase(databaseUrl));
  return layQuietGround(environment);
}

function refuseUnreachable(error: unknown): never {
  const kind = (error as { cause?: { kind?: string } }).cause?.kind ?? "";
  if (!/NotReachable|AuthenticationFailed|DoesNotExist|AccessDenied/.test(kind)) throw error;
  throw new CommandLineProblem({
    what: `the database cannot be used (${kind})`,
    remedy: "Check DATABASE_URL: the host, the port, the name of the database, the user and the password.",
  });
}

async function layQuietGround(environment: Environment): Promise<Ground> {
  const { layGround } = await import("../ground.ts");
  // Why: a log line between the words of a verb says nothing to the person who typed it.
  const ground = await layGround({ LOG_LEVEL: "warn", ...environment });
  if (ground.ok) return ground.value;
  throw new CommandLineProblem({
    what: "these settings are not safe or not usable",
    remedy: ground.error.map(({ variable, problem, remedy }) => `${variable} ${problem}. ${remedy}`).join("\n      "),
  });
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    // Why: in some containers the user has a number and no name.
    return "unnamed user";
  }
}
