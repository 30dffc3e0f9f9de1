// The fingerprints that the commission compares before it seals.
import { electionPublicKey, payloadFingerprint } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { spokenFingerprint } from "#app/lib/spoken-fingerprint/index.ts";

export interface Fingerprints {
  /** The election's public key, as the trustees saw it. */
  readonly key?: string;
  /** The list of public credentials, as the log has it. */
  readonly credentials?: string;
}

export interface FingerprintedElection {
  readonly group: string;
  readonly trusteesPayload: string | null;
  readonly credentialsPayload: string | null;
}

export function fingerprintsOf({ group, trusteesPayload, credentialsPayload }: FingerprintedElection): Fingerprints {
  return {
    ...(trusteesPayload === null
      ? {}
      : { key: spokenFingerprint(electionPublicKey(group as GroupName, trusteesPayload)) }),
    ...(credentialsPayload === null ? {} : { credentials: payloadFingerprint(credentialsPayload) }),
  };
}
