// The line of steps before the box is sealed, and who is awaited.
import { useTranslation } from "react-i18next";
import { Steps } from "#app/ui/steps.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PreparationStep } from "../../domain/preparation.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

type TrusteeAtDesk = ElectionAtDesk["trustees"][number];

/** Index of the first step that is not finished; the number of steps when all is done. */
export function currentStepOf(preparation: ElectionAtDesk["preparation"]): number {
  const found = preparation.findIndex(({ done, of }) => done < of);
  return found === -1 ? preparation.length : found;
}

export function PreparationSteps({ preparation }: { readonly preparation: ElectionAtDesk["preparation"] }) {
  const { t } = useTranslation("elections");
  return (
    <Steps
      label={t("steps.label")}
      current={currentStepOf(preparation)}
      steps={preparation.map(({ step, done, of }) => (
        <span key={step}>
          {t(`steps.${step}`)}
          {of > 1 ? <span className="block font-normal text-ink-soft">{t("steps.progress", { done, of })}</span> : null}
        </span>
      ))}
    />
  );
}

const isDoneBy: Partial<Record<PreparationStep, (trustee: TrusteeAtDesk) => boolean>> = {
  certificates: (trustee) => trustee.hasCertificate,
  polynomials: (trustee) => trustee.hasPolynomial,
  keys: (trustee) => trustee.hasKey,
  rehearsal: (trustee) => trustee.hasRehearsed,
};

/** The steps of the key ceremony. */
export const ceremonySteps: readonly PreparationStep[] = ["certificates", "polynomials", "keys"];

/** Who must do what before the preparation can go on; `among` leaves the other steps aside. */
export function WhoIsAwaited({
  election,
  among,
}: {
  readonly election: ElectionAtDesk;
  readonly among?: readonly PreparationStep[];
}) {
  const { t } = useTranslation("elections");
  const { list } = useFormats();
  const steps = election.preparation.filter(({ step }) => among === undefined || among.includes(step));
  const step = steps[currentStepOf(steps)]?.step;
  if (step === undefined) return <p>{t("steps.allDone")}</p>;
  const isDone = isDoneBy[step];
  const names =
    isDone === undefined ? [] : election.trustees.filter((trustee) => !isDone(trustee)).map(({ name }) => name);
  return <p>{t(`steps.awaited.${step}`, { names: list(names), count: names.length })}</p>;
}
