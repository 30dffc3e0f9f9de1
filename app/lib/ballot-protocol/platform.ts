// What the ballot protocol must be given by its surroundings: random bytes, and nothing else.

/** A source of random bytes fit for secrets; in tests a seeded one. */
export type RandomBytes = (length: number) => Uint8Array;
