// Where an election stands that two people called off: why, by whom, and what becomes of the box.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Instant } from "#app/ui/instant.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { Cancellation } from "../domain/cancellation.ts";

export interface CancellationNoticeProps {
  readonly cancelledAt: string;
  readonly cancellation: Cancellation;
}

export function CancellationNotice({ cancelledAt, cancellation }: CancellationNoticeProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { reason, phase, ballots, proposedByName, approvedByName } = cancellation;
  const hadBox = phase !== "draft" && phase !== "preparing";
  return (
    <Panel tone="warning" title={t("phases.cancelled.title")}>
      <p className="font-semibold whitespace-pre-line">{inLanguage(reason, language)}</p>
      <p>{t("phases.cancelled.text")}</p>
      {hadBox ? <p>{t("cancelling.box", { ballots })}</p> : null}
      <p className="text-sm text-ink-soft">
        {t("beforeSealing.by", { proposer: proposedByName, approver: approvedByName })}, <Instant at={cancelledAt} />
      </p>
    </Panel>
  );
}
