// Rounds 2 and 3, once the key is unlocked. Round 2 begins with a comparison between people; round 3 goes on by itself.
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import type { Duty } from "../../domain/duties.ts";
import { roundOneFingerprint } from "../../domain/round-one-fingerprint.ts";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import type { CeremonyState } from "./ceremony-requests.ts";
import { PublishNotice } from "./publish-notice.tsx";
import type { CeremonyWorker } from "./use-ceremony-worker.ts";
import { usePublishing } from "./use-publishing.ts";

export interface LaterRoundsProps {
  readonly electionId: string;
  readonly duty: Duty | undefined;
  readonly state: CeremonyState;
  readonly worker: CeremonyWorker;
  readonly onPublished: () => Promise<void>;
}

export function LaterRounds({ electionId, duty, state, worker, onPublished }: LaterRoundsProps) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const publishing = usePublishing(electionId, onPublished);
  const { publish } = publishing;
  const [isWorking, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const publishPolynomial = useCallback(async () => {
    setWorking(true);
    const made = await worker.ask("polynomial", state);
    setRefusal(made.ok ? undefined : made.error);
    if (made.ok) await publish({ kind: "polynomial", ...made.value, sealedShares: [...made.value.sealedShares] });
    setWorking(false);
  }, [worker, state, publish]);

  const publishKey = useCallback(async () => {
    const made = await worker.ask("verificationKey", state);
    setRefusal(made.ok ? undefined : made.error);
    if (made.ok) await publish({ kind: "verification-key", ...made.value });
  }, [worker, state, publish]);

  // Why only once: a refusal must stay on the page and not be asked for again every four seconds.
  const hasBegun = useRef(false);
  useEffect(() => {
    if (duty !== "verification-key" || hasBegun.current) return;
    hasBegun.current = true;
    void publishKey();
  }, [duty, publishKey]);

  return (
    <div className="space-y-4">
      {duty === "polynomial" ? (
        <Comparison state={state} isWorking={isWorking} onSame={() => void publishPolynomial()} />
      ) : null}
      {duty === "verification-key" && refusal === undefined ? (
        <ProgressBar label={t("ceremony.roundThree.working")} />
      ) : null}
      {duty === undefined ? <Panel title={t("ceremony.waiting.title")}>{t("ceremony.waiting.staying")}</Panel> : null}
      <StatusMessage tone="danger">{refusal === undefined ? undefined : sentenceOf(refusal)}</StatusMessage>
      <PublishNotice publishing={publishing} electionId={electionId} />
    </div>
  );
}

function Comparison({
  state,
  isWorking,
  onSame,
}: {
  readonly state: CeremonyState;
  readonly isWorking: boolean;
  readonly onSame: () => void;
}) {
  const { t } = useTranslation("elections");
  return (
    <div className="space-y-4">
      <h2 className="text-lg font-semibold">{t("ceremony.roundTwo.title")}</h2>
      <p className="max-w-text">{t("ceremony.roundTwo.compare")}</p>
      <Code isLarge value={roundOneFingerprint(state)} label={t("ceremony.roundTwo.code")} />
      <p className="max-w-text">{t("ceremony.roundTwo.ifDifferent")}</p>
      <Button variant="primary" isPending={isWorking} pendingLabel={t("ceremony.roundTwo.working")} onClick={onSame}>
        {t("ceremony.roundTwo.same")}
      </Button>
    </div>
  );
}
