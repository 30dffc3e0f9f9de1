// How to verify this election without us, in five lines. Source: issue 2 §4; ballot-protocol §12 for the procedure with version 3.0.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "#app/ui/code.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToArchive } from "../../links.ts";

export interface VerifyInFiveLinesProps {
  readonly electionId: string;
  readonly group: string;
  /** Of the election, as the verifier prints it. */
  readonly fingerprint: string | null;
}

export function VerifyInFiveLines({ electionId, group, fingerprint }: VerifyInFiveLinesProps) {
  const { t } = useTranslation("elections");
  const isForTool2 = group === "BELENIOS-2048";
  return (
    <Section title={t("public.verify.title")} lead={t("public.verify.lead")}>
      <ol className="max-w-text list-decimal space-y-3 ps-6 marker:font-semibold">
        <li>
          {t("public.verify.download")}{" "}
          <TextLink to={linkToArchive(electionId)} reloadDocument>{`${electionId}.bel`}</TextLink>
        </li>
        <Line text={t("public.verify.own")} command={`npm run -s plenaria -- election verify ${electionId}.bel`} />
        <Line
          text={t(isForTool2 ? "public.verify.tool2Install" : "public.verify.tool3Install")}
          command="sudo apt install belenios-tool"
        />
        <Line
          text={t(isForTool2 ? "public.verify.tool2" : "public.verify.tool3")}
          command="belenios-tool election verify --dir ."
        />
        <li>
          {t("public.verify.compare")}
          {fingerprint === null ? null : (
            <>
              {" "}
              <Code value={fingerprint} label={t("public.fingerprints.election")} />
            </>
          )}
        </li>
      </ol>
      <p className="mt-4 max-w-text text-sm text-ink-soft">
        {t(isForTool2 ? "public.verify.versions2048" : "public.verify.versionsEd25519")}
      </p>
      {isForTool2 ? null : <SoundProcedure />}
    </Section>
  );
}

function Line({ text, command }: { readonly text: ReactNode; readonly command: string }) {
  const { t } = useTranslation("elections");
  return (
    <li>
      {text}
      <span className="mt-1 block">
        <Code value={command} label={t("public.verify.command")} />
      </span>
    </li>
  );
}

/** What to ask of belenios-tool 3.0 besides, because its own verification does not wait for every check. */
function SoundProcedure() {
  const { t } = useTranslation("elections");
  const steps = ["ballots", "duplicates", "tally"] as const;
  return (
    <div className="mt-3 max-w-text text-sm">
      <p className="font-semibold">{t("public.verify.sound.title")}</p>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {steps.map((step) => (
          <li key={step}>{t(`public.verify.sound.${step}`)}</li>
        ))}
      </ul>
    </div>
  );
}
