// "What is asked of me now": one card per duty, with its page; the first is the next to be done.
import { useTranslation } from "react-i18next";
import { Card } from "#app/ui/card.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { Duty } from "../../domain/duties.ts";
import { linkToDisputesDesk, linkToDuty, linkToRollSigning } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";
import { WhoIsAwaited } from "./preparation-steps.tsx";

const pageOf: Record<Duty, (electionId: string) => string> = {
  certificate: (id) => linkToDuty(id, "key"),
  polynomial: (id) => linkToDuty(id, "key"),
  "verification-key": (id) => linkToDuty(id, "key"),
  rehearsal: (id) => linkToDuty(id, "rehearsal"),
  codes: (id) => linkToDuty(id, "codes"),
  "sign-roll": linkToRollSigning,
  seal: (id) => linkToDuty(id, "seal"),
  disputes: linkToDisputesDesk,
  sum: (id) => linkToDuty(id, "sum"),
};

/** Work of which elections does not know: other rooms have it, and the building hands it in. */
export interface FurtherDuty {
  readonly name: "approvals" | "claims" | "candidacies" | "conformity" | "proclamation";
  readonly to: string;
  readonly count: number;
}

export interface DutyCardsProps {
  readonly view: CommissionView;
  readonly further?: readonly FurtherDuty[];
  readonly level?: 3 | 4;
}

export function DutyCards({ view, further = [], level = 3 }: DutyCardsProps) {
  const { id } = view.election;
  const own = view.duties.map((name) => ({ name, to: pageOf[name](id), count: view.undecidedDisputes }));
  return (
    <ol className="grid gap-4 md:grid-cols-2">
      {[...further, ...own].map((duty, index) => (
        <li key={duty.name} className="flex">
          <DutyCard {...duty} level={level} isFirst={index === 0} />
        </li>
      ))}
    </ol>
  );
}

export interface DutyCardProps {
  readonly name: Duty | FurtherDuty["name"];
  readonly to: string;
  readonly count: number;
  readonly level: 3 | 4;
  readonly isFirst: boolean;
}

export function DutyCard({ name, to, count, level, isFirst }: DutyCardProps) {
  const { t } = useTranslation("elections");
  return (
    <Card level={level} title={t(`desk.duties.${name}.title`, { count })} className="flex-1">
      <p className="mb-4">{t(`desk.duties.${name}.text`, { count })}</p>
      <LinkButton variant={isFirst ? "primary" : "secondary"} to={to}>
        {t(`desk.duties.${name}.action`)}
      </LinkButton>
    </Card>
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
