// What is in the database, asked before a demonstration is served from it: a demonstration shows its mail to everybody.
import { countPeople } from "#app/modules/accounts/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { isMarkedAsDemonstration } from "#app/platform/demonstration-mark.server.ts";

/**
 * "empty": nobody is in the database. "half": a demonstration was begun and cut off. "ready": a whole demonstration.
 * "real": there are people in it who were not invented.
 */
export type StateOfDatabase = "empty" | "half" | "ready" | "real";

export async function stateOfDatabase(ground: Ground): Promise<StateOfDatabase> {
  if (await isMarkedAsDemonstration(ground)) return "ready";
  const { real, invented } = await countPeople(ground);
  if (real > 0) return "real";
  return invented > 0 ? "half" : "empty";
}

/** Said to whoever starts a program in demonstration mode on a database with real people. */
export const realDatabaseWords = [
  "This database has people in it who are not a demonstration, and a demonstration would show their mail to everybody.",
  "  Set PLENARIA_MODE=production, or choose another database with DATABASE_URL.",
].join("\n");

/** Ends the program where it would show real people's mail. */
export async function refuseRealDatabase(ground: Ground): Promise<void> {
  if (ground.settings.mode !== "demonstration" || (await stateOfDatabase(ground)) !== "real") return;
  console.error(realDatabaseWords);
  process.exit(2);
}
