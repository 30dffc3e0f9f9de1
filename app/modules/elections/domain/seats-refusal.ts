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

/** What other contests fill of the same body (queries/seats-of-others.server.ts). */
interface FilledByOthers {
  readonly renewed: number;
  readonly pending: number;
}

/**
 * Undefined when the seats fit, and where no body has such seats. An extraordinary election fills what became vacant in between, or decides
 * a tie: neither the year nor what others fill limits it, only the seats that nobody holds.
 */
export function seatsRefusal(
  { bodyKey, seats }: { readonly bodyKey: string; readonly seats: number },
  frozen: FrozenBody | undefined,
  { isExtraordinary, others }: { readonly isExtraordinary: boolean; readonly others: FilledByOthers },
): Result<never, SeatsRefusal> | undefined {
  if (frozen === undefined || bodyKey === "other") return undefined;
  const rules = frozen.rules as { readonly seats: number; readonly renewalsPerYear: number };
  const body = bodyKey.replaceAll("-", "_");
  const pending = isExtraordinary ? 0 : others.pending;
  const vacancies = Math.max(0, rules.seats - frozen.staying.length - pending);
  if (seats > vacancies)
    return refuse("SEATS_ABOVE_VACANCIES", { body, seats, vacancies, pending, day: frozen.termsBeginOn });
  const { renewed } = others;
  if (seats + renewed > rules.renewalsPerYear && !isExtraordinary)
    return refuse("SEATS_ABOVE_RENEWALS", {
      ...{ body, seats, renewed, renewals: rules.renewalsPerYear },
      year: frozen.termsBeginOn.slice(0, 4),
    });
  return undefined;
}
