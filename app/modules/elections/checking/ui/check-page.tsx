// What a member can check herself, without trusting this server: a tracker, that nobody voted in her name, an opened ballot.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { ElectionPage } from "../../ui/public/election-page.tsx";
import type { ElectionHeading } from "../../ui/public/election-page.tsx";
import { linkToBallotBox } from "../../links.ts";
import type { CheckedEntry } from "./check-messages.ts";
import { CheckCode } from "./check-code.tsx";
import { CheckOpening } from "./check-opening.tsx";

export interface CheckPageProps {
  readonly election: ElectionHeading;
  /** The visitor's own organisations, where she is signed in. */
  readonly entries: readonly CheckedEntry[];
}

export function CheckPage({ election, entries }: CheckPageProps) {
  const { t } = useTranslation("elections");
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const isSealed = election.reached !== "preparing" && election.reached !== "draft";
  return (
    <ElectionPage election={election} part={t("checking.part")} lead={t("checking.lead")}>
      {isSealed ? (
        <div className="space-y-10">
          <section className="space-y-3">
            <h2 className="font-display text-2xl leading-tight">{t("checking.tracker.title")}</h2>
            <p className="max-w-text">{t("checking.tracker.text")}</p>
            <LinkButton to={linkToBallotBox(election.id)}>{t("checking.tracker.go")}</LinkButton>
          </section>
          <CheckCode electionId={election.id} entries={entries} isAwake={isAwake} />
          <CheckOpening electionId={election.id} isAwake={isAwake} />
        </div>
      ) : (
        <p className="max-w-text">{t("checking.notSealed")}</p>
      )}
    </ElectionPage>
  );
}
