// Remembers whom to name for the names that came with a registry's file.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { writeNamedSetting } from "#app/platform/named-settings.server.ts";
import { attributionSetting, readAttributions } from "../queries/names-attribution.server.ts";

/** Inside the import's transaction, whose audit entry carries the attribution. */
export async function rememberAttribution(within: ContextWithin, registry: string, attribution: string): Promise<void> {
  const before = await readAttributions(within);
  if (before[registry] === attribution) return;
  await writeNamedSetting(within, attributionSetting, JSON.stringify({ ...before, [registry]: attribution }));
}
