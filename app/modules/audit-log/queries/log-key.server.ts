// The public half of the log's key, as it is registered.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";

export const logKeySetting = "audit-log:verification-key";

/** The vkey to copy into monitors and witnesses; undefined before the house was first started. */
export async function findLogKey(context: ReadingContext): Promise<string | undefined> {
  const registered = await readNamedSetting(context, logKeySetting, "");
  return registered === "" ? undefined : registered;
}
