// All dates of a calendar in one form: problems are explained while one writes, and the picture follows.
import { Form } from "@remix-run/react";
import type { FormEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { checkStages } from "../domain/check-stages.ts";
import { changesOfStages } from "../domain/stage-changes.ts";
import type { StageOnPaper } from "../domain/stages-form.ts";
import { readStages, stagesFromJson } from "../domain/stages-form.ts";
import type { Stage } from "../domain/stages.ts";
import { candidateStages, stageKinds } from "../domain/stages.ts";
import type { TemplateKey } from "../domain/templates.ts";
import { assumedStages } from "../domain/templates.ts";
import { ProblemSummary } from "./problem-summary.tsx";
import { StageChanges } from "./stage-changes.tsx";
import { StageFields } from "./stage-fields.tsx";
import { TimelinePicture } from "./timeline-picture.tsx";

export interface CalendarEditorProps {
  readonly template: TemplateKey;
  /** What the fields hold at first: proposed, saved, or just sent. */
  readonly initial: readonly StageOnPaper[];
  /** What is saved; empty when nothing is. */
  readonly saved: readonly StageOnPaper[];
  /** Fields that could not be read when the form was sent. */
  readonly malformed: readonly string[];
  readonly isPublished: boolean;
  readonly hasCandidates: boolean;
  readonly reason: string;
  readonly reasonProblem: string | undefined;
  readonly now: string;
}

export function CalendarEditor({
  template,
  initial,
  saved,
  malformed,
  isPublished,
  now,
  ...rest
}: CalendarEditorProps) {
  const { t } = useTranslation("calendars");
  const [stages, setStages] = useState<readonly Stage[]>(stagesFromJson(initial));
  const problems = checkStages(stages, rest);
  const kinds = stageKinds.filter((kind) => rest.hasCandidates || !candidateStages.includes(kind));
  const assumed = saved.length === 0 ? assumedStages(template) : [];
  function follow(event: FormEvent<HTMLFormElement>): void {
    setStages(readStages(textsOf(new FormData(event.currentTarget))).stages);
  }
  return (
    <Form method="post" onChange={follow} className="space-y-8" noValidate preventScrollReset>
      {/* Why: Enter in a field presses the first button of the form, which must be harmless. */}
      <button type="submit" name="intent" value="check" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="template" value={template} />
      <TimelinePicture stages={stages} now={new Date(now)} />
      <ProblemSummary problems={problems} />
      <Section title={t("desk.dates")}>
        <ol className="divide-y divide-line border-y border-line">
          {kinds.map((kind) => (
            <StageFields
              key={kind}
              kind={kind}
              initial={initial.find((stage) => stage.kind === kind)}
              isAssumed={assumed.includes(kind)}
              malformed={malformed}
              problems={problems.filter(({ stage }) => stage === kind)}
            />
          ))}
        </ol>
      </Section>
      {isPublished ? (
        <Section title={t("desk.changesTitle")}>
          <div className="space-y-6">
            <StageChanges changes={changesOfStages(stagesFromJson(saved), stages)} />
            <TextArea
              name="reason"
              label={t("desk.reason")}
              description={t("desk.reasonHint")}
              defaultValue={rest.reason}
              problem={rest.reasonProblem}
              rows={3}
            />
          </div>
        </Section>
      ) : null}
      <div className="flex flex-wrap gap-3 border-t border-line pt-6">
        <SubmitButton name="intent" value={isPublished ? "propose" : "save"}>
          {t(isPublished ? "desk.propose" : "desk.save")}
        </SubmitButton>
        <SubmitButton name="intent" value="check" variant="secondary">
          {t("desk.check")}
        </SubmitButton>
      </div>
    </Form>
  );
}

function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") texts[name] = value;
  return texts;
}
