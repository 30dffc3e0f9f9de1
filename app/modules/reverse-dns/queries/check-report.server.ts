// What the checks of a delegation found, in the form in which a person reads it: server by server, and only the zones in which something is wrong.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { writeDsOfZone } from "../domain/ds-lines.ts";
import type { ServerStatus } from "../domain/server-status.ts";
import type { CheckedDelegation } from "./check-delegation.server.ts";

export interface CheckReport {
  readonly zones: number;
  readonly firstZone: string;
  readonly lastZone: string;
  readonly block: string;
  readonly servers: readonly {
    readonly host: string;
    readonly good: number;
    readonly bad: readonly { readonly zoneName: string; readonly status: ServerStatus }[];
    readonly moreBad: number;
  }[];
  readonly dsRecords: readonly { readonly text: string; readonly isOfZone: boolean }[];
  readonly notInSync: number;
  readonly isAcceptable: boolean;
}

const zonesNamed = 5;

export function reportOf({
  block,
  zones,
  hosts,
  asked,
  dsRecords,
  notInSync,
  isAcceptable,
}: CheckedDelegation): CheckReport {
  return {
    ...{ zones: zones.length, block: formatPrefix(block.prefix), notInSync: notInSync.length, isAcceptable },
    firstZone: zones[0]?.name ?? "",
    lastZone: zones.at(-1)?.name ?? "",
    servers: hosts.map((host) => {
      const own = asked.filter((each) => each.host === host);
      const bad = own.filter(({ status }) => status !== "AA");
      return {
        ...{ host, good: own.length - bad.length, moreBad: Math.max(0, bad.length - zonesNamed) },
        bad: bad.slice(0, zonesNamed).map(({ zoneName, status }) => ({ zoneName, status })),
      };
    }),
    dsRecords: dsRecords.map(({ isOfZone, ...record }) => ({ text: writeDsOfZone(record, zones.length), isOfZone })),
  };
}
