// The computed checks of a candidacy, each with its reason: fulfilled, not fulfilled, or for a person to look at.
import { useTranslation } from "react-i18next";
import { standingReasons } from "#app/modules/membership/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { CheckOutcome, EligibilityCheck } from "../domain/eligibility.ts";

const tones: Record<CheckOutcome, Tone> = { fulfilled: "success", mind: "warning", "not-fulfilled": "danger" };

export function CheckList({ checks }: { readonly checks: readonly EligibilityCheck[] }) {
  const { t } = useTranslation("candidacies");
  return (
    <ul className="border-t border-line">
      {checks.map((check) => (
        <li
          key={check.code}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(12rem,18rem)_1fr]"
        >
          <span className="flex flex-wrap items-center gap-2 font-semibold">
            {t(`checks.${check.code}.title`)}
            <Badge tone={tones[check.outcome]}>{t(`outcomes.${check.outcome}`)}</Badge>
          </span>
          <span suppressHydrationWarning>
            <Reason check={check} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Reason({ check }: { readonly check: EligibilityCheck }) {
  const { t } = useTranslation("candidacies");
  const { list, region } = useFormats();
  const { reasons, bodies } = check.details;
  const words = (text: string | number | undefined, word: (each: string) => string) =>
    list(
      String(text ?? "")
        .split(", ")
        .filter((each) => each !== "")
        .map(word),
    );
  return t(`checks.${check.code}.${check.outcome}`, {
    ...check.details,
    countries: list(check.countries.map(region)),
    reasons: words(reasons, (each) => (standingReasons.some((known) => known === each) ? t(`standing.${each}`) : each)),
    bodies: words(bodies, (each) => t(`bodies.${each}`, { defaultValue: each })),
  });
}
