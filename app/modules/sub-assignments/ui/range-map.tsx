// The block as a picture of cells: press one, or draw from one to another, to choose a range. The same in words stands beside it.
import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { classes } from "#app/ui/classes.ts";
import { rangeAcross } from "../domain/range-map.ts";
import type { CellState } from "../domain/range-map.ts";

export interface MapCell {
  readonly prefix: string;
  readonly state: CellState;
  readonly choice: string | null;
}

export interface RangeMapProps {
  readonly cells: readonly MapCell[];
  /** Cells that lie in what is proposed now. */
  readonly isChosen: (prefix: string) => boolean;
  /** The address that chooses a range. */
  readonly addressOf: (range: string) => string;
}

const looks: Record<CellState, string> = {
  free: "bg-raised",
  partly: "bg-[repeating-linear-gradient(45deg,var(--line-strong)_0_2px,transparent_2px_7px)]",
  taken: "bg-line-strong forced-fill",
};

export function RangeMap({ cells, isChosen, addressOf }: RangeMapProps) {
  const { t } = useTranslation("sub-assignments");
  const { drawn, handlers } = useDrawing(addressOf);
  return (
    <div>
      <div
        role="group"
        aria-label={t("map.label")}
        className="grid w-full max-w-text grid-cols-8 gap-1 sm:grid-cols-16"
        {...handlers}
      >
        {cells.map((cell) => (
          <CellOf
            key={cell.prefix}
            cell={cell}
            isChosen={drawn === undefined ? isChosen(cell.prefix) : drawn(cell.prefix)}
            to={cell.choice === null ? undefined : addressOf(cell.choice)}
          />
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {(["free", "partly", "taken"] as const).map((state) => (
          <li key={state} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className={classes("inline-block size-4 rounded-sm border border-line-strong", looks[state])}
            />
            {t(`map.states.${state}`)}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-4 rounded-sm border-2 border-accent bg-accent-soft" />
          {t("map.states.chosen")}
        </li>
      </ul>
    </div>
  );
}

function CellOf({
  cell,
  isChosen,
  to,
}: {
  readonly cell: MapCell;
  readonly isChosen: boolean;
  readonly to: string | undefined;
}) {
  const { t } = useTranslation("sub-assignments");
  const label = `${cell.prefix}: ${t(`map.states.${cell.state}`)}${isChosen ? `, ${t("map.states.chosen")}` : ""}`;
  const look = classes(
    "block aspect-square min-h-target w-full rounded-sm border",
    isChosen ? "border-2 border-accent bg-accent-soft" : classes("border-line-strong", looks[cell.state]),
  );
  if (to === undefined)
    return <span role="img" aria-label={label} title={label} data-cell={cell.prefix} className={look} />;
  return (
    <Link
      to={to}
      preventScrollReset
      draggable={false}
      aria-label={label}
      title={label}
      data-cell={cell.prefix}
      className={classes(look, "hover:border-accent")}
    />
  );
}

/** Drawing with a mouse; fingers scroll the page and press cells, a keyboard follows the links. */
function useDrawing(addressOf: (range: string) => string) {
  const navigate = useNavigate();
  const [from, setFrom] = useState<string | undefined>(undefined);
  const [to, setTo] = useState<string | undefined>(undefined);
  const range = from === undefined || to === undefined || from === to ? undefined : across(from, to);
  const cellAt = (target: EventTarget) =>
    target instanceof Element ? target.closest("[data-cell]")?.getAttribute("data-cell") : undefined;
  function end(): void {
    if (range !== undefined) navigate(addressOf(range), { preventScrollReset: true });
    setFrom(undefined);
    setTo(undefined);
  }
  return {
    drawn: range === undefined ? undefined : (prefix: string) => across(range, prefix) === range,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType === "mouse" && event.button === 0) setFrom(cellAt(event.target) ?? undefined);
      },
      onPointerOver: (event: PointerEvent) => {
        if (from !== undefined) setTo(cellAt(event.target) ?? to);
      },
      onPointerUp: end,
      onPointerLeave: () => setFrom(undefined),
    },
  };
}

function across(first: string, last: string): string | undefined {
  const [one, other] = [parsePrefix(first), parsePrefix(last)];
  return one === undefined || other === undefined ? undefined : formatPrefix(rangeAcross(one, other));
}
