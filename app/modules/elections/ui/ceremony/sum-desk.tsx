// After the close: a trustee's browser checks that the sum is that of the ballots in the box, and only then opens its part.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { CheckedSum } from "../../domain/check-sum.ts";
import { linkToArchive, linkToDisputesDesk, linkToResult } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";
import { TrusteesTable } from "../desk/trustees-table.tsx";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import { NoKey, seatOf, stateOf } from "./key-desk.tsx";
import { PublishNotice } from "./publish-notice.tsx";
import { Stage } from "./stage.tsx";
import { UnlockKey } from "./unlock-key.tsx";
import { useCeremonyWorker } from "./use-ceremony-worker.ts";
import { useLiveCeremony } from "./use-live-ceremony.ts";
import { usePublishing } from "./use-publishing.ts";

export function SumDesk({ initial }: { readonly initial: CommissionView }) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const { view, refresh } = useLiveCeremony(initial);
  const worker = useCeremonyWorker();
  const publishing = usePublishing(view.election.id, refresh);
  const [isChecking, setChecking] = useState(false);
  const [checked, setChecked] = useState<CheckedSum>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isOpening, setOpening] = useState(false);
  const { ceremony, election } = view;

  if (election.phase === "result") return <ResultIsOut electionId={election.id} />;
  if (ceremony === null) return <NoKey electionId={election.id} />;
  if (view.undecidedDisputes > 0)
    return (
      <Panel tone="warning" title={t("ceremony.sum.held", { count: view.undecidedDisputes })}>
        <p>{t("ceremony.sum.heldWhy")}</p>
        <TextLink to={linkToDisputesDesk(election.id)}>{t("disputes.title")}</TextLink>
      </Panel>
    );
  if (ceremony.encryptedTally === null)
    return <Panel title={t("ceremony.sum.tooEarly")}>{t("ceremony.sum.tooEarlyWhy")}</Panel>;
  const state = stateOf(ceremony);

  async function check(): Promise<void> {
    setChecking(true);
    setRefusal(undefined);
    const archive = await fetchArchive(election.id);
    const answer = archive === undefined ? undefined : await worker.ask("checkSum", { state, archive });
    setChecking(false);
    if (answer?.ok) setChecked(answer.value);
    else setRefusal(answer?.error ?? { code: "ARCHIVE_UNREACHABLE" });
  }

  async function openPart(): Promise<void> {
    setOpening(true);
    const made = await worker.ask("decryption", state);
    if (made.ok) await publishing.publish({ kind: "partial-decryption", partialDecryption: made.value });
    else setRefusal(made.error);
    setOpening(false);
  }

  return (
    <div className="space-y-6">
      <Stage
        name={ceremony.hasDecrypted ? "done" : isChecking ? "checking" : checked === undefined ? "locked" : "checked"}
      >
        {ceremony.hasDecrypted ? (
          <Panel tone="success" title={t("ceremony.sum.doneTitle")}>
            {t("ceremony.sum.done")}
          </Panel>
        ) : checked === undefined && !isChecking ? (
          <>
            <p className="max-w-text">{t("ceremony.sum.why")}</p>
            <UnlockKey
              seat={seatOf(ceremony)}
              worker={worker}
              actionLabel={t("ceremony.sum.check")}
              onUnlocked={check}
            />
          </>
        ) : null}
        {isChecking ? <ProgressBar label={t("ceremony.sum.checking")} /> : null}
        {checked !== undefined && !ceremony.hasDecrypted ? (
          <>
            <Panel tone="success" title={t("ceremony.sum.checked", { count: checked.ballots })}>
              {t("ceremony.sum.checkedMore", { counted: checked.counted, votes: checked.votes })}
            </Panel>
            <p className="max-w-text">{t("ceremony.sum.compare")}</p>
            <DefinitionList
              entries={[
                {
                  term: t("ceremony.sum.box"),
                  description: <Code value={checked.box} label={t("ceremony.sum.box")} />,
                },
                {
                  term: t("ceremony.sum.credentials"),
                  description: <Code value={checked.credentials} label={t("ceremony.sum.credentials")} />,
                },
              ]}
            />
            <Button variant="primary" isPending={isOpening || publishing.isSending} onClick={() => void openPart()}>
              {t("ceremony.sum.open")}
            </Button>
          </>
        ) : null}
      </Stage>
      <StatusMessage tone="danger">{refusal === undefined ? undefined : sentenceOf(refusal)}</StatusMessage>
      <PublishNotice publishing={publishing} electionId={election.id} />
      <TrusteesTable election={election} />
    </div>
  );
}

function ResultIsOut({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="success" title={t("ceremony.sum.resultTitle")}>
      <p>{t("ceremony.sum.result")}</p>
      <LinkButton variant="primary" to={linkToResult(electionId)}>
        {t("ceremony.sum.toResult")}
      </LinkButton>
    </Panel>
  );
}

async function fetchArchive(electionId: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(linkToArchive(electionId), { cache: "no-store" });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
