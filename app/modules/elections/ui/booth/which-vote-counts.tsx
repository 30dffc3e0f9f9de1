// What a voter may still do after this vote: vote again, and the last one counts; or, where it was entered by hand, nothing more.
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";

export interface WhichVoteCountsProps {
  readonly closesAt: string;
  readonly isByHand: boolean;
}

export function WhichVoteCounts({ closesAt, isByHand }: WhichVoteCountsProps) {
  const { t } = useTranslation("elections");
  if (isByHand) return t("booth.voted.byHand");
  return (
    <>
      {t("booth.voted.again")} <Instant at={closesAt} />. {t("booth.voted.lastCounts")}
    </>
  );
}
