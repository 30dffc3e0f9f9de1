// Choices that look random and are the same for the same seed, in whatever order they are asked for.

/** Chooses; every call gives the next choice of the same seed. */
export interface SeededChoice {
  /** A whole number below `limit`. */
  below(limit: number): number;
  /** One of them. */
  of<Thing>(things: readonly Thing[]): Thing;
}

/** FNV-1a over the seed, then mulberry32. Good enough for invented people, useless for secrets. */
export function seededChoice(seed: string): SeededChoice {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    of(things) {
      const [chosen] = things.slice(below(things.length));
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
  };
}
