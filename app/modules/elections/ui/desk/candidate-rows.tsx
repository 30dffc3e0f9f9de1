// The candidates in the order of the archive: rows that can be added, removed and moved by buttons.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { GroupField } from "#app/ui/field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFormAnswer } from "./form-answer.ts";
import { TrilingualFields } from "./trilingual-fields.tsx";

const rowsAtFirst = 3;

export function CandidateRows({ contest }: { readonly contest: string }) {
  const { t } = useTranslation("elections");
  const { problemOf, typedNames } = useFormAnswer();
  const [rows, setRows] = useState(() => firstRows(typedNames, contest));
  const [told, setTold] = useState("");
  const next = useRef(rows.length);

  function move(position: number, by: -1 | 1): void {
    const moved = [...rows];
    const [row] = moved.splice(position, 1);
    if (row === undefined) return;
    moved.splice(position + by, 0, row);
    setRows(moved);
    setTold(t("desk.create.candidateMoved", { position: position + by + 1 }));
  }

  function add(): void {
    setRows([...rows, next.current]);
    next.current += 1;
    setTold(t("desk.create.candidateAdded", { position: rows.length + 1 }));
  }

  function remove(position: number): void {
    setRows(rows.filter((_, index) => index !== position));
    setTold(t("desk.create.candidateRemoved", { position: position + 1 }));
  }

  return (
    <GroupField
      name={`${contest}.candidates`}
      label={t("desk.create.candidatesField")}
      description={t("desk.create.candidatesWhat")}
      problem={problemOf(`${contest}.candidates`)}
    >
      <ol className="space-y-4">
        {rows.map((row, position) => (
          <li key={row} className="rounded-lg border border-line bg-raised p-4 sm:p-5">
            <CandidateRow
              contest={contest}
              position={position}
              isLast={position === rows.length - 1}
              canRemove={rows.length > 1}
              onMove={(by) => move(position, by)}
              onRemove={() => remove(position)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
      <Button className="mt-4" onClick={add}>
        {t("desk.create.addCandidate")}
      </Button>
    </GroupField>
  );
}

interface CandidateRowProps {
  /** The contest's name in the form. */
  readonly contest: string;
  readonly position: number;
  readonly isLast: boolean;
  readonly canRemove: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function CandidateRow({ contest, position, isLast, canRemove, onMove, onRemove }: CandidateRowProps) {
  const { t } = useTranslation("elections");
  const { problemOf, typedIn } = useFormAnswer();
  const name = (part: string) => `${contest}.candidates.${position}.${part}`;
  const spoken = { position: position + 1 };
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h4 className="font-semibold">{t("desk.create.candidate", spoken)}</h4>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            disabled={position === 0}
            aria-label={t("desk.create.upNamed", spoken)}
            onClick={() => onMove(-1)}
          >
            {t("desk.create.up")}
          </Button>
          <Button
            size="small"
            disabled={isLast}
            aria-label={t("desk.create.downNamed", spoken)}
            onClick={() => onMove(1)}
          >
            {t("desk.create.down")}
          </Button>
          <Button
            size="small"
            disabled={!canRemove}
            aria-label={t("desk.create.removeNamed", spoken)}
            onClick={onRemove}
          >
            {t("desk.create.remove")}
          </Button>
        </div>
      </div>
      <div className="grid gap-4 sm:grid-cols-[1fr_14rem]">
        <TextField
          name={name("name")}
          label={t("desk.create.name")}
          problem={problemOf(name("name"))}
          defaultValue={typedIn(name("name"))}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          name={name("country")}
          label={t("desk.create.country")}
          description={t("desk.create.countryWhat")}
          isOptional
          problem={problemOf(name("country"))}
          defaultValue={typedIn(name("country"))}
          maxLength={2}
          autoComplete="off"
        />
      </div>
      <details>
        <summary className="cursor-pointer py-1 font-semibold text-accent">{t("desk.create.biography")}</summary>
        <div className="pt-3">
          <TrilingualFields
            name={name("biography")}
            label={t("desk.create.biography")}
            isLong
            isOptional
            maxLength={5000}
          />
        </div>
      </details>
    </div>
  );
}

/** The rows that were sent, or a few empty ones. */
function firstRows(typedNames: readonly string[], contest: string): number[] {
  const rowIn = new RegExp(`^${contest.replaceAll(".", "\\.")}\\.candidates\\.(\\d+)\\.`);
  const sent = new Set(typedNames.flatMap((name) => rowIn.exec(name)?.[1] ?? []));
  return Array.from({ length: Math.max(sent.size, rowsAtFirst) }, (_, row) => row);
}
