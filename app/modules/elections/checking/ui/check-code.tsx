// Was a vote cast in my organisation's name? The browser looks through the whole box for ballots made with the code; nothing is sent.
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { linkToBallotBox } from "../../links.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { BoxList } from "../queries/box-list.server.ts";
import type { CheckAnswer, CheckedEntry } from "./check-messages.ts";
import { readBoxList } from "./read-box-list.ts";
import { useCheck } from "./use-check.ts";
import { useCheckProblem } from "./use-check-problem.ts";

export interface CheckCodeProps {
  readonly electionId: string;
  readonly entries: readonly CheckedEntry[];
  readonly isAwake: boolean;
}

export function CheckCode({ electionId, entries, isAwake }: CheckCodeProps) {
  const { t } = useTranslation("elections");
  const [typed, setTyped] = useState("");
  const [list, setList] = useState<BoxList | null>(null);
  const { isWorking, answer, ask } = useCheck();
  function submit(event: FormEvent): void {
    event.preventDefault();
    ask(async () => {
      const box = await readBoxList(electionId);
      setList(box);
      return { kind: "code", electionId, typed, list: box, entries };
    });
  }
  const problem = useCheckProblem(answer);
  return (
    <section className="space-y-4" aria-labelledby="check-code">
      <h2 id="check-code" className="font-display text-2xl leading-tight">
        {t("checking.code.title")}
      </h2>
      <p className="max-w-text">{t("checking.code.text")}</p>
      {/* Security: "dialog" sends nothing anywhere, even where our program does not run. */}
      <form method="dialog" onSubmit={submit} noValidate className="max-w-text space-y-4">
        <TextField
          name="code"
          label={t("booth.code.label")}
          description={t("booth.code.stays")}
          problem={problem}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          className="[&_input]:font-mono [&_input]:text-lg"
        />
        <Button
          type="submit"
          variant="primary"
          disabled={!isAwake}
          isPending={isWorking}
          pendingLabel={t("checking.code.working")}
        >
          {t("checking.code.go")}
        </Button>
      </form>
      <div aria-live="polite">
        {answer?.kind === "code" && list !== null ? (
          <Outcome answer={answer} electionId={electionId} list={list} entries={entries} />
        ) : null}
      </div>
    </section>
  );
}

interface OutcomeProps {
  readonly answer: Extract<CheckAnswer, { kind: "code" }>;
  readonly electionId: string;
  readonly list: BoxList;
  readonly entries: readonly CheckedEntry[];
}

function Outcome({ answer, electionId, list, entries }: OutcomeProps) {
  const { t } = useTranslation("elections");
  const { check } = answer;
  const whose = entries.find(({ id }) => id === check.rollEntryId)?.organizationName;
  const count = check.ballots.length;
  return (
    <div className="space-y-4">
      <Panel
        tone={count === 0 ? "success" : "info"}
        title={t(count === 0 ? "checking.code.none" : "checking.code.some", { count })}
      >
        <p>{t(count === 0 ? "checking.code.noneText" : "checking.code.someText", { total: list.ballots.length })}</p>
        {whose === undefined ? null : <p>{t("checking.code.whose", { name: whose })}</p>}
      </Panel>
      {count === 0 ? null : (
        <ol className="space-y-2">
          {check.ballots.map(({ position, tracker }, index) => (
            <li key={position} className="flex flex-wrap items-baseline gap-x-3">
              <TextLink to={linkToBallotBox(electionId, { tracker })}>
                {t("checking.code.position", { position })}
              </TextLink>
              <Code value={tracker} label={t("booth.done.tracker")} />
              <span>{t(index === count - 1 ? "checking.code.counts" : "checking.code.replaced")}</span>
            </li>
          ))}
        </ol>
      )}
      <DefinitionList
        entries={[
          { term: t("checking.code.votes"), description: check.votes },
          {
            term: t("checking.code.credential"),
            description: <Code value={check.credential} label={t("checking.code.credential")} />,
          },
          {
            term: t("checking.code.head"),
            description: <Code value={list.lastEventHash} label={t("checking.code.head")} />,
          },
        ]}
      />
      <Button onClick={() => window.print()} className="no-print">
        {t("booth.done.print")}
      </Button>
    </div>
  );
}
