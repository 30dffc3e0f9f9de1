// Several ties stand on one page, and the forms of each have the same fields: the id of a field says whose it is.

interface Tied {
  readonly contest: number;
  readonly candidates: readonly number[];
}

export function idOfTieField({ contest, candidates }: Tied, field: string): string {
  return `field-${field}-${contest}-${candidates.join("-")}`;
}
