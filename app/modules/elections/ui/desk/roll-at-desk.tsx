// The roll on the staff's desk: to be frozen, or frozen with its numbers.
import { useTranslation } from "react-i18next";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import {
  linkToContactCampaign,
  linkToFreezing,
  linkToLeftOut,
  linkToMandateRules,
  linkToRollDesk,
  linkToVoterList,
} from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

export function RollAtDesk({
  election,
  mayFreeze,
}: {
  readonly election: ElectionAtDesk;
  readonly mayFreeze: boolean;
}) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  if (election.rollFrozenAt === null) {
    return (
      <div className="space-y-4">
        <p className="max-w-text">{t("desk.roll.notFrozen")}</p>
        <div className="flex flex-wrap gap-3">
          {mayFreeze ? (
            <LinkButton variant="primary" to={linkToFreezing(election.id)}>
              {t("desk.roll.toFreezing")}
            </LinkButton>
          ) : null}
          {mayFreeze ? <LinkButton to={linkToVoterList(election.id)}>{t("desk.voters.open")}</LinkButton> : null}
          {mayFreeze ? (
            <LinkButton to={linkToMandateRules(election.id)}>{t("desk.roll.mandateRules")}</LinkButton>
          ) : null}
          <LinkButton to={linkToContactCampaign(election.id)}>{t("roll.campaign.link")}</LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="space-y-5">
      <Figures>
        <Figure label={t("codes.organizations")} value={number(election.rollOrganizations)} />
        <Figure label={t("codes.votes")} value={number(election.rollVotes)} />
        <Figure
          label={t("desk.roll.frozenAt")}
          value={<Instant at={election.rollFrozenAt} precision="day" />}
          isWords
        />
      </Figures>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={linkToRollDesk(election.id)}>{t("desk.roll.open")}</LinkButton>
        <LinkButton reloadDocument download to={linkToLeftOut(election.id)}>
          {t("desk.roll.leftOutCsv")}
        </LinkButton>
      </div>
    </div>
  );
}
