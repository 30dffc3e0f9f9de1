// Reads the bootstrap files of RDAP out of the folder that the settings name: ipv4.json, ipv6.json and asn.json, as IANA publishes them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ground } from "#app/platform/context.server.ts";
import { Referrals } from "../domain/referrals.ts";
import { rdapSurroundingsOf } from "./surroundings.server.ts";

/** None where no folder is named, or where its files are no such files: the register answers without them. */
export async function loadReferrals({ settings, log }: Pick<Ground, "settings" | "log">): Promise<Referrals> {
  const folder = settings.rdapBootstrapFolder;
  if (folder === undefined) return Referrals.none;
  try {
    const texts = await Promise.all(
      ["ipv4.json", "ipv6.json", "asn.json"].map((name) => readFile(join(folder, name), "utf8")),
    );
    return Referrals.of(
      texts.map((text): unknown => JSON.parse(text)),
      rdapSurroundingsOf({ settings }).base,
    );
  } catch (error) {
    log.error(
      { error, folder },
      "RDAP and WHOIS refer to no other registry: set PLENARIA_RDAP_BOOTSTRAP to IANA's files",
    );
    return Referrals.none;
  }
}
