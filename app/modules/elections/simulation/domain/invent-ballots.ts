// Invents the voters of `election simulate --voters N`: weights as a register of small and large members has them, and their choices.
import type { RandomBytes } from "#app/lib/ballot-protocol/index.ts";
import type { BallotFile } from "./ballot-file.ts";

/** Most members are small: how many in a hundred have each number of votes. Sums to 100. */
const votesInAHundred: readonly (readonly [votes: number, share: number])[] = [
  [1, 42],
  [2, 30],
  [3, 15],
  [4, 7],
  [5, 3],
  [6, 2],
  [11, 1],
];

/** Six candidates and blank, one to three choices; one ballot in twelve is blank. */
export function inventBallots(voters: number, random: RandomBytes): BallotFile {
  const answers = [
    "Ana Benítez",
    "Bruno Carvalho",
    "Carla Domínguez",
    "Diego Espinal",
    "Elena Fonseca",
    "Fabio Guerra",
  ];
  const ballots = Array.from({ length: voters }, () => ({
    weight: inventWeight(random),
    choices: below(random, 12) === 0 ? [] : inventChoices(answers.length, 1 + below(random, 3), random),
  }));
  return { question: "Board", answers, min: 1, max: 3, blank: true, ballots };
}

function inventWeight(random: RandomBytes): number {
  let place = below(random, 100);
  for (const [votes, share] of votesInAHundred) {
    if (place < share) return votes;
    place -= share;
  }
  return 1;
}

function inventChoices(answers: number, count: number, random: RandomBytes): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(below(random, answers));
  return [...chosen].sort((left, right) => left - right);
}

// Why the remainder of 32 bits will do: these are invented people, and the bias is one in millions.
function below(random: RandomBytes, limit: number): number {
  return new DataView(random(4).buffer).getUint32(0) % limit;
}
