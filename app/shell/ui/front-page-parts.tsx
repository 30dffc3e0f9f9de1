// The parts of the front page that explain.
import { useTranslation } from "react-i18next";
import { LookupField } from "#app/modules/directory/index.ts";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { ChoosePicture, EncryptPicture, EnterPicture, TrackerPicture } from "./pictures.tsx";

const steps = [
  { key: "step1", Picture: EnterPicture },
  { key: "step2", Picture: ChoosePicture },
  { key: "step3", Picture: EncryptPicture },
  { key: "step4", Picture: TrackerPicture },
] as const;

export function HowVotingWorks() {
  const { t } = useTranslation();
  return (
    <Section title={t("front.how.title")}>
      <ol className="grid gap-x-8 gap-y-8 border-t-2 border-ink pt-6 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ key, Picture }, index) => (
          <li key={key} className="avoid-break flex gap-4 sm:block">
            <Picture className="size-16 shrink-0 text-accent sm:mb-3 sm:size-20" />
            <div>
              <h3 className="font-semibold">
                <span className="tabular me-1.5 font-display text-accent">{index + 1}.</span>
                {t(`front.how.${key}.title`)}
              </h3>
              <p className="mt-1 text-sm text-ink-soft">{t(`front.how.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function DirectoryInvitation() {
  const { t } = useTranslation();
  return (
    <Section title={t("front.lookup.title")} lead={t("front.lookup.text")}>
      <LookupField />
    </Section>
  );
}

export function VerifyInvitation() {
  const { t } = useTranslation();
  return (
    <section className="avoid-break grid items-center gap-x-12 gap-y-5 rounded-lg border border-accent bg-accent-soft p-6 sm:p-10 lg:grid-cols-[1fr_auto]">
      <div>
        <h2 className="font-display text-2xl leading-tight">{t("front.verify.title")}</h2>
        <p className="mt-2 max-w-text">{t("front.verify.text")}</p>
      </div>
      <LinkButton variant="primary" to="/verify" className="no-print justify-self-start">
        {t("front.verify.link")}
        <Icon name="arrowRight" />
      </LinkButton>
    </section>
  );
}

export function Guarantees() {
  const { t } = useTranslation();
  return (
    <Section title={t("front.guarantees.title")}>
      <dl className="grid gap-8 border-t border-line pt-6 md:grid-cols-3">
        {(["secret", "shared", "open"] as const).map((key) => (
          <div key={key} className="avoid-break">
            <dt className="font-semibold">{t(`front.guarantees.${key}.title`)}</dt>
            <dd className="mt-1 text-sm text-ink-soft">{t(`front.guarantees.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
