// Where a claim stands, in a word.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import type { ClaimState } from "../domain/claim-kinds.ts";

const tones = {
  filed: "info",
  "under-review": "info",
  upheld: "success",
  rejected: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<ClaimState, string>;

export function ClaimStateBadge({ state }: { readonly state: ClaimState }) {
  const { t } = useTranslation("claims");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
