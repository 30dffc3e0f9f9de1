// Where a candidacy stands, in one or two words.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { CandidacyState } from "../domain/candidacy-state.ts";

const tones: Record<CandidacyState, Tone> = {
  nominated: "info",
  declined: "neutral",
  accepted: "info",
  correcting: "warning",
  admitted: "success",
  rejected: "danger",
  published: "success",
  withdrawn: "neutral",
};

export function StateBadge({ state }: { readonly state: CandidacyState }) {
  const { t } = useTranslation("candidacies");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
