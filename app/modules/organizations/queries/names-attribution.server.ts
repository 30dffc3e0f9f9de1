// Whom to name wherever names of organisations are shown: names that came with a register may have a licence that asks for it.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";

/** Registry → whom to name. */
export type Attributions = Readonly<Record<string, string>>;

/** The name of the setting that keeps it. */
export const attributionSetting = "organizations.namesAttribution";

/** For a page of many organisations; "" while all names are the organisations' own or invented. */
export async function namesAttribution(context: ReadingContext): Promise<string> {
  return [...new Set(Object.values(await readAttributions(context)))].join("; ");
}

/** For a page of one organisation; "" where its name is its own or invented. */
export async function attributionOf(
  context: ReadingContext,
  organization: { readonly registry: string | null; readonly isDemonstration: boolean },
): Promise<string> {
  if (organization.registry === null || organization.isDemonstration) return "";
  return (await readAttributions(context))[organization.registry] ?? "";
}

/** All of them. */
export async function readAttributions(context: ReadingContext): Promise<Attributions> {
  return JSON.parse(await readNamedSetting(context, attributionSetting, "{}")) as Attributions;
}
