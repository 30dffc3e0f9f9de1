// Under which names and addresses the directory of this installation is reached.
import type { Ground } from "#app/platform/context.server.ts";
import type { RdapSurroundings } from "../domain/rdap/rdap-object.ts";

/** The path under which RDAP answers. */
export const rdapPath = "/rdap";

export function rdapSurroundingsOf({ settings }: Pick<Ground, "settings">): RdapSurroundings {
  const { baseUrl } = settings;
  return { base: `${baseUrl}${rdapPath}`, site: baseUrl, host: whoisHostOf({ settings }) };
}

export function whoisHostOf({ settings }: Pick<Ground, "settings">): string {
  return new URL(settings.baseUrl).hostname;
}
