// The program behind `npm start`: migrates the database, creates the demonstration in an empty one, serves, and does what time asks for.
import { migrateDatabase } from "#prisma/migrate.mjs";
import { layGround } from "./ground.ts";
import { startWeb } from "./web.ts";

const ground = await layGround(process.env);
if (!ground.ok) {
  console.error("Plenaria does not start, because these settings are not safe or not usable:");
  for (const { variable, problem, remedy } of ground.error) console.error(`  ${variable} ${problem}. ${remedy}`);
  process.exit(2);
}
const { settings, database } = ground.value;
await migrateDatabase(settings.databaseUrl);
const build = await import("../../build/server/index.js" as string);
const web = await startWeb(ground.value, build, settings.port);
console.error(`Plenaria serves on ${settings.baseUrl}`);

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await web.close();
  await database.$disconnect();
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());
