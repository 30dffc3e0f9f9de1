// The booth in which a commission member enters a vote by hand: the same steps, one organisation, a code of the opened list.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { linkToAssistedBallots } from "../../links.ts";
import { Booth } from "./booth.tsx";
import type { BoothElection, BoothEntry } from "./booth-election.ts";
import { readBallotQuestions } from "./choices.ts";

export interface AssistedBoothProps {
  readonly election: BoothElection;
  readonly entry: BoothEntry;
  readonly code: string;
  readonly onLeave: () => void;
}

export function AssistedBooth({ election, entry, code, onLeave }: AssistedBoothProps) {
  const { t } = useTranslation("elections");
  const questions = useMemo(() => readBallotQuestions(election.electionPayload, election.contests), [election]);
  const channel = useMemo(
    () => ({ kind: "assisted", ballotsAddress: linkToAssistedBallots(election.id) }) as const,
    [election.id],
  );
  const entries = useMemo(() => [entry], [entry]);
  return (
    <div className="space-y-6">
      <Panel tone="warning" title={t("voterHelp.assisted.entering", { name: entry.organizationName })}>
        <p>{t("voterHelp.assisted.enteringText")}</p>
        <Button size="small" onClick={onLeave}>
          {t("voterHelp.assisted.leave")}
        </Button>
      </Panel>
      {questions === undefined ? (
        <Panel tone="danger" title={t("booth.differs.title")}>
          <p>{t("booth.differs.text")}</p>
        </Panel>
      ) : (
        <Booth election={election} questions={questions} entries={entries} channel={channel} givenCode={code} />
      )}
    </div>
  );
}
