// Opens the trustee's key: with the copy that this browser keeps, or with the file from disk, and always with the passphrase.
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import type { KeySeat } from "./ceremony-requests.ts";
import { FileField } from "./file-field.tsx";
import { backupFileName, findKeptBackup, keepBackup } from "./kept-backup.ts";
import { KnownPassphraseField } from "./passphrase-fields.tsx";
import type { CeremonyWorker } from "./use-ceremony-worker.ts";

export interface UnlockKeyProps {
  readonly seat: KeySeat;
  readonly worker: CeremonyWorker;
  /** Asks for the file itself: where it must be shown that the file is at hand. */
  readonly isFileNeeded?: boolean;
  readonly actionLabel: ReactNode;
  readonly onUnlocked: () => void | Promise<void>;
}

export function UnlockKey({ seat, worker, isFileNeeded = false, actionLabel, onUnlocked }: UnlockKeyProps) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const [kept] = useState(() => (isFileNeeded ? undefined : findKeptBackup(seat)));
  const [usesFile, setUsesFile] = useState(kept === undefined);
  const [file, setFile] = useState<string>();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isOpening, setOpening] = useState(false);

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    const backup = usesFile ? file : kept;
    if (backup === undefined) {
      setProblem(t("ceremony.unlock.fileMissing"));
      return;
    }
    setOpening(true);
    setProblem(undefined);
    const opened = await worker.ask("unlock", { seat, passphrase, backup });
    setOpening(false);
    if (!opened.ok) {
      setProblem(sentenceOf(opened.error));
      return;
    }
    setPassphrase("");
    keepBackup(seat, backup);
    await onUnlocked();
  }

  return (
    <form onSubmit={(event) => void open(event)} className="space-y-4">
      {usesFile ? (
        <FileField
          name="backup"
          accept=".age"
          label={t("ceremony.unlock.file")}
          description={t("ceremony.unlock.fileName", { name: backupFileName(seat) })}
          onText={setFile}
        />
      ) : (
        <p className="max-w-text">
          {t("ceremony.unlock.kept")}{" "}
          <Button size="small" variant="quiet" onClick={() => setUsesFile(true)}>
            {t("ceremony.unlock.useFile")}
          </Button>
        </p>
      )}
      <KnownPassphraseField value={passphrase} onChange={setPassphrase} />
      <StatusMessage tone="danger">{problem}</StatusMessage>
      <SubmitButton isPending={isOpening} pendingLabel={t("ceremony.unlock.opening")}>
        {actionLabel}
      </SubmitButton>
    </form>
  );
}
