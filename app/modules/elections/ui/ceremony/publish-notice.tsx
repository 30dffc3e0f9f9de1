// How publishing went, when it did not go well: what happened, that nothing is lost, what to do.
import { useTranslation } from "react-i18next";
import { linkToStepUp } from "#app/modules/accounts/index.ts";
import { Button } from "#app/ui/button.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToCommissionDesk } from "../../links.ts";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import type { Publishing } from "./use-publishing.ts";

export function PublishNotice({
  publishing,
  electionId,
}: {
  readonly publishing: Publishing;
  readonly electionId: string;
}) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const { outcome } = publishing;
  if (outcome === undefined || outcome.kind === "published") return <StatusMessage />;
  const again = (
    <Button size="small" isPending={publishing.isSending} onClick={() => void publishing.again()}>
      {t("ceremony.publish.again")}
    </Button>
  );
  if (outcome.kind === "refused") return <StatusMessage tone="danger">{sentenceOf(outcome.refusal)}</StatusMessage>;
  return (
    <StatusMessage tone="warning">
      <p>{t(outcome.kind === "proof-needed" ? "ceremony.publish.proofNeeded" : "ceremony.publish.unreachable")}</p>
      {outcome.kind === "proof-needed" ? (
        <p>
          <TextLink to={linkToStepUp(linkToCommissionDesk(electionId))} target="_blank" rel="noopener">
            {t("ceremony.publish.prove")}
          </TextLink>
        </p>
      ) : null}
      {again}
    </StatusMessage>
  );
}
