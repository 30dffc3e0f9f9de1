// A copy of the encrypted backup file in this browser, so that the later rounds ask only for the passphrase.
// Never the key: what is kept here is as unreadable as the file.

function nameOf({ electionId, index }: { readonly electionId: string; readonly index: number }): string {
  return `plenaria-key-${electionId}-${index}`;
}

/** The name under which the file is saved. */
export function backupFileName(seat: { readonly electionId: string; readonly index: number }): string {
  return `${nameOf(seat)}.age`;
}

export function keepBackup(seat: { readonly electionId: string; readonly index: number }, backup: string): void {
  try {
    localStorage.setItem(nameOf(seat), backup);
  } catch {
    // A browser that keeps nothing: the person gives the file instead.
  }
}

export function findKeptBackup(seat: { readonly electionId: string; readonly index: number }): string | undefined {
  try {
    return localStorage.getItem(nameOf(seat)) ?? undefined;
  } catch {
    return undefined;
  }
}
