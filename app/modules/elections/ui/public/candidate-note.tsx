// The line under a candidate's name: the country, and whether she stands no more. A sealed ballot cannot lose a name, so every place
// where people choose or count says it. Source: CM/Rec(2017)5 no. 11 (genuine information).
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import type { CandidateView } from "../../queries/elections.server.ts";
import { CountryName } from "./country-name.tsx";

export function CandidateNote({ candidate }: { readonly candidate: Pick<CandidateView, "country" | "withdrawnAt"> }) {
  return (
    <>
      <CountryName code={candidate.country} />
      <WithdrawnMark candidate={candidate} />
    </>
  );
}

/** Nothing where the candidate stands; `candidate` is undefined for an answer that is nobody. */
export function WithdrawnMark({ candidate }: { readonly candidate: Pick<CandidateView, "withdrawnAt"> | undefined }) {
  const { t } = useTranslation("elections");
  if (candidate === undefined || candidate.withdrawnAt === null) return null;
  return (
    <span className="mt-1 block text-sm font-normal text-ink-soft">
      <Badge tone="warning">{t("public.candidates.withdrawn")}</Badge> {t("public.candidates.withdrawnMeans")}
    </span>
  );
}
