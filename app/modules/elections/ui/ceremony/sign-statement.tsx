// Signs a text with the key of the seat: opens the key file with its passphrase in the worker, signs there, and hands out the signature.
import { useTranslation } from "react-i18next";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { KeySeat } from "./ceremony-requests.ts";
import { UnlockKey } from "./unlock-key.tsx";
import { useCeremonyWorker } from "./use-ceremony-worker.ts";

export interface SignStatementProps {
  readonly seat: KeySeat;
  readonly group: string;
  readonly text: string;
  readonly actionLabel: string;
  readonly onSigned: (signature: string) => void | Promise<void>;
}

export function SignStatement({ seat, group, text, actionLabel, onSigned }: SignStatementProps) {
  const { t } = useTranslation("elections");
  const worker = useCeremonyWorker();

  async function sign(): Promise<void> {
    const signature = await worker.ask("statement", { group: group as GroupName, text });
    // Why at once: the key is not needed any longer.
    worker.stop();
    await onSigned(signature);
  }

  return (
    <div className="space-y-3">
      <p className="max-w-text text-sm text-ink-soft">{t("ceremony.unlock.forSigning")}</p>
      <UnlockKey seat={seat} worker={worker} actionLabel={actionLabel} onUnlocked={sign} />
    </div>
  );
}
