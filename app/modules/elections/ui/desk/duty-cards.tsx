// "What is asked of me now": one card per duty, with its page.
import { useTranslation } from "react-i18next";
import { Card } from "#app/ui/card.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { Duty } from "../../domain/duties.ts";
import { linkToDuty } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";
import { WhoIsAwaited } from "./preparation-steps.tsx";

const pageOf: Record<Duty, Parameters<typeof linkToDuty>[1]> = {
  certificate: "key",
  polynomial: "key",
  "verification-key": "key",
  rehearsal: "rehearsal",
  codes: "codes",
  seal: "seal",
  sum: "sum",
};

export function DutyCards({ view, level = 3 }: { readonly view: CommissionView; readonly level?: 3 | 4 }) {
  const { t } = useTranslation("elections");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {view.duties.map((duty, index) => (
        <Card key={duty} level={level} title={t(`desk.duties.${duty}.title`)}>
          <p className="mb-4">{t(`desk.duties.${duty}.text`)}</p>
          <LinkButton variant={index === 0 ? "primary" : "secondary"} to={linkToDuty(view.election.id, pageOf[duty])}>
            {t(`desk.duties.${duty}.action`)}
          </LinkButton>
        </Card>
      ))}
    </div>
  );
}

/** What stands there when nothing is asked of the person. */
export function NothingAsked({ view: { election } }: { readonly view: CommissionView }) {
  const { t } = useTranslation("elections");
  const isPreparing = election.phase === "draft" || election.phase === "preparing";
  return (
    <Panel title={t("desk.nothingAsked")}>
      {isPreparing ? <WhoIsAwaited election={election} /> : <p>{t(`desk.meanwhile.${election.phase}`)}</p>}
    </Panel>
  );
}
