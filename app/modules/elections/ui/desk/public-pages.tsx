// From a desk to what everybody sees of the election.
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { linkToBallotBox, linkToCalendarDesk, linkToElection, linkToResult, linkToReview } from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

export function PublicPages({
  election,
  isCommission = false,
}: {
  readonly election: ElectionAtDesk;
  /** The commission reviews candidacies; staff do not. */
  readonly isCommission?: boolean;
}) {
  const { t } = useTranslation("elections");
  const early = (
    <>
      <LinkButton size="small" to={linkToCalendarDesk(election.id)}>
        {t("desk.calendar")}
      </LinkButton>
      {election.hasCall && isCommission ? (
        <LinkButton size="small" to={linkToReview(election.id)}>
          {t("desk.candidacies")}
        </LinkButton>
      ) : null}
    </>
  );
  if (election.rollFrozenAt === null) return early;
  return (
    <>
      {early}
      <LinkButton size="small" to={linkToElection(election.id)}>
        {t("desk.publicPage")}
      </LinkButton>
      {election.sealedAt === null ? null : (
        <LinkButton size="small" to={linkToBallotBox(election.id)}>
          {t("desk.ballotBox")}
        </LinkButton>
      )}
      {election.phase === "result" ? (
        <LinkButton size="small" variant="primary" to={linkToResult(election.id)}>
          {t("desk.result")}
        </LinkButton>
      ) : null}
    </>
  );
}
