// The whole way of an election in one line, and where it stands now in words.
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";
import { Steps } from "#app/ui/steps.tsx";
import type { ElectionPhase } from "../../domain/phase.ts";
import type { StepProgress } from "../../domain/preparation.ts";
import { CancellationNotice } from "../../cancelling/ui/cancellation-notice.tsx";
import type { Cancellation } from "../../cancelling/domain/cancellation.ts";
import { ElectionTimes } from "./election-times.tsx";

export interface ProgressFacts {
  readonly phase: ElectionPhase;
  readonly preparation: readonly StepProgress[];
  readonly opensAt: string;
  readonly closesAt: string;
  readonly resultAt: string | null;
  readonly cancelledAt: string | null;
  readonly cancellation: Cancellation | null;
}

const names = ["roll", "keys", "seal", "open", "count", "result"] as const;

export function ElectionProgress({ election }: { readonly election: ProgressFacts }) {
  const { t } = useTranslation("elections");
  // Why no steps: the way ended here.
  if (election.cancelledAt !== null && election.cancellation !== null)
    return <CancellationNotice cancelledAt={election.cancelledAt} cancellation={election.cancellation} />;
  // Why: whoever sees a draft on a public page sees one that has been called.
  const word = election.phase === "draft" ? "announced" : election.phase;
  return (
    <section aria-labelledby="where-it-stands" className="space-y-4">
      <Steps
        label={t("phases.line.label")}
        steps={names.map((name) => t(`phases.line.${name}`))}
        current={currentStep(election)}
      />
      <div>
        <h2 id="where-it-stands" className="font-display text-2xl">
          {t(`phases.${word}.title`)}
        </h2>
        <p className="mt-1 max-w-text">{t(`phases.${word}.text`)}</p>
        {election.phase === "result" && election.resultAt !== null ? (
          <p className="mt-1 text-sm">
            <span className="text-ink-soft">{t("phases.published")}</span> <Instant at={election.resultAt} />
          </p>
        ) : (
          <div className="mt-1">
            <ElectionTimes election={election} />
          </div>
        )}
      </div>
    </section>
  );
}

/** Steps before it are done. */
function currentStep({ phase, preparation }: ProgressFacts): number {
  switch (phase) {
    case "draft":
      return 0;
    case "preparing": {
      const isDone = (step: StepProgress["step"]) =>
        preparation.some((each) => each.step === step && each.done >= each.of);
      return isDone("rehearsal") ? names.indexOf("seal") : names.indexOf("keys");
    }
    // Sealed and empty: the next thing is that voting opens.
    case "sealed":
    case "open":
      return names.indexOf("open");
    case "counting":
      return names.indexOf("count");
    case "result":
    case "cancelled":
      return names.length;
  }
}
