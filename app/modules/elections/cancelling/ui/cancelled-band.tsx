// On every page below an election that was called off, so that nobody takes what stands there for what will happen.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToElection } from "../../links.ts";

export function CancelledBand({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="warning" title={t("phases.cancelled.title")}>
      <p>
        <TextLink to={linkToElection(electionId)}>{t("cancelling.toReason")}</TextLink>
      </p>
    </Panel>
  );
}
