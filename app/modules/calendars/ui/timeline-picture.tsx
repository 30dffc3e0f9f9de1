// The calendar as a picture: one bar a stage on a line of months, and where now is. The same stands in words beside it.
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { StageState } from "../domain/stage-states.ts";
import { placeBetween, spanOf, stateOf } from "../domain/stage-states.ts";
import type { Stage } from "../domain/stages.ts";
import { edgeOf, inOrder } from "../domain/stages.ts";

export interface TimelinePictureProps {
  readonly stages: readonly Stage[];
  readonly now: Date;
}

const colours: Record<StageState, string> = {
  past: "bg-line-strong",
  current: "bg-success",
  future: "bg-accent",
};

export function TimelinePicture({ stages, now }: TimelinePictureProps) {
  const { t } = useTranslation("calendars");
  const span = spanOf(stages);
  if (span === undefined) return null;
  const { from, until, months } = span;
  const place = (at: Date) => placeBetween(from, until, at);
  const nowPlace = now < from || now > until ? undefined : place(now);
  const marks = months.map(place);
  return (
    <figure aria-hidden="true" className="avoid-break rounded-lg border border-line bg-raised px-4 py-4 sm:px-5">
      <Axis from={from} months={months} place={place} />
      <div>
        {inOrder(stages).map((stage) => (
          <div key={stage.kind} className="grid items-stretch sm:grid-cols-[15rem_1fr]">
            <p className="pt-1.5 text-xs leading-tight sm:py-1.5 sm:pe-4 sm:text-sm">{t(`stages.${stage.kind}`)}</p>
            <Track marks={marks} nowPlace={nowPlace}>
              <Bar stage={stage} state={stateOf(stage, now)} place={place} />
            </Track>
          </div>
        ))}
      </div>
      {nowPlace === undefined ? null : (
        <p className="mt-3 flex items-center gap-2 text-xs text-ink-soft">
          <span className="inline-block h-4 w-0.5 bg-danger" /> {t("page.now")}
        </p>
      )}
    </figure>
  );
}

function Axis({
  from,
  months,
  place,
}: {
  readonly from: Date;
  readonly months: readonly Date[];
  readonly place: (at: Date) => number;
}) {
  const { month } = useFormats();
  // Why: a month that begins near the left edge would cover the name of the one before it.
  const shown = place(months[0] ?? from) > 12 ? [from, ...months] : months;
  const places = shown.map(place);
  const [narrow, wide] = [fitting(places, 24), fitting(places, 11)];
  return (
    <div className="grid sm:grid-cols-[15rem_1fr]">
      <span className="hidden sm:block" />
      <div className="relative h-6 border-b border-line text-xs text-ink-soft">
        {shown.map((at, position) => (
          <span
            key={at.getTime()}
            className={classes(
              "absolute whitespace-nowrap ps-1",
              wide.has(position) ? (narrow.has(position) ? "" : "hidden sm:inline") : "hidden",
            )}
            style={{ left: `${place(at)}%` }}
          >
            {month(at)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The positions of the names that neither cover the one before them nor run out at the right, where a name is so wide (in hundredths). */
function fitting(places: readonly number[], width: number): ReadonlySet<number> {
  let end = -1;
  const shown = new Set<number>();
  for (const [position, left] of places.entries()) {
    if (left < end || left + width > 100) continue;
    shown.add(position);
    end = left + width;
  }
  return shown;
}

function Track({
  marks,
  nowPlace,
  children,
}: {
  readonly marks: readonly number[];
  readonly nowPlace: number | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="relative min-h-6 border-b border-line">
      {marks.map((left) => (
        <span key={left} className="absolute inset-y-0 w-px bg-line" style={{ left: `${left}%` }} />
      ))}
      {children}
      {nowPlace === undefined ? null : (
        <span className="absolute inset-y-0 w-0.5 bg-danger" style={{ left: `${nowPlace}%` }} />
      )}
    </div>
  );
}

function Bar({
  stage,
  state,
  place,
}: {
  readonly stage: Stage;
  readonly state: StageState;
  readonly place: (at: Date) => number;
}) {
  const [begins, ends] = [place(stage.opensAt), place(edgeOf(stage, "ends"))];
  const colour = classes("forced-border absolute top-1/2 block", colours[state]);
  if (stage.closesAt === null)
    return <span className={classes(colour, "size-2.5 -translate-1/2 rotate-45")} style={{ left: `${begins}%` }} />;
  return (
    <span
      className={classes(colour, "h-2.5 min-w-1 -translate-y-1/2 rounded-sm")}
      style={{ left: `${begins}%`, width: `${Math.max(0, ends - begins)}%` }}
    />
  );
}
