// The rehearsal: each trustee shows, with the backup file from disk, that the key really decrypts. Source: peers §7.7.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { linkToCommissionDesk, linkToDuty } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";
import { ceremonySteps, WhoIsAwaited } from "../desk/preparation-steps.tsx";
import { ReadyLight } from "../desk/trustees-table.tsx";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import { ElectionKey } from "./election-key.tsx";
import { NoKey, seatOf, stateOf } from "./key-desk.tsx";
import { PublishNotice } from "./publish-notice.tsx";
import { UnlockKey } from "./unlock-key.tsx";
import { useCeremonyWorker } from "./use-ceremony-worker.ts";
import { useLiveCeremony } from "./use-live-ceremony.ts";
import { usePublishing } from "./use-publishing.ts";

export function RehearsalDesk({ initial }: { readonly initial: CommissionView }) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const { view, refresh } = useLiveCeremony(initial);
  const worker = useCeremonyWorker();
  const publishing = usePublishing(view.election.id, refresh);
  const [refusal, setRefusal] = useState<Refusal>();
  const { ceremony, election } = view;
  if (ceremony === null) return <NoKey electionId={election.id} />;
  const state = stateOf(ceremony);
  if (ceremony.trusteesPayload === null) {
    return (
      <Panel title={t("ceremony.rehearsal.tooEarly")}>
        <WhoIsAwaited election={election} among={ceremonySteps} />
        <LinkButton size="small" to={linkToDuty(election.id, "key")}>
          {t("ceremony.toKey")}
        </LinkButton>
      </Panel>
    );
  }

  async function rehearse(): Promise<void> {
    const made = await worker.ask("rehearsal", state);
    setRefusal(made.ok ? undefined : made.error);
    if (made.ok) await publishing.publish({ kind: "rehearsal", partialDecryption: made.value });
  }

  return (
    <div className="space-y-6">
      <p className="flex flex-wrap items-center gap-3">
        {t("ceremony.rehearsal.light")} <ReadyLight election={election} />
      </p>
      {ceremony.hasRehearsed ? (
        <Panel tone="success" title={t("ceremony.rehearsal.doneTitle")}>
          <p>{t("ceremony.rehearsal.done")}</p>
          <LinkButton size="small" to={linkToCommissionDesk(election.id)}>
            {t("ceremony.toDesk")}
          </LinkButton>
        </Panel>
      ) : (
        <>
          <p className="max-w-text">{t("ceremony.rehearsal.why")}</p>
          <UnlockKey
            seat={seatOf(ceremony)}
            worker={worker}
            isFileNeeded
            actionLabel={t("ceremony.rehearsal.go")}
            onUnlocked={rehearse}
          />
        </>
      )}
      <StatusMessage tone="danger">{refusal === undefined ? undefined : sentenceOf(refusal)}</StatusMessage>
      <PublishNotice publishing={publishing} electionId={election.id} />
      <ElectionKey state={state} worker={worker} />
    </div>
  );
}
