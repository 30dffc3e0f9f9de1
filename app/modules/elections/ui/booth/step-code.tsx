// The voting code: taken from the link of the mail, else typed or pasted. It is checked here, in the browser, and sent nowhere.
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { FieldProblem } from "#app/ui/form-problems.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { BoothEntry } from "./booth-election.ts";
import type { CodeProblem } from "./booth-state.ts";
import { StepHeading } from "./step-heading.tsx";

export interface StepCodeProps {
  readonly entries: readonly BoothEntry[];
  /** Whose code is asked for; behind a link nobody knows before the code is here. */
  readonly entry: BoothEntry | undefined;
  readonly group: string;
  /** Whoever votes by link has two codes in the mail. */
  readonly hasSecond: boolean;
  readonly problem: CodeProblem | null;
  readonly isBrought: boolean;
  readonly isChecking: boolean;
  readonly isAwake: boolean;
  readonly takesFocus: boolean;
  readonly onSubmit: (typed: string, second?: string) => void;
  /** Goes to the organisation to which the code was issued. */
  readonly onChooseEntry: (entryId: string) => void;
  readonly onBack: (() => void) | undefined;
}

export function StepCode(props: StepCodeProps) {
  const { t } = useTranslation("elections");
  const [typed, setTyped] = useState("");
  const [second, setSecond] = useState("");
  const field = isOfSecond(props.problem) ? "second" : "code";
  const sentence = useProblemSentence(props);
  const [problems, setProblems] = useState<{ readonly of: CodeProblem | null; readonly list: readonly FieldProblem[] }>(
    { of: null, list: [] },
  );
  // Why kept: the summary takes the focus whenever its list is a new one, so it must be new only when the problem is.
  if (problems.of !== props.problem) {
    setProblems({ of: props.problem, list: sentence === undefined ? [] : [{ field, sentence }] });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    props.onSubmit(typed, props.hasSecond ? second : undefined);
  }
  return (
    <div className="space-y-5">
      <StepHeading takesFocus={props.takesFocus}>
        {props.entry === undefined
          ? t("booth.code.label")
          : t("booth.code.title", { name: props.entry.organizationName })}
      </StepHeading>
      <FormProblems problems={problems.list} />
      {props.problem?.kind === "other-organization" ? <OtherOrganization {...props} /> : null}
      {/* Security: "dialog" sends nothing anywhere, even where our program does not run. */}
      <form method="dialog" onSubmit={submit} noValidate className="max-w-text space-y-5">
        <TextField
          name="code"
          label={t("booth.code.label")}
          description={t("booth.code.description", { example: exampleOf(props.group) })}
          problem={field === "code" ? sentence : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          {...asCode}
        />
        {props.hasSecond ? (
          <TextField
            name="second"
            label={t("booth.code.second.label")}
            description={t("booth.code.second.description", { example: exampleOfSecond })}
            problem={field === "second" ? sentence : undefined}
            value={second}
            onChange={(event) => setSecond(event.target.value)}
            {...asCode}
          />
        ) : null}
        <p className="text-sm text-ink-soft">{t(props.hasSecond ? "booth.code.staysOfLink" : "booth.code.stays")}</p>
        <div className="flex flex-wrap gap-3">
          <Button
            type="submit"
            variant="primary"
            isPending={props.isChecking}
            pendingLabel={t("booth.code.checking")}
            disabled={!props.isAwake}
          >
            {t("booth.code.go")}
          </Button>
          {props.onBack === undefined ? null : <Button onClick={props.onBack}>{t("booth.code.back")}</Button>}
        </div>
      </form>
      <details className="max-w-text text-sm">
        <summary className="link inline-block py-1">{t("booth.code.lost.title")}</summary>
        <p className="mt-1">{t("booth.code.lost.text")}</p>
      </details>
    </div>
  );
}

function OtherOrganization({ problem, entries, onChooseEntry }: StepCodeProps) {
  const { t } = useTranslation("elections");
  const other =
    problem?.kind === "other-organization" ? entries.find(({ id }) => id === problem.rollEntryId) : undefined;
  if (other === undefined) return null;
  return (
    <Button onClick={() => onChooseEntry(other.id)}>{t("booth.code.switch", { name: other.organizationName })}</Button>
  );
}

function useProblemSentence({ problem, entry, entries, isBrought }: StepCodeProps): string | undefined {
  const { t } = useTranslation("elections");
  if (problem === null) return undefined;
  if (entry === undefined && problem.kind === "unknown") return t("booth.code.problem.unknownToAll");
  const name = entry?.organizationName ?? "";
  switch (problem.kind) {
    case "empty":
      return t("booth.code.problem.empty");
    case "malformed":
      return t("booth.code.problem.malformed");
    case "unknown":
      return t(isBrought ? "booth.code.problem.broughtUnknown" : "booth.code.problem.unknown", { name });
    case "second-malformed":
      return t("booth.code.problem.secondMalformed");
    case "second-differs":
      return t("refusals.SECOND_CODE_DIFFERS");
    case "mail-returned":
      return t("refusals.CODE_MAIL_RETURNED");
    case "other-organization": {
      const other = entries.find(({ id }) => id === problem.rollEntryId)?.organizationName ?? "";
      return t("booth.code.problem.other", { name, other });
    }
    case "fault":
      return t("booth.code.problem.fault");
  }
}

function isOfSecond(problem: CodeProblem | null): boolean {
  return problem !== null && ["second-malformed", "second-differs", "mail-returned"].includes(problem.kind);
}

/** How a field looks and behaves into which a code is copied letter by letter. */
const asCode = {
  autoComplete: "off",
  autoCapitalize: "off",
  autoCorrect: "off",
  spellCheck: false,
  className: "[&_input]:font-mono [&_input]:text-lg",
} as const;

const exampleOfSecond = "1234-5678-90AB-CDEF-GHJK-MNPQ-RSTV";

/** A code of that form which nobody has. */
function exampleOf(group: string): string {
  return group === "Ed25519" ? "abcde-FGHijk-12345-LMNopq" : "abc-DEF-ghj-234-KLM";
}
