// Reverse delegations within a network, as LACNIC's clients read them (lacnic_reverseDelegations), and signatures as RFC 9083 §5.3 has them.
import { formatAddress, prefixEnd } from "#app/lib/ip-addresses/index.ts";
import type { PublicDsRecord, ReverseRange } from "../reverse-zones.ts";
import type { RdapObject } from "./rdap-object.ts";

export function writeReverseDelegations(ranges: readonly ReverseRange[]): RdapObject[] {
  return ranges.map(({ prefix, zones }) => {
    const { family, start } = prefix;
    const signed = zones.filter(({ dsRecords }) => dsRecords.length > 0);
    return {
      startAddress: formatAddress({ family, value: start }),
      endAddress: formatAddress({ family, value: prefixEnd(prefix) }),
      nameservers: (zones[0]?.servers ?? [])
        .filter(({ isPublished }) => isPublished)
        .map(({ host }) => ({ ldhName: host.toLowerCase() })),
      secureDNS: {
        delegationSigned: signed.length > 0,
        ...(signed.length > 0
          ? {
              dsData: signed.flatMap(({ zoneName, dsRecords }) =>
                dsDataOf(dsRecords).map((ds) => ({ zone: zoneName, ...ds })),
              ),
            }
          : {}),
      },
    };
  });
}

export function dsDataOf(records: readonly PublicDsRecord[]): RdapObject[] {
  return records.map(({ keyTag, algorithm, digestType, digest }) => ({ keyTag, algorithm, digest, digestType }));
}
