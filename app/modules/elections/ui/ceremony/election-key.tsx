// The election's public key, checked in this browser, as a fingerprint that the trustees compare aloud.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { Code } from "#app/ui/code.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import type { CeremonyState } from "./ceremony-requests.ts";
import type { CeremonyWorker } from "./use-ceremony-worker.ts";

export function ElectionKey({ state, worker }: { readonly state: CeremonyState; readonly worker: CeremonyWorker }) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const [checked, setChecked] = useState<Result<{ readonly fingerprint: string }, Refusal>>();
  // Why the first: the state is a new object every few seconds, and the key in it never changes again.
  const [first] = useState(state);
  useEffect(() => {
    let isCurrent = true;
    void worker.ask("electionKey", first).then((answer) => (isCurrent ? setChecked(answer) : undefined));
    return () => {
      isCurrent = false;
    };
  }, [worker, first]);
  if (checked === undefined) return <ProgressBar label={t("ceremony.key.checking")} />;
  if (!checked.ok)
    return (
      <Panel tone="danger" title={t("ceremony.key.wrong")}>
        {sentenceOf(checked.error)}
      </Panel>
    );
  return (
    <Panel tone="success" title={t("ceremony.key.title")}>
      <p>{t("ceremony.key.compare")}</p>
      <Code isLarge value={checked.value.fingerprint} label={t("ceremony.key.fingerprint")} />
    </Panel>
  );
}
