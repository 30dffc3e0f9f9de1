// On the review, for whoever wants it: was my vote encrypted as I chose it? One tap, never in the way.
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { Opened } from "../../checking/ui/check-opening.tsx";
import { linkToChecking } from "../../links.ts";
import { saveFile } from "../ceremony/save-file.ts";
import type { BoothEntry } from "./booth-election.ts";
import type { OpeningAtHand } from "./use-opening.ts";

export interface CheckEncryptionProps {
  readonly electionId: string;
  readonly opening: OpeningAtHand;
  /** For whom the ballot is cast: each organisation's is encrypted by itself. */
  readonly marked: readonly BoothEntry[];
}

export function CheckEncryption({ electionId, opening, marked }: CheckEncryptionProps) {
  const { t } = useTranslation("elections");
  return (
    <details className="max-w-text rounded-lg border border-line px-4 py-3">
      <summary className="link inline-block py-1">{t("booth.opening.title")}</summary>
      <div className="mt-2 space-y-4">
        <p>{t("booth.opening.text")}</p>
        {marked.length > 1 ? <WhoseBallot marked={marked} opening={opening} /> : null}
        <div aria-live="polite" className="space-y-4">
          <Stage electionId={electionId} opening={opening} />
        </div>
      </div>
    </details>
  );
}

function WhoseBallot({ marked, opening }: Pick<CheckEncryptionProps, "marked" | "opening">) {
  const { t } = useTranslation("elections");
  const isBusy = opening.now.stage === "encrypting" || opening.now.stage === "opening";
  return (
    <RadioGroup
      name="whose-ballot"
      label={t("booth.opening.whose")}
      description={t("booth.opening.whoseHint")}
      options={marked.map(({ id, organizationName }) => ({ value: id, label: organizationName, isDisabled: isBusy }))}
      value={opening.entryId}
      onChange={opening.choose}
    />
  );
}

function Stage({ electionId, opening }: Pick<CheckEncryptionProps, "electionId" | "opening">) {
  const { t } = useTranslation("elections");
  const { now } = opening;
  switch (now.stage) {
    case "none":
    case "encrypting":
      return (
        <Button
          onClick={opening.prepare}
          isPending={now.stage === "encrypting"}
          pendingLabel={t("booth.opening.encrypting")}
        >
          {t("booth.opening.prepare")}
        </Button>
      );
    case "ready":
    case "opening":
      return (
        <>
          {now.stage === "ready" ? (
            <p>
              {t("booth.opening.ready")} <Code value={now.tracker} label={t("booth.done.tracker")} />
            </p>
          ) : null}
          <p>{t("booth.opening.choose")}</p>
          <Button onClick={opening.open} isPending={now.stage === "opening"} pendingLabel={t("booth.opening.opening")}>
            {t("booth.opening.open")}
          </Button>
        </>
      );
    case "failed":
      return (
        <Panel tone="warning" title={t("booth.opening.failed")}>
          <Button onClick={opening.prepare}>{t("booth.opening.again")}</Button>
        </Panel>
      );
    case "opened":
      return (
        <>
          <Opened answer={{ kind: "opening", ...now.holds }} />
          <p>
            {t("booth.opening.elsewhere")}{" "}
            <TextLink to={linkToChecking(electionId)} target="_blank" rel="noreferrer">
              {t("booth.opening.elsewhereLink")}
            </TextLink>
          </p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => saveFile("opened-ballot.json", now.file)}>{t("booth.opening.save")}</Button>
            <Button onClick={opening.prepare}>{t("booth.opening.again")}</Button>
          </div>
        </>
      );
  }
}
