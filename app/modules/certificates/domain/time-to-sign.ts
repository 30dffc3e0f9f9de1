// How long whoever holds a key has to sign before two others may say that she is absent. A whole day: commissioners live from Tijuana to Recife,
// and two of them must not be able to pass over the third while she sleeps, works or is on her way to where her key is. Decision 0012.

export const leastTimeToSignMs = 24 * 60 * 60_000;

/** Since when this evidence can be signed: it is there, and the time for claims is over. */
export function signingOpenSince({
  assembledAt,
  claimsCloseAt,
}: {
  readonly assembledAt: string;
  readonly claimsCloseAt: string | null;
}): Date {
  return new Date(Math.max(Date.parse(assembledAt), Date.parse(claimsCloseAt ?? assembledAt)));
}
