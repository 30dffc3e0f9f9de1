// One dispute: what, why, what was decided and by whom.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { DisputeView } from "../queries/disputes.server.ts";

const tones = { open: "warning", kept: "success", excluded: "danger" } as const;

export function DisputeCard({ dispute, children }: { readonly dispute: DisputeView; readonly children?: ReactNode }) {
  const { t } = useTranslation("elections");
  return (
    <Card level={3} title={<span className="wrap-anywhere">{dispute.label}</span>}>
      <p className="mb-3 flex flex-wrap gap-2">
        <Badge tone={tones[dispute.state]}>{t(`disputes.states.${dispute.state}`)}</Badge>
        <Badge>{t(`disputes.kinds.${dispute.kind}`)}</Badge>
        {dispute.awaitsCredential ? <Badge tone="warning">{t("disputes.awaitsCredential")}</Badge> : null}
      </p>
      <DefinitionList
        entries={[
          { term: t("disputes.why"), description: <span className="whitespace-pre-line">{dispute.reason}</span> },
          { term: t("disputes.filedAt"), description: <Instant at={dispute.filedAt} /> },
          ...(dispute.decidedAt === null
            ? []
            : [
                {
                  term: t("disputes.decision"),
                  description: <span className="whitespace-pre-line">{dispute.decisionReason}</span>,
                },
                { term: t("disputes.decidedBy"), description: dispute.decidedByNames },
                { term: t("disputes.decidedAt"), description: <Instant at={dispute.decidedAt} /> },
              ]),
        ]}
      />
      {children}
    </Card>
  );
}
