// Named settings of this installation that people may change while it runs, with the value that holds until somebody does.
import type { ContextWithin, ReadingContext } from "./context.server.ts";

/** The setting, or what holds while nobody has set it. */
export async function readNamedSetting(context: ReadingContext, key: string, otherwise: string): Promise<string> {
  const row = await context.database.setting.findUnique({ where: { key } });
  return row?.value ?? otherwise;
}

/** Sets it. */
export async function writeNamedSetting(within: ContextWithin, key: string, value: string): Promise<void> {
  await within.database.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
