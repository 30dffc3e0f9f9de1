// Whether the seats that a contest fills can be filled: no more than fall vacant, and no more than the body renews in a year.
// Source: bylaws (Board: nine, three renewed a year; commissions: one or two); calls: marks up to the vacancies.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";

export type SeatsRefusal = Refusal<"SEATS_ABOVE_VACANCIES" | "SEATS_ABOVE_RENEWALS">;

interface FrozenBody {
  readonly rules: object;
  readonly staying: readonly object[];
  readonly termsBeginOn: string;
}

/** Undefined when the seats fit, and where no body has such seats. An extraordinary election fills more than a year renews. */
export function seatsRefusal(
  { bodyKey, seats }: { readonly bodyKey: string; readonly seats: number },
  frozen: FrozenBody | undefined,
  isExtraordinary: boolean,
): Result<never, SeatsRefusal> | undefined {
  if (frozen === undefined || bodyKey === "other") return undefined;
  const rules = frozen.rules as { readonly seats: number; readonly renewalsPerYear: number };
  const vacancies = Math.max(0, rules.seats - frozen.staying.length);
  const body = bodyKey.replaceAll("-", "_");
  if (seats > vacancies) return refuse("SEATS_ABOVE_VACANCIES", { body, seats, vacancies, day: frozen.termsBeginOn });
  if (seats > rules.renewalsPerYear && !isExtraordinary)
    return refuse("SEATS_ABOVE_RENEWALS", { body, seats, renewals: rules.renewalsPerYear });
  return undefined;
}
