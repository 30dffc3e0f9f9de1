// Whether a trustee has opened a part of the sum. From then on nothing is left out any more: somebody might know what it would do.

export function hasDecryptionBegun(trustees: readonly { readonly decryptedAt: Date | null }[]): boolean {
  return trustees.some(({ decryptedAt }) => decryptedAt !== null);
}
