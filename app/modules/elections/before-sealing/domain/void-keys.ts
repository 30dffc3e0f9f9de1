// The keys in a trustee's certificate and beside it: after a replacement none of them comes back, in whatever certificate it is wrapped.
// Why the keys and not the certificate: its signature is drawn anew each time, so the same keys have as many certificates as one likes.
import { verifyTrusteeCertificate } from "#app/lib/ballot-protocol/index.ts";
import type { TrusteeSeat } from "#app/lib/ballot-protocol/index.ts";

export interface CertificateInHand {
  readonly certificate: string;
  readonly shareRecipient: string | null;
}

/** Those that can be read: what is no certificate of this seat has no keys. */
export function keysOf(seat: TrusteeSeat, { certificate, shareRecipient }: CertificateInHand): string[] {
  const checked = verifyTrusteeCertificate({ ...seat, certificate });
  const keys = checked.ok ? [checked.value.verificationKey, checked.value.encryptionKey] : [];
  return shareRecipient === null ? keys : [...keys, shareRecipient];
}
