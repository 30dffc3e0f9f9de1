// From a desk to what everybody sees of the election.
import { useTranslation } from "react-i18next";
import { linkToBallotBox, linkToCalendarDesk, linkToElection, linkToResult, linkToReview } from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";
import { SmallWays } from "./small-ways.tsx";

export function PublicPages({
  election,
  isCommission = false,
}: {
  readonly election: ElectionAtDesk;
  /** The commission reviews candidacies; staff do not. */
  readonly isCommission?: boolean;
}) {
  const { t } = useTranslation("elections");
  const isFrozen = election.rollFrozenAt !== null;
  return (
    <SmallWays
      ways={[
        { to: linkToCalendarDesk(election.id), label: t("desk.calendar") },
        { to: linkToReview(election.id), label: t("desk.candidacies"), isOpen: election.hasCall && isCommission },
        { to: linkToElection(election.id), label: t("desk.publicPage"), isOpen: isFrozen },
        {
          to: linkToBallotBox(election.id),
          label: t("desk.ballotBox"),
          isOpen: isFrozen && election.sealedAt !== null,
        },
        {
          ...{ to: linkToResult(election.id), label: t("desk.result") },
          ...{ isOpen: isFrozen && election.phase === "result", isPrimary: true },
        },
      ]}
    />
  );
}
