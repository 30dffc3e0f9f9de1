// The ballots of one page of the box, narrow enough for a phone without becoming cards: there are many.
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { BoxLine } from "../../queries/ballot-box.server.ts";

export interface BoxLinesProps {
  readonly lines: readonly BoxLine[];
  /** The tracker that was searched for, to be seen at once. */
  readonly soughtTracker: string | undefined;
}

export function BoxLines({ lines, soughtTracker }: BoxLinesProps) {
  const { t } = useTranslation("elections");
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t("public.box.caption")}</caption>
      <thead>
        <tr className="border-b-2 border-ink text-start align-bottom">
          <th scope="col" className="w-px py-2 pe-3 text-end font-semibold sm:pe-5">
            {t("public.box.position")}
          </th>
          <th scope="col" className="py-2 text-start font-semibold">
            {t("public.box.tracker")}
          </th>
          <th scope="col" className="w-px py-2 ps-3 text-end font-semibold sm:ps-5">
            {t("public.roll.votes")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.position} line={line} isSought={line.tracker === soughtTracker} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, isSought }: { readonly line: BoxLine; readonly isSought: boolean }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <tr className={classes("border-b border-line align-baseline", isSought && "bg-accent-soft")}>
      <td className="py-2 pe-3 text-end sm:pe-5">{number(line.position)}</td>
      <th scope="row" className="py-2 text-start font-normal">
        <code
          className={classes("break-all font-mono", isSought && "font-semibold", line.isReplaced && "text-ink-soft")}
        >
          {line.tracker}
        </code>
        {line.isReplaced ? <span className="block text-ink-soft">{t("public.box.replaced")}</span> : null}
      </th>
      <td className="py-2 ps-3 text-end sm:ps-5">{number(line.weight)}</td>
    </tr>
  );
}
