// Says that the roll was changed after the codes were made, so that nobody wonders why they are asked for again.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { StepProgress } from "../../domain/preparation.ts";
import { linkToRollChanges } from "../../links.ts";

export interface CodesAgainProps {
  readonly election: {
    readonly id: string;
    readonly rollVersion: number;
    readonly preparation: readonly StepProgress[];
  };
}

export function CodesAgain({ election }: CodesAgainProps) {
  const { t } = useTranslation("elections");
  const codes = election.preparation.find(({ step }) => step === "credentials");
  if (election.rollVersion < 2 || codes === undefined || codes.done >= codes.of) return null;
  return (
    <Panel tone="warning" title={t("roll.recode.title")}>
      <p>{t("roll.recode.what", { version: election.rollVersion })}</p>
      <p>
        <TextLink to={linkToRollChanges(election.id)}>{t("roll.changes.title")}</TextLink>
      </p>
    </Panel>
  );
}
