// The suffix of the handles that this installation gives out.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";
import { defaultHandleSuffix } from "../domain/handle.ts";

/** The name of the setting, for whoever sets up an installation. */
export const handleSuffixSetting = "organizations.handleSuffix";

export function handleSuffix(context: ReadingContext): Promise<string> {
  return readNamedSetting(context, handleSuffixSetting, defaultHandleSuffix);
}
