// Round 1 of the key ceremony: a passphrase, the backup file on disk, and the proof that the file opens, before anything is published.
// Why the file is opened again: the certificate is made from the key in the file, so nobody can publish a key that is not backed up.
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Steps } from "#app/ui/steps.tsx";
import type { CeremonyState, KeySeat } from "./ceremony-requests.ts";
import { backupFileName } from "./kept-backup.ts";
import { NewPassphraseFields, newPassphraseProblem } from "./passphrase-fields.tsx";
import { PublishNotice } from "./publish-notice.tsx";
import { saveFile } from "./save-file.ts";
import { Stage } from "./stage.tsx";
import { UnlockKey } from "./unlock-key.tsx";
import type { CeremonyWorker } from "./use-ceremony-worker.ts";
import { usePublishing } from "./use-publishing.ts";

type RoundOneStage = "passphrase" | "file" | "check";
const stages: readonly RoundOneStage[] = ["passphrase", "file", "check"];

export interface RoundOneProps {
  readonly seat: KeySeat;
  readonly state: CeremonyState;
  readonly worker: CeremonyWorker;
  /** The key is unlocked and its certificate published. */
  readonly onPublished: () => Promise<void>;
}

export function RoundOne({ seat, state, worker, onPublished }: RoundOneProps) {
  const { t } = useTranslation("elections");
  const [stage, setStage] = useState<RoundOneStage>("passphrase");
  const [backup, setBackup] = useState("");
  const publishing = usePublishing(seat.electionId, onPublished);

  async function publishCertificate(): Promise<void> {
    await publishing.publish({ kind: "certificate", ...(await worker.ask("certificate", state)) });
  }

  return (
    <div className="space-y-6">
      <Steps
        label={t("ceremony.roundOne.label")}
        steps={stages.map((each) => t(`ceremony.roundOne.stages.${each}`))}
        current={stages.indexOf(stage)}
      />
      <Stage name={stage}>
        {stage === "passphrase" ? (
          <ChoosePassphrase
            onChosen={async (passphrase) => {
              setBackup(await worker.ask("makeBackup", { seat, passphrase }));
              setStage("file");
            }}
            onHasFile={() => setStage("check")}
          />
        ) : null}
        {stage === "file" ? <TakeFile seat={seat} backup={backup} onTaken={() => setStage("check")} /> : null}
        {stage === "check" ? (
          <div className="space-y-4">
            <p className="max-w-text">{t("ceremony.roundOne.checkWhy")}</p>
            <UnlockKey
              seat={seat}
              worker={worker}
              isFileNeeded
              actionLabel={t("ceremony.roundOne.check")}
              onUnlocked={publishCertificate}
            />
            <Button variant="quiet" onClick={() => setStage(backup === "" ? "passphrase" : "file")}>
              {t("ceremony.back")}
            </Button>
          </div>
        ) : null}
      </Stage>
      <PublishNotice publishing={publishing} electionId={seat.electionId} />
    </div>
  );
}

function ChoosePassphrase({
  onChosen,
  onHasFile,
}: {
  readonly onChosen: (passphrase: string) => Promise<void>;
  readonly onHasFile: () => void;
}) {
  const { t } = useTranslation("elections");
  const [typed, setTyped] = useState({ first: "", second: "" });
  const [problem, setProblem] = useState<ReturnType<typeof newPassphraseProblem>>();
  const [isMaking, setMaking] = useState(false);

  async function choose(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = newPassphraseProblem(typed);
    setProblem(found);
    if (found !== undefined) {
      document.getElementById(`field-${found.field}`)?.focus();
      return;
    }
    setMaking(true);
    await onChosen(typed.first);
  }

  return (
    <form noValidate onSubmit={(event) => void choose(event)} className="space-y-5">
      <Panel tone="warning" title={t("ceremony.passphrase.lostTitle")}>
        <p>{t("ceremony.passphrase.lost")}</p>
      </Panel>
      <NewPassphraseFields value={typed} onChange={setTyped} problem={problem} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton isPending={isMaking} pendingLabel={t("ceremony.roundOne.making")}>
          {t("ceremony.roundOne.make")}
        </SubmitButton>
        <Button variant="quiet" onClick={onHasFile}>
          {t("ceremony.roundOne.hasFile")}
        </Button>
      </div>
    </form>
  );
}

function TakeFile({
  seat,
  backup,
  onTaken,
}: {
  readonly seat: KeySeat;
  readonly backup: string;
  readonly onTaken: () => void;
}) {
  const { t } = useTranslation("elections");
  const [isSaved, setSaved] = useState(false);
  return (
    <div className="space-y-4">
      <p className="max-w-text">{t("ceremony.roundOne.fileWhat", { name: backupFileName(seat) })}</p>
      <ul className="max-w-text list-disc space-y-1 ps-6">
        <li>{t("ceremony.roundOne.keepTwo")}</li>
        <li>{t("ceremony.roundOne.keepApart")}</li>
        <li>{t("ceremony.roundOne.keepSecret")}</li>
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          variant={isSaved ? "secondary" : "primary"}
          onClick={() => {
            saveFile(backupFileName(seat), backup);
            setSaved(true);
          }}
        >
          {t("ceremony.roundOne.save")}
        </Button>
        {isSaved ? (
          <Button variant="primary" onClick={onTaken}>
            {t("ceremony.roundOne.saved")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
