// The order in which one voter sees the candidates: every order is equally likely.
// Source: CM/Rec(2017)5 no. 10; D. Knuth, The Art of Computer Programming 2, §3.4.2 algorithm P.

/** Gives a uniform whole number from 0 to 2³² − 1. */
export type RandomNumber = () => number;

/** The numbers from 0 to `count` − 1 in a random order. */
export function shuffledIndexes(count: number, random: RandomNumber): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = uniformBelow(last + 1, random);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

// Why not a plain remainder: it would make the first places a little likelier.
export function uniformBelow(bound: number, random: RandomNumber): number {
  const range = 2 ** 32;
  const limit = range - (range % bound);
  for (;;) {
    const drawn = random();
    if (drawn < limit) return drawn % bound;
  }
}

/** The browser's own generator. */
export function browserRandomNumber(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
