// Who holds the key, and whether they can open the sum: before the opening by rehearsal, after the close in earnest.
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { ElectionPhase } from "../../domain/phase.ts";
import type { TrusteeView } from "../../queries/elections.server.ts";

export interface TrusteesProps {
  readonly trustees: readonly TrusteeView[];
  readonly threshold: number;
  readonly phase: ElectionPhase;
}

export function Trustees({ trustees, threshold, phase }: TrusteesProps) {
  const { t } = useTranslation("elections");
  const isOver = phase === "counting" || phase === "result";
  const ready = trustees.filter((trustee) => (isOver ? trustee.hasDecrypted : trustee.hasRehearsed)).length;
  const isLit = isOver ? ready >= threshold : ready === trustees.length;
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap items-center gap-3">
        <Light isLit={isLit} />
        <span className="text-lg font-semibold">
          {t(isOver ? "public.trustees.opened" : "public.trustees.canDecrypt", {
            ready,
            size: trustees.length,
            threshold,
          })}
        </span>
        <span className="text-sm text-ink-soft">
          {t("public.trustees.threshold", { threshold, size: trustees.length })}
        </span>
      </p>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {trustees.map((trustee) => (
          <li key={trustee.index} className="flex justify-between gap-4 border-b border-line py-2">
            <span>{trustee.name}</span>
            <span className="text-sm text-ink-soft">{t(`public.trustees.state.${stateOf(trustee, isOver)}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Green and a check, or amber and a warning: never the colour alone. */
function Light({ isLit }: { readonly isLit: boolean }) {
  return (
    <span
      className={classes(
        "inline-flex size-8 items-center justify-center rounded-full border-2",
        isLit ? "border-success bg-success-soft text-success" : "border-warning bg-warning-soft text-warning",
      )}
    >
      <Icon name={isLit ? "check" : "warning"} />
    </span>
  );
}

function stateOf(
  trustee: TrusteeView,
  isOver: boolean,
): "decrypted" | "notNeeded" | "rehearsed" | "key" | "begun" | "waiting" {
  if (isOver) return trustee.hasDecrypted ? "decrypted" : "notNeeded";
  if (trustee.hasRehearsed) return "rehearsed";
  if (trustee.hasKey) return "key";
  return trustee.hasCertificate ? "begun" : "waiting";
}
