// What a voter without an account sees behind her code: her entry with the proof, her claims with their answers, and the form for one more.
// Security: the code stays in this browser; what is sent is the key that is made of it, and nothing is kept when the page is left.
import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { RollProof } from "#app/lib/roll-proof/index.ts";
import {
  isWellFormedSecondCode,
  normalizeSecondCode,
  RollEntryWithProof,
  saveFile,
  secondKeyOf,
} from "#app/modules/elections/index.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { FormAnswer } from "#app/ui/use-answer-problems.ts";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import type { ClaimKind } from "../domain/claim-kinds.ts";
import type { ClaimView } from "../domain/claim-view.ts";
import { ClaimCard } from "./claim-card.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { WithdrawQuestion } from "./withdraw-question.tsx";

export interface LinkVoterView {
  readonly voter: {
    readonly rollEntryId: string;
    readonly name: string;
    readonly handle: string;
    readonly isOnRoll: boolean;
  };
  readonly proof: RollProof | null;
  readonly claims: readonly ClaimView[];
  readonly kinds: readonly {
    readonly kind: ClaimKind;
    readonly state: "early" | "open" | "over";
    readonly closesAt: string | null;
  }[];
}

type Answer = FormAnswer & { readonly view?: LinkVoterView; readonly filed?: number; readonly withdrawn?: number };

export function LinkVoterDesk({ electionId }: { readonly electionId: string }) {
  const opening = useFetcher<Answer>();
  const filing = useFetcher<Answer>();
  const [secondKey, setSecondKey] = useState("");
  const { submit } = opening;
  const open = useCallback(
    (code: string) => {
      const key = secondKeyOf({ electionId, secondCode: normalizeSecondCode(code) });
      setSecondKey(key);
      submit({ ask: "open", secondKey: key }, { method: "post" });
    },
    [electionId, submit],
  );
  useEffect(() => {
    const openBrought = () => {
      const brought = takeCode();
      if (brought !== undefined) open(brought);
    };
    openBrought();
    // Why: a mail's link opened in the tab that shows the page already changes only what stands behind the "#".
    addEventListener("hashchange", openBrought);
    return () => removeEventListener("hashchange", openBrought);
  }, [open]);
  const view = filing.data?.view ?? opening.data?.view;
  if (view === undefined) return <CodeForm answer={opening.data} isAsking={opening.state !== "idle"} onCode={open} />;
  return <Opened view={view} secondKey={secondKey} filing={filing} />;
}

/** Takes the code out of the address, so that it does not stay in sight or in the history. */
function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get("second") ?? "";
  if (code === "") return undefined;
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
  return code;
}

interface CodeFormProps {
  readonly answer: Answer | undefined;
  readonly isAsking: boolean;
  readonly onCode: (code: string) => void;
}

function CodeForm({ answer, isAsking, onCode }: CodeFormProps) {
  const { t } = useTranslation("claims");
  const [typed, setTyped] = useState("");
  const [isMalformed, setMalformed] = useState(false);
  const { problems } = useAnswerProblems(isAsking ? undefined : answer, "elections", codeProblems);
  const [refused] = problems;
  const sentence = isMalformed ? t("link.malformed") : refused?.sentence;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWrong = !isWellFormedSecondCode(normalizeSecondCode(typed));
    setMalformed(isWrong);
    if (!isWrong) onCode(typed);
  };
  return (
    // Security: "dialog" sends nothing anywhere, even where our program does not run.
    <form method="dialog" onSubmit={submit} noValidate className="max-w-text space-y-5">
      <div role="alert">{sentence === undefined ? null : <Panel tone="danger">{sentence}</Panel>}</div>
      <TextField
        name="second"
        label={t("link.code")}
        description={t("link.codeHint")}
        problem={sentence}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="[&_input]:font-mono"
      />
      <Button type="submit" variant="primary" isPending={isAsking} pendingLabel={t("link.opening")}>
        {t("link.open")}
      </Button>
    </form>
  );
}

const codeProblems = { LINK_CODE_OF_NOBODY: "second", LINK_CODES_TOO_MANY: "second", CODE_MAIL_RETURNED: "second" };

interface OpenedProps {
  readonly view: LinkVoterView;
  readonly secondKey: string;
  readonly filing: ReturnType<typeof useFetcher<Answer>>;
}

function Opened({ view, secondKey, filing }: OpenedProps) {
  const { t } = useTranslation("claims");
  const { voter, proof, claims } = view;
  const { filed = 0, withdrawn = 0 } = filing.data ?? {};
  return (
    <div className="space-y-10">
      <StatusMessage>
        {filed > 0 ? t("own.filed", { number: filed }) : null}
        {withdrawn > 0 ? t("own.withdrawn", { number: withdrawn }) : null}
      </StatusMessage>
      {proof === null ? (
        <Panel tone="warning" title={t("link.struck", { name: voter.name })}>
          <p>{t("link.struckText")}</p>
        </Panel>
      ) : (
        <RollEntryWithProof
          proof={proof}
          download={
            <Button size="small" onClick={() => saveFile(fileNameOf(proof), `${JSON.stringify(proof, null, 2)}\n`)}>
              {t("link.download")}
            </Button>
          }
        />
      )}
      <Section title={t("own.title")}>
        {claims.length === 0 ? <p className="text-ink-soft">{t("own.none")}</p> : null}
        <ul className="space-y-4">
          {claims.map((claim) => (
            <li key={claim.number}>
              <ClaimCard claim={claim}>
                <blockquote
                  lang={claim.language}
                  className="max-w-text whitespace-pre-line border-s-4 border-line-strong ps-4"
                >
                  {claim.confidential?.text ?? t("own.erased")}
                </blockquote>
                <filing.Form method="post">
                  <WithdrawQuestion claim={claim}>
                    <input type="hidden" name="ask" value="withdraw" />
                    <input type="hidden" name="secondKey" value={secondKey} />
                  </WithdrawQuestion>
                </filing.Form>
              </ClaimCard>
            </li>
          ))}
        </ul>
      </Section>
      <NewClaim key={filed} view={view} secondKey={secondKey} filing={filing} />
    </div>
  );
}

function fileNameOf({ public: { handle } }: RollProof): string {
  return `roll-proof-${handle}.json`;
}

const fieldOf = { CLAIM_GROUND_OF_OTHER_KIND: "ground", CLAIMS_OVER: "ground", CLAIMS_NOT_OPEN: "ground" };

function NewClaim({ view, secondKey, filing }: OpenedProps) {
  const { t } = useTranslation("claims");
  const { voter, kinds } = view;
  const answer = useAnswerProblems(filing.state === "idle" ? filing.data : undefined, "claims", fieldOf);
  const open = kinds.filter(({ state }) => state === "open");
  const organizations = [{ id: voter.rollEntryId, name: voter.name, handle: voter.handle }];
  if (open.length === 0) return <EmptyState title={t("form.notOpen")}>{t("form.notOpenText")}</EmptyState>;
  return (
    <Section title={t("form.title")} lead={t("form.lead")}>
      <filing.Form method="post" noValidate className="space-y-8">
        <input type="hidden" name="ask" value="file" />
        <input type="hidden" name="secondKey" value={secondKey} />
        <ClaimForm kinds={open} organizations={organizations} wish={{ kind: "", about: "" }} answer={answer} />
      </filing.Form>
    </Section>
  );
}
