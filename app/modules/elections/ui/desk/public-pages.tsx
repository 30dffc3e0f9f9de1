// From a desk to what everybody sees of the election.
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { linkToBallotBox, linkToCalendarDesk, linkToElection, linkToResult } from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

export function PublicPages({ election }: { readonly election: ElectionAtDesk }) {
  const { t } = useTranslation("elections");
  const calendar = (
    <LinkButton size="small" to={linkToCalendarDesk(election.id)}>
      {t("desk.calendar")}
    </LinkButton>
  );
  if (election.rollFrozenAt === null) return calendar;
  return (
    <>
      {calendar}
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
