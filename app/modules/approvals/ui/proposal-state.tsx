// Where a proposal stands, in a word.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { ProposalState as State } from "../domain/proposal-state.ts";

const tones: Record<State, Tone> = {
  proposed: "warning",
  approved: "success",
  refused: "danger",
  withdrawn: "neutral",
  expired: "neutral",
};

export function ProposalState({ state }: { readonly state: State }) {
  const { t } = useTranslation("approvals");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
