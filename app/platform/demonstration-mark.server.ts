// The mark that says: everybody in this database is invented. Only what carries it is shown as openly as a demonstration is.
import type { ContextWithin, Ground, ReadingContext } from "./context.server.ts";
import { readNamedSetting, writeNamedSetting } from "./named-settings.server.ts";

const mark = "demonstration";

/** Whether the database was filled as a demonstration, to the end. */
export async function isMarkedAsDemonstration(ground: Ground | ReadingContext): Promise<boolean> {
  return (await readNamedSetting({ ...ground, actor: { kind: "visitor" } }, mark, "")) !== "";
}

/** Says so, once everything is in it. */
export function markAsDemonstration(within: ContextWithin): Promise<void> {
  return writeNamedSetting(within, mark, "complete");
}
