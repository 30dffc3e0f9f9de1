// The contests of a new election in the order of the ballot: each with candidates, or a question with yes, no and abstention.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { GroupField } from "#app/ui/field.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { ContestKind } from "../../domain/contests.ts";
import { electionBodies } from "../../domain/contests.ts";
import { CandidateRows } from "./candidate-rows.tsx";
import { useFormAnswer } from "./form-answer.ts";
import { TrilingualFields } from "./trilingual-fields.tsx";

const mostContests = 10;

interface Row {
  /** Stays the contest's number in the form, whatever is added or removed around it. */
  readonly number: number;
  readonly kind: ContestKind;
}

export function ContestRows() {
  const { t } = useTranslation("elections");
  const { problemOf, typedNames, typedIn } = useFormAnswer();
  const [rows, setRows] = useState<readonly Row[]>(() => firstRows(typedNames, typedIn));
  const [told, setTold] = useState("");
  const next = useRef(Math.max(...rows.map(({ number }) => number)) + 1);

  function add(kind: ContestKind): void {
    setRows([...rows, { number: next.current, kind }]);
    next.current += 1;
    setTold(t("desk.create.contestAdded", { position: rows.length + 1 }));
  }

  function remove(position: number): void {
    setRows(rows.filter((_, index) => index !== position));
    setTold(t("desk.create.contestRemoved", { position: position + 1 }));
  }

  return (
    <GroupField name="contests" label={t("desk.create.contestsField")} problem={problemOf("contests")}>
      <ol className="space-y-6">
        {rows.map(({ number, kind }, position) => (
          <li key={number} className="rounded-lg border-2 border-line-strong p-4 sm:p-6">
            <ContestRow
              name={`contests.${number}`}
              kind={kind}
              position={position}
              isOnly={rows.length === 1}
              onRemove={() => remove(position)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
      {rows.length < mostContests ? (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button onClick={() => add("candidates")}>{t("desk.create.addContest")}</Button>
          <Button onClick={() => add("question")}>{t("desk.create.addQuestion")}</Button>
        </div>
      ) : null}
    </GroupField>
  );
}

interface ContestRowProps {
  readonly name: string;
  readonly kind: ContestKind;
  readonly position: number;
  readonly isOnly: boolean;
  readonly onRemove: () => void;
}

function ContestRow({ name, kind, position, isOnly, onRemove }: ContestRowProps) {
  const { t } = useTranslation("elections");
  const spoken = { position: position + 1 };
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg font-semibold">{t(`desk.create.contestOf.${kind}`, spoken)}</h3>
        <Button
          size="small"
          disabled={isOnly}
          aria-label={t("desk.create.removeContestNamed", spoken)}
          onClick={onRemove}
        >
          {t("desk.create.remove")}
        </Button>
      </div>
      <input type="hidden" name={`${name}.kind`} value={kind} />
      <TrilingualFields
        name={`${name}.title`}
        label={t(kind === "question" ? "desk.create.questionField" : "desk.create.contestTitle")}
        description={t(kind === "question" ? "desk.create.questionWhat" : "desk.create.contestTitleWhat")}
        isOptional={kind === "candidates" && isOnly}
        maxLength={300}
      />
      <TrilingualFields
        name={`${name}.description`}
        label={t("desk.create.description")}
        isLong
        isOptional
        maxLength={5000}
      />
      {kind === "candidates" ? <CandidatesPart name={name} /> : null}
    </div>
  );
}

function CandidatesPart({ name }: Pick<ContestRowProps, "name">) {
  const { t } = useTranslation("elections");
  const { problemOf, typedIn, isTicked } = useFormAnswer();
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-3">
        <Select
          name={`${name}.bodyKey`}
          label={t("desk.facts.body")}
          problem={problemOf(`${name}.bodyKey`)}
          defaultValue={typedIn(`${name}.bodyKey`, "board")}
          options={electionBodies.map((body) => ({ value: body, label: t(`desk.bodies.${body}`) }))}
        />
        <NumberField
          name={`${name}.maxChoices`}
          label={t("desk.create.maxChoices")}
          description={t("desk.create.maxChoicesWhat")}
          min={1}
          problem={problemOf(`${name}.maxChoices`)}
          defaultValue={typedIn(`${name}.maxChoices`, "1")}
        />
        <NumberField
          name={`${name}.minChoices`}
          label={t("desk.create.minChoices")}
          description={t("desk.create.minChoicesWhat")}
          min={0}
          problem={problemOf(`${name}.minChoices`)}
          defaultValue={typedIn(`${name}.minChoices`, "1")}
        />
      </div>
      <DateField
        name={`${name}.termsBeginOn`}
        label={t("desk.create.termsBeginOn")}
        description={t("desk.create.termsBeginOnWhat")}
        isOptional
        problem={problemOf(`${name}.termsBeginOn`)}
        defaultValue={typedIn(`${name}.termsBeginOn`, "")}
      />
      <Checkbox
        name={`${name}.allowsBlank`}
        label={t("desk.create.allowsBlank")}
        description={t("desk.create.allowsBlankWhat")}
        defaultChecked={isTicked(`${name}.allowsBlank`, true)}
      />
      <TextField
        name={`${name}.extraordinaryReason`}
        label={t("desk.create.extraordinary")}
        description={t("desk.create.extraordinaryWhat")}
        problem={problemOf(`${name}.extraordinaryReason`)}
        defaultValue={typedIn(`${name}.extraordinaryReason`)}
        isOptional
        maxLength={1000}
      />
      <CandidateRows contest={name} />
    </>
  );
}

/** The contests that were sent, or one with candidates. */
function firstRows(typedNames: readonly string[], typedIn: (field: string) => string): readonly Row[] {
  const numbers = [...new Set(typedNames.flatMap((name) => /^contests\.(\d+)\.kind$/.exec(name)?.[1] ?? []))].map(
    Number,
  );
  if (numbers.length === 0) return [{ number: 0, kind: "candidates" }];
  return numbers.map((number) => ({
    number,
    kind: typedIn(`contests.${number}.kind`) === "question" ? "question" : "candidates",
  }));
}
