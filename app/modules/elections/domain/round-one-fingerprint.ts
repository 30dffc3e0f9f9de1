// What the trustees read to each other before they send their shares.
import { spokenFingerprint } from "#app/lib/spoken-fingerprint/index.ts";

/**
 * What the trustees compare before round 2: one fingerprint over everybody's round 1.
 *
 * Security: shares are sealed for the keys of round 1. Whoever could exchange one of those keys on its way through the
 * server could read that trustee's shares; then the trustees would see different fingerprints.
 */
export function roundOneFingerprint(messages: {
  readonly certificates: readonly (string | null)[];
  readonly shareRecipients: readonly (string | null)[];
}): string {
  return spokenFingerprint(JSON.stringify(["plenaria-round-one", messages.certificates, messages.shareRecipients]));
}
