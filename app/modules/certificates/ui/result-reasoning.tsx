// Below the votes: who is seated and why, who signed, the acta, and the one file from which all of it can be checked again.
import { useTranslation } from "react-i18next";
import { inLanguage, languages } from "#app/platform/language/languages.ts";
import { linkToActa, linkToBundle } from "#app/modules/elections/index.ts";
import { Code } from "#app/ui/code.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { CertificateView } from "../queries/certificate.server.ts";
import { CountLines } from "./count-lines.tsx";
import { Statements } from "./statements.tsx";
import { TieDecisions } from "./tie-decisions.tsx";

export function ResultReasoning({ certificate }: { readonly certificate: CertificateView }) {
  return (
    <>
      <Seats certificate={certificate} />
      <TieDecisions certificate={certificate} />
      <Statements certificate={certificate} />
      <Bundle certificate={certificate} />
    </>
  );
}

function Seats({ certificate: { contests, count } }: { readonly certificate: CertificateView }) {
  const { t } = useTranslation("certificates");
  const language = useLanguage();
  const reasoned = count.contests.filter(({ lines }) => lines.length > 0);
  if (reasoned.length === 0) return null;
  return (
    <Section title={t("seats.title")} lead={t("seats.lead")}>
      <div className="space-y-6">
        {reasoned.map((contest) => (
          <div key={contest.position} className="space-y-3">
            {reasoned.length > 1 ? (
              <h3 className="text-lg font-semibold">
                {inLanguage(contests[contest.position]?.title ?? { es: "", en: "", pt: "" }, language)}
              </h3>
            ) : null}
            <CountLines count={contest} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Bundle({ certificate: { electionId, bundleHash, evidenceHash } }: { readonly certificate: CertificateView }) {
  const { t } = useTranslation("certificates");
  return (
    <Section title={t("bundle.title")} lead={t("bundle.lead")}>
      <ol className="max-w-text list-decimal space-y-3 ps-6 marker:font-semibold">
        <li>
          {t("bundle.step.download")}{" "}
          <TextLink to={linkToBundle(electionId)} reloadDocument>{`${electionId}.zip`}</TextLink>
        </li>
        <Command text={t("bundle.step.hash")} command={`sha256sum ${electionId}.zip`} />
        <li>
          {t("bundle.step.compare")} <Code value={bundleHash} label={t("bundle.hash")} />
        </li>
        <Command text={t("bundle.step.audit")} command={`npm run -s plenaria -- election audit ${electionId}.zip`} />
        <li>
          {t("bundle.step.evidence")} <Code value={evidenceHash} label={t("bundle.evidence")} />
        </li>
      </ol>
      <p className="mt-4 flex max-w-text flex-wrap gap-x-5 gap-y-1">
        <span>{t("acta.title")}:</span>
        {languages.map((each) => (
          <TextLink key={each} to={linkToActa(electionId, each)} reloadDocument>
            {t(`acta.languages.${each}`)}
          </TextLink>
        ))}
      </p>
    </Section>
  );
}

function Command({ text, command }: { readonly text: string; readonly command: string }) {
  const { t } = useTranslation("certificates");
  return (
    <li>
      {text}
      <span className="mt-1 block">
        <Code value={command} label={t("bundle.command")} />
      </span>
    </li>
  );
}
