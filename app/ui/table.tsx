// Rows of facts. Below 640 px each row becomes a card in which every value carries its column's name.
// The roles are written out because CSS that changes `display` makes browsers forget that it is a table.
import type { Key, ReactNode } from "react";
import { classes } from "./classes.ts";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** "end" for numbers. */
  readonly align?: "start" | "end";
  /** The column that names the row; by default the first. */
  readonly isRowHeader?: boolean;
  /** For a column of buttons: its header is only heard. */
  readonly isHeaderHidden?: boolean;
}

export interface TableProps<Row> {
  readonly caption: ReactNode;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  /** What stands there when there is no row. */
  readonly empty?: ReactNode;
}

export function Table<Row>({ caption, isCaptionHidden = false, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const rowHeader = columns.find((column) => column.isRowHeader) ?? columns[0];
  return (
    <table role="table" className="table-cards w-full border-collapse text-start text-sm">
      <caption className={isCaptionHidden ? "sr-only" : "mb-2 text-start text-sm text-ink-soft"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" className="border-b-2 border-ink">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={classes("px-3 py-2 align-bottom font-semibold first:ps-0 last:pe-0", alignment(column))}
            >
              {column.isHeaderHidden ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className="border-b border-line">
            {columns.map((column) =>
              column === rowHeader ? (
                <th
                  key={column.key}
                  role="rowheader"
                  scope="row"
                  className={classes("px-3 py-2.5 align-top font-semibold first:ps-0 last:pe-0", alignment(column))}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  {...(column.isHeaderHidden ? {} : { "data-label": column.header })}
                  className={classes("px-3 py-2.5 align-top first:ps-0 last:pe-0", alignment(column))}
                >
                  <div>{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function alignment(column: { readonly align?: "start" | "end" }): string {
  return column.align === "end" ? "text-end" : "text-start";
}
