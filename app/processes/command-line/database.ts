// database migrate: brings the database to the newest migration, as `npm start` does by itself.
import type { Command } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { layMigratedGround } from "./lay-surroundings.ts";

/** Adds the verbs of the noun "database". */
export function registerDatabaseCommands(program: Command, surroundings: Surroundings): void {
  program
    .command("database")
    .description("the embedded database, or the one that DATABASE_URL names")
    .command("migrate")
    .description("apply the migrations that this database lacks; doing it twice does no harm")
    .option("--json", "answer with one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run -s plenaria -- database migrate\n  DATABASE_URL=postgresql://localhost/plenaria npm run -s plenaria -- database migrate --json",
    )
    .action(async (options: { json?: boolean }) => {
      const applied = await migrate();
      if (options.json === true) surroundings.answer(JSON.stringify({ applied }));
      else
        surroundings.say(applied.length === 0 ? "The database is up to date." : `Applied:\n  ${applied.join("\n  ")}`);
    });
}

async function migrate(): Promise<readonly string[]> {
  let applied: readonly string[] = [];
  const ground = await layMigratedGround(process.env, (names) => (applied = names));
  await ground.database.$disconnect();
  return applied;
}
