// All candidates of a contest, each with the same fields in the same space, in alphabetical order.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Country } from "#app/ui/country.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { PublicCandidate } from "../domain/candidacy.ts";
import { linkToCandidate } from "../links.ts";
import { CandidatePhoto } from "./candidate-photo.tsx";

export function CandidateCards({ candidates }: { readonly candidates: readonly PublicCandidate[] }) {
  const { t } = useTranslation("candidacies");
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {candidates.map((candidate) => (
        <li key={candidate.id} className="avoid-break flex min-h-32 gap-4 rounded-lg border border-line bg-raised p-4">
          <CandidatePhoto candidate={candidate} />
          <div className="min-w-0">
            <h3 className="text-lg font-semibold leading-snug break-words">{candidate.name}</h3>
            {candidate.withdrawnAt === null ? null : <Badge tone="warning">{t("public.withdrawn")}</Badge>}
            {candidate.struckAt === null ? null : <Badge tone="danger">{t("public.struck")}</Badge>}
            <p className="text-sm text-ink-soft">
              <Country code={candidate.country} />
            </p>
            <p className="truncate text-sm text-ink-soft">{candidate.employer}</p>
            <TextLink to={linkToCandidate(candidate.id)} className="inline-block py-1.5">
              {t("public.more")}
              <span className="sr-only"> {candidate.name}</span>
            </TextLink>
          </div>
        </li>
      ))}
    </ul>
  );
}
