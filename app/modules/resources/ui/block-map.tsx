// The picture of a block: equal squares in the order of the addresses, row by row. Whoever cannot see it gets the same in one sentence
// and in the table of the block's parts.
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { cellsInRow } from "../domain/block-map.ts";
import type { BlockUse } from "../domain/resource-overview.ts";

type Cell = BlockUse["cells"][number];

const side = 20;

export function BlockMap({ cells, summary }: { readonly cells: readonly Cell[]; readonly summary: string }) {
  const { t } = useTranslation("resources");
  const rows = Array.from({ length: Math.ceil(cells.length / cellsInRow) }, (_, row) =>
    cells.slice(row * cellsInRow, (row + 1) * cellsInRow),
  );
  const length = cells[0]?.prefix.split("/")[1] ?? "";
  return (
    <figure className="avoid-break max-w-text">
      <div role="img" aria-label={summary} className="space-y-0.5">
        {rows.map((row) => (
          <div key={row[0]?.prefix} className="flex items-center gap-3">
            <span className="hidden w-44 shrink-0 truncate text-end font-mono text-xs text-ink-soft sm:block">
              {row[0]?.prefix.split("/")[0]}
            </span>
            <svg
              className="block min-w-0 flex-1"
              viewBox={`0 0 ${cellsInRow * side} ${side}`}
              preserveAspectRatio="xMinYMid meet"
            >
              {row.map((cell, column) => (
                <CellPicture key={cell.prefix} cell={cell} x={column * side} />
              ))}
            </svg>
          </div>
        ))}
      </div>
      <figcaption className="mt-3 text-sm text-ink-soft">
        <p>{t("use.mapLegend", { length })}</p>
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          <Key share={1} text={t("use.taken")} />
          <Key share={0.4} text={t("use.partly")} />
          <Key share={0} text={t("use.free")} />
        </ul>
      </figcaption>
    </figure>
  );
}

function CellPicture({ cell, x }: { readonly cell: Cell; readonly x: number }) {
  const { percent } = useFormats();
  return (
    <g transform={`translate(${x} 0)`}>
      <title>{`${cell.prefix}: ${percent(cell.share, 2)}`}</title>
      <Square share={cell.share} isPale={cell.part % 2 === 1} isMarked={cell.part >= 0} />
    </g>
  );
}

/** Filled from below by its share; neighbours of different sub-assignments differ in strength. */
function Square({
  share,
  isPale,
  isMarked,
}: {
  readonly share: number;
  readonly isPale: boolean;
  readonly isMarked: boolean;
}) {
  const inner = side - 3;
  // Why at least 3: what is there must be seen, however small it is.
  const height = isMarked ? Math.max(3, share * inner) : 0;
  return (
    <>
      <rect x="1.5" y="1.5" width={inner} height={inner} className="fill-sunken stroke-line-strong" strokeWidth="1" />
      <rect
        x="1.5"
        y={1.5 + inner - height}
        width={inner}
        height={height}
        fill="currentColor"
        className={classes("forced-fill text-accent", isPale && "opacity-60")}
      />
    </>
  );
}

function Key({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" className="size-5" viewBox={`0 0 ${side} ${side}`}>
        <Square share={share} isPale={false} isMarked={share > 0} />
      </svg>
      {text}
    </li>
  );
}
