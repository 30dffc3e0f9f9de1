// A ballot that the booth opened before casting, checked by another device than the one that made it. Nothing is sent.
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { FileField } from "../../ui/ceremony/file-field.tsx";
import type { CheckAnswer } from "./check-messages.ts";
import { readBoxList } from "./read-box-list.ts";
import { useCheck } from "./use-check.ts";
import { useCheckProblem } from "./use-check-problem.ts";

export interface CheckOpeningProps {
  readonly electionId: string;
  readonly isAwake: boolean;
}

export function CheckOpening({ electionId, isAwake }: CheckOpeningProps) {
  const { t } = useTranslation("elections");
  const [file, setFile] = useState<string>();
  const { isWorking, answer, ask } = useCheck();
  function submit(event: FormEvent): void {
    event.preventDefault();
    ask(async () => {
      const { electionPayload } = await readBoxList(electionId);
      return { kind: "opening", electionPayload, file: file ?? "" };
    });
  }
  const problem = useCheckProblem(answer);
  return (
    <section className="space-y-4" aria-labelledby="check-opening">
      <h2 id="check-opening" className="font-display text-2xl leading-tight">
        {t("checking.opening.title")}
      </h2>
      <p className="max-w-text">{t("checking.opening.text")}</p>
      <form method="dialog" onSubmit={submit} className="max-w-text space-y-4">
        <FileField
          name="opening"
          label={t("checking.opening.file")}
          description={t("checking.opening.stays")}
          problem={problem}
          accept="application/json,.json"
          onText={setFile}
        />
        <Button
          type="submit"
          disabled={!isAwake || file === undefined}
          isPending={isWorking}
          pendingLabel={t("checking.opening.working")}
        >
          {t("checking.opening.go")}
        </Button>
      </form>
      <div aria-live="polite">{answer?.kind === "opening" ? <Opened answer={answer} /> : null}</div>
    </section>
  );
}

/** What the ballot holds, whatever the booth had said. */
export function Opened({ answer }: { readonly answer: Extract<CheckAnswer, { kind: "opening" }> }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="info" title={t("checking.opening.holds")}>
      <dl className="space-y-2">
        {answer.answers.map(({ question, names, isBlank }) => (
          <div key={question}>
            <dt className="font-semibold">{question}</dt>
            <dd>{isBlank ? t("booth.ballot.blank") : names.join(", ") || t("booth.review.none")}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t("booth.done.tracker")}: <Code value={answer.tracker} label={t("booth.done.tracker")} />
      </p>
      <p>{t("checking.opening.spoiled")}</p>
    </Panel>
  );
}
