// Says, as long as it is true, that nothing has been cast yet, and how long there is.
// Source: Acemyan et al. 2014: voters took an encrypted but unsent ballot for a cast one.
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import { nearCloseMs, timeLeft, timeLeftKey, warningMinutes } from "./use-election-clock.ts";

/** What is not cast: nothing begun, some of several, a first or a later vote, a vote of a test; or nobody knows whether it arrived; or it is too late. */
export type Uncast = "none" | "some" | "first" | "again" | "test" | "unsure" | "closed";

export interface NotCastBandProps {
  readonly uncast: Uncast;
  /** Milliseconds until the close by the server's clock. */
  readonly left: number;
}

export function NotCastBand({ uncast, left }: NotCastBandProps) {
  const { t } = useTranslation("elections");
  const spoken = warningMinutes(left);
  return (
    <div className="no-print z-20 -mx-4 border-y-2 border-warning bg-warning-soft px-4 py-2.5 sm:mx-0 sm:rounded-md sm:border-2 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-0.5">
        {uncast === "none" ? null : (
          <p className="flex items-center gap-2 font-semibold">
            <Icon name="warning" className="text-warning" />
            {t(`booth.notCast.${uncast}`)}
          </p>
        )}
        {uncast === "closed" ? null : <TimeLeft left={left} isNear={left <= nearCloseMs} />}
      </div>
      <p role="status" className="sr-only">
        {spoken === undefined ? null : t("booth.time.warning", { minutes: spoken })}
      </p>
    </div>
  );
}

function TimeLeft({ left, isNear }: { readonly left: number; readonly isNear: boolean }) {
  const { t } = useTranslation("elections");
  const parts = timeLeft(left);
  return (
    // Why the warning is suppressed: a second passes between the server's drawing and the browser's.
    <p
      className={isNear ? "tabular text-sm font-semibold text-danger" : "tabular text-sm text-ink-soft"}
      suppressHydrationWarning
    >
      {t(`booth.time.${timeLeftKey(parts)}`, { ...parts })}
    </p>
  );
}
