// Whether a person stands in an election: by her account where the candidate's is known, otherwise by the name alone.
// Source: the rule of mandates that candidates hold none for others (AFRINIC 2025; mandates/domain/may-delegate.ts).

export interface StandingCandidate {
  readonly name: string;
  /** Null: nobody knows which account the candidate has, or whether one. */
  readonly accountId: string | null;
}

/** "name": the names are alike and nothing more is known; that may be another person. */
export type StandingMatch = "account" | "name";

/**
 * Undefined: she does not stand. Why a candidate with an account is not compared by name: two people may bear one name.
 * `comparable` gives the form of a name in which two spellings are alike.
 */
export function standsAs(
  person: { readonly name: string; readonly accountId: string | null },
  candidates: readonly StandingCandidate[],
  comparable: (name: string) => string,
): StandingMatch | undefined {
  const isKnown = ({ accountId }: StandingCandidate) => accountId !== null && accountId === person.accountId;
  if (candidates.some(isKnown)) return "account";
  const name = comparable(person.name);
  const isNamesake = (candidate: StandingCandidate) => comparable(candidate.name) === name;
  // Why the person's account too: without one she may be any candidate of that name.
  const unknown = person.accountId === null ? candidates : candidates.filter(({ accountId }) => accountId === null);
  return unknown.some(isNamesake) ? "name" : undefined;
}
