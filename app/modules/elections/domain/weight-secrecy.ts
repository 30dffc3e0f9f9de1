// What the weights of a roll could tell about a vote once the exact totals are public. Nothing here looks at a ballot: it is computed before
// the first one is cast, so that the commission knows and says it. Source: the protocol's limits (weights stand beside credentials in public).

/** How often each weight occurs: weight → voters. */
export interface WeightClass {
  readonly weight: number;
  readonly voters: number;
}

export type WeightWarning =
  /** Only one organisation has this weight: its taking part is public, and its choice in part. */
  | { readonly kind: "unique-weight"; readonly weight: number }
  /** Fewer than the smallest class that may be shown. */
  | { readonly kind: "rare-weight"; readonly weight: number; readonly voters: number }
  /** One voter alone has at least half as many votes as all others together. */
  | { readonly kind: "dominant-voter"; readonly weight: number; readonly shareInHundredths: number }
  | { readonly kind: "few-voters"; readonly voters: number }
  /** On average over all results somebody who knows only the result guesses the choice of a voter of this weight so well. */
  | {
      readonly kind: "choice-guessed";
      readonly weight: number;
      readonly guessedInHundredths: number;
      readonly certainInHundredths: number;
    };

export const fewVoters = 20;
const rareBelow = 5;
/** Above this the tables for exact counting grow too large, and the leak too small to matter. */
const exactUpTo = { voters: 60, votes: 250 };

export function weightClassesOf(weights: readonly number[]): WeightClass[] {
  const counts = new Map<number, number>();
  for (const weight of weights) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return [...counts].map(([weight, voters]) => ({ weight, voters })).sort((left, right) => left.weight - right.weight);
}

/** Everything that is to be said before opening, the gravest first. Empty for a large roll with many voters of every weight. */
export function weightWarnings(weights: readonly number[]): WeightWarning[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const classes = weightClassesOf(weights);
  const warnings: WeightWarning[] = [];
  if (weights.length < fewVoters) warnings.push({ kind: "few-voters", voters: weights.length });
  for (const { weight, voters } of classes) {
    if (voters === 1 && weights.length > 1) warnings.push({ kind: "unique-weight", weight });
    else if (voters < rareBelow && classes.length > 1) warnings.push({ kind: "rare-weight", weight, voters });
  }
  const heaviest = classes.at(-1)?.weight ?? 0;
  if (weights.length > 1 && heaviest * 2 >= total - heaviest) {
    warnings.push({
      kind: "dominant-voter",
      weight: heaviest,
      shareInHundredths: Math.round((heaviest * 10_000) / total),
    });
  }
  return [...warnings, ...leakWarnings(weights, classes, total)];
}

function leakWarnings(weights: readonly number[], classes: readonly WeightClass[], total: number): WeightWarning[] {
  if (weights.length > exactUpTo.voters || total > exactUpTo.votes) return [];
  return classes.flatMap(({ weight }) => {
    const { guessed, certain } = expectedLeak(weights, weight);
    if (guessed < 0.5 && certain < 0.05) return [];
    const hundredths = (share: number) => Math.round(share * 10_000);
    return [
      {
        kind: "choice-guessed" as const,
        weight,
        guessedInHundredths: hundredths(guessed),
        certainInHundredths: hundredths(certain),
      },
    ];
  });
}

/** The exact result of a yes/no/abstain question, in votes. */
export interface ThreeWayResult {
  readonly yes: number;
  readonly no: number;
}

/** What a result says of a voter of one weight, every way of voting being equally likely before: three shares that add up to one. */
export interface ChoiceShares {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The number of ways in which these voters give this result. Exact: whole numbers without limit. */
export function countAssignments(weights: readonly number[], result: ThreeWayResult): bigint {
  return waysOf(weights).at(result.yes, result.no);
}

/** What somebody who knows weights and result knows of one voter of that weight. Source: Bayes, uniform prior, exact counting. */
export function choiceSharesGiven(weights: readonly number[], weight: number, result: ThreeWayResult): ChoiceShares {
  const others = waysOf(withoutOne(weights, weight));
  const { yes, no } = result;
  const ways = { yes: others.at(yes - weight, no), no: others.at(yes, no - weight), abstain: others.at(yes, no) };
  const all = ways.yes + ways.no + ways.abstain;
  if (all === 0n) return { yes: 0, no: 0, abstain: 0 };
  return { yes: share(ways.yes, all), no: share(ways.no, all), abstain: share(ways.abstain, all) };
}

/** Over all results, each as likely as it is: how well the choice of a voter of this weight is guessed, and how often it is certain. Guessing without a result gives a third. */
export function expectedLeak(weights: readonly number[], weight: number): { guessed: number; certain: number } {
  const others = waysOf(withoutOne(weights, weight));
  const total = weights.reduce((sum, each) => sum + each, 0);
  let [best, sure, all] = [0n, 0n, 0n];
  for (let yes = 0; yes <= total; yes += 1) {
    for (let no = 0; yes + no <= total; no += 1) {
      const ways = [others.at(yes - weight, no), others.at(yes, no - weight), others.at(yes, no)];
      const sum = ways.reduce((before, each) => before + each, 0n);
      const most = ways.reduce((before, each) => (each > before ? each : before), 0n);
      all += sum;
      best += most;
      if (most === sum) sure += sum;
    }
  }
  return { guessed: share(best, all), certain: share(sure, all) };
}

/** ways.at(yes, no): in how many ways the voters give that many votes to yes and no, the others abstaining. */
function waysOf(weights: readonly number[]): { at(yes: number, no: number): bigint } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const width = total + 1;
  const table = new Array<bigint>(width * width).fill(0n);
  table[0] = 1n;
  const cell = (yes: number, no: number) =>
    yes < 0 || no < 0 || yes > total || no > total ? 0n : (table[yes * width + no] ?? 0n);
  let reached = 0;
  for (const weight of weights) {
    reached += weight;
    // Why from above: a cell is read before the voter is counted in it.
    for (let yes = reached; yes >= 0; yes -= 1) {
      for (let no = reached - yes; no >= 0; no -= 1) {
        table[yes * width + no] = cell(yes, no) + cell(yes - weight, no) + cell(yes, no - weight);
      }
    }
  }
  return { at: cell };
}

function withoutOne(weights: readonly number[], weight: number): number[] {
  const place = weights.indexOf(weight);
  return weights.filter((_, index) => index !== place);
}

function share(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}
