// The voting codes: made in one commission member's browser, so that no server and no member of staff ever knows one.
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { spokenFingerprint } from "#app/lib/spoken-fingerprint/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { VotingCodesInput } from "../../domain/voting-codes.ts";
import { linkToCommissionDesk } from "../../links.ts";
import type { MadeCodes } from "./ceremony-requests.ts";
import { CodesPassphrase } from "./codes-passphrase.tsx";
import { PublishNotice } from "./publish-notice.tsx";
import { saveFile } from "./save-file.ts";
import { Stage } from "./stage.tsx";
import { useCeremonyWorker } from "./use-ceremony-worker.ts";
import { usePublishing } from "./use-publishing.ts";
import { fetchRecipients } from "./voter-help.client.ts";

/** What the codes are made for; the recipients are fetched when the work begins. */
export type CodesOrder = Omit<VotingCodesInput, "recipients" | "random" | "onProgress">;

type CodesStage =
  | { readonly kind: "ready"; readonly problem?: string }
  | { readonly kind: "making"; readonly done: number; readonly of: number }
  | { readonly kind: "made"; readonly made: MadeCodes; readonly isSaved: boolean }
  | { readonly kind: "published"; readonly count: number };

export interface CodesDeskProps {
  readonly order: CodesOrder;
  /** Codes have been published before. */
  readonly hasCodes: boolean;
  /** Who will get a code: shown until the work begins. */
  readonly preview: ReactNode;
}

export function CodesDesk({ order, hasCodes, preview }: CodesDeskProps) {
  const { t } = useTranslation("elections");
  const worker = useCeremonyWorker();
  const [stage, setStage] = useState<CodesStage>({ kind: "ready" });
  const publishing = usePublishing(order.electionId, () => {
    // Security: with the worker go the codes that it had in memory.
    worker.stop();
    setStage((before) => (before.kind === "made" ? { kind: "published", count: before.made.issued.length } : before));
  });

  async function make(passphrase: string): Promise<void> {
    setStage({ kind: "making", done: 0, of: 0 });
    const recipients = await fetchRecipients(order.electionId);
    if (recipients === undefined) {
      setStage({ kind: "ready", problem: t("codes.recipientsUnreachable") });
      return;
    }
    const made = await worker.ask("votingCodes", { input: { ...order, recipients }, passphrase }, (done, of) =>
      setStage({ kind: "making", done, of }),
    );
    setStage({ kind: "made", made, isSaved: false });
  }

  function cancel(): void {
    worker.stop();
    setStage({ kind: "ready", problem: t("codes.cancelled") });
  }

  return (
    <Stage name={stage.kind}>
      {hasCodes && stage.kind !== "published" ? (
        <Panel tone="warning" title={t("codes.existTitle")}>
          {t("codes.exist")}
        </Panel>
      ) : null}
      {stage.kind === "ready" ? (
        <>
          <StatusMessage tone="warning">{stage.problem}</StatusMessage>
          {preview}
          <p className="max-w-text">
            {t("codes.mailRoom")}{" "}
            <Code value={spokenFingerprint(order.mailRoomRecipient)} label={t("codes.mailRoomLabel")} />
          </p>
          <CodesPassphrase onChosen={(passphrase) => void make(passphrase)} />
        </>
      ) : null}
      {stage.kind === "making" ? <Making done={stage.done} of={stage.of} onCancel={cancel} /> : null}
      {stage.kind === "made" ? (
        <Made
          stage={stage}
          isSending={publishing.isSending}
          onSave={() => {
            saveFile(`plenaria-codes-${order.electionId}.age`, stage.made.encryptedList);
            setStage({ ...stage, isSaved: true });
          }}
          onPublish={() => {
            const { credentialsPayload, issued } = stage.made;
            void publishing.publish({ kind: "credentials", credentialsPayload, issued: [...issued] });
          }}
        />
      ) : null}
      {stage.kind === "published" ? (
        <Panel tone="success" title={t("codes.publishedTitle", { count: stage.count })}>
          <p>{t("codes.published")}</p>
          <LinkButton size="small" to={linkToCommissionDesk(order.electionId)}>
            {t("ceremony.toDesk")}
          </LinkButton>
        </Panel>
      ) : null}
      <PublishNotice publishing={publishing} electionId={order.electionId} />
    </Stage>
  );
}

function Making({ done, of, onCancel }: { readonly done: number; readonly of: number; readonly onCancel: () => void }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <div className="space-y-4">
      <ProgressBar
        label={t("codes.making")}
        value={of === 0 ? undefined : done}
        max={of}
        valueText={of === 0 ? undefined : t("codes.progress", { done: number(done), of: number(of) })}
      />
      <p className="text-ink-soft">{t("codes.keepOpen")}</p>
      <Button onClick={onCancel}>{t("codes.cancel")}</Button>
    </div>
  );
}

function Made({
  stage,
  isSending,
  onSave,
  onPublish,
}: {
  readonly stage: Extract<CodesStage, { kind: "made" }>;
  readonly isSending: boolean;
  readonly onSave: () => void;
  readonly onPublish: () => void;
}) {
  const { t } = useTranslation("elections");
  return (
    <div className="space-y-4">
      <Panel tone="info" title={t("codes.madeTitle", { count: stage.made.issued.length })}>
        <p>{t("codes.made")}</p>
      </Panel>
      <p className="max-w-text">{t("codes.list")}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant={stage.isSaved ? "secondary" : "primary"} onClick={onSave}>
          {t("codes.save")}
        </Button>
        {stage.isSaved ? (
          <Button variant="primary" isPending={isSending} pendingLabel={t("codes.publishing")} onClick={onPublish}>
            {t("codes.publish")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
