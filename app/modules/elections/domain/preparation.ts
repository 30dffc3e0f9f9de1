// What must be done before the ballot box may be sealed, and how far each thing is. Sealing asks for all of it.
// Why every trustee must rehearse, and not only the threshold: an election was lost when one of three keys was (IACR 2025).

export interface PreparationFacts {
  readonly rollFrozenAt: Date | null;
  readonly trustees: readonly {
    readonly certificate: string | null;
    readonly polynomial: string | null;
    readonly verificationKey: string | null;
    readonly rehearsedAt: Date | null;
  }[];
  readonly hasCredentials: boolean;
  readonly sealedAt: Date | null;
}

export const preparationSteps = [
  "roll",
  "certificates",
  "polynomials",
  "keys",
  "rehearsal",
  "credentials",
  "seal",
] as const;
export type PreparationStep = (typeof preparationSteps)[number];

export interface StepProgress {
  readonly step: PreparationStep;
  readonly done: number;
  readonly of: number;
}

/** Every step with its progress, in order. */
export function preparationOf(facts: PreparationFacts): StepProgress[] {
  const size = facts.trustees.length;
  const count = (isDone: (trustee: PreparationFacts["trustees"][number]) => boolean) =>
    facts.trustees.filter(isDone).length;
  return [
    { step: "roll", done: facts.rollFrozenAt ? 1 : 0, of: 1 },
    { step: "certificates", done: count((trustee) => trustee.certificate !== null), of: size },
    { step: "polynomials", done: count((trustee) => trustee.polynomial !== null), of: size },
    { step: "keys", done: count((trustee) => trustee.verificationKey !== null), of: size },
    { step: "rehearsal", done: count((trustee) => trustee.rehearsedAt !== null), of: size },
    { step: "credentials", done: facts.hasCredentials ? 1 : 0, of: 1 },
    { step: "seal", done: facts.sealedAt ? 1 : 0, of: 1 },
  ];
}

/** The first step that is not finished; undefined when the box is sealed. */
export function nextStepOf(facts: PreparationFacts): PreparationStep | undefined {
  return preparationOf(facts).find(({ done, of }) => done < of)?.step;
}
