// Moves the booth: listens to the voter, asks the worker, sends the ballots. Everything secret stays in this page's memory.
import type { Dispatch, MutableRefObject } from "react";
import { useEffect, useReducer, useRef, useState } from "react";
import type { BoothWorker } from "./booth-worker.client.ts";
import { openBoothWorker } from "./booth-worker.client.ts";
import type { BoothEntry, LinkKeys, OpenBooth } from "./booth-election.ts";
import type { BoothEvent, BoothState, BoothStep } from "./booth-state.ts";
import { afterEvent, enterBooth } from "./booth-state.ts";
import type { Choices } from "./choices.ts";
import { isComplete, noChoices, toggleBlank, toggleCandidate } from "./choices.ts";
import { browserRandomNumber, shuffledIndexes } from "./shuffle.ts";
import { useCast } from "./use-cast.ts";
import { useCodeCheck } from "./use-code-check.ts";
import type { OpeningAtHand } from "./use-opening.ts";
import { useOpening } from "./use-opening.ts";
import type { BroughtCode } from "./voting-code.client.ts";
import { exchangeCodes, findBroughtCode, takeCodeFromAddress } from "./voting-code.client.ts";
import type { SealedBallot } from "./worker-messages.ts";

export interface BoothActions {
  readonly toggleEntry: (entryId: string) => void;
  /** Goes on with this list: to the codes that are missing, then to the ballot. */
  readonly chooseEntries: (entryIds: readonly string[]) => void;
  readonly submitCode: (typed: string, second?: string) => void;
  readonly askCodeAgain: (entryId: string) => void;
  readonly toggle: (position: number) => void;
  readonly blank: () => void;
  readonly clear: () => void;
  /** From one contest to the next, after the last one to the review. */
  readonly next: () => void;
  readonly openContest: (contest: number) => void;
  readonly goTo: (step: BoothStep) => void;
  /** Casts a ballot for every organisation of the list; after a failure it sends the very same ballots again. */
  readonly cast: () => void;
  /** Casts what is left without pauses. */
  readonly hurry: () => void;
}

export interface BoothAtHand {
  readonly state: BoothState;
  readonly actions: BoothActions;
  readonly entries: readonly BoothEntry[];
  readonly opening: OpeningAtHand;
}

/** The booth's state and what can be done in it. */
export function useBooth(booth: OpenBooth): BoothAtHand {
  const { questions } = booth;
  const [state, dispatch] = useReducer(afterEvent, booth, ({ entries, givenCode }) =>
    enterBooth(
      entries.map(({ id }) => id),
      questions.length,
      givenCode,
    ),
  );
  const [entries, setEntries] = useState(booth.entries);
  const worker = useRef<BoothWorker>();
  /** The ballots made of the choices at hand; any other choice makes others. */
  const sealed = useRef(new Map<string, SealedBallot>());
  const keys = useRef(new Map<string, LinkKeys>());
  const checkCode = useCodeCheck({ booth, worker, dispatch, setEntries, keys });
  useCodesFromLinks({ booth, state, worker, dispatch, checkCode });
  const { cast, hurry } = useCast({ booth, state, worker, sealed, keys, dispatch });
  const opening = useOpening({ election: booth.election, state, worker, sealed, keys });

  function mark(event: BoothEvent): void {
    sealed.current.clear();
    dispatch(event);
  }

  const question = questions[state.contest];
  const choices = state.choices[state.contest] ?? noChoices;
  const actions: BoothActions = {
    toggleEntry: (entryId) => dispatch({ type: "entry-toggled", entryId }),
    chooseEntries: (entryIds) => dispatch({ type: "entries-chosen", entryIds }),
    submitCode: (typed, second) => {
      sealed.current.clear();
      void checkCode(typed, { wished: state.marked, isBrought: false, second });
    },
    askCodeAgain: (entryId) => mark({ type: "code-asked-again", entryId }),
    toggle: (position) =>
      mark({ type: "marked", position, outcome: toggleCandidate(choices, position, question?.max ?? 1) }),
    blank: () => mark({ type: "marked", position: null, outcome: toggleBlank(choices) }),
    clear: () => mark({ type: "cleared" }),
    next: () => dispatch(afterContest(state, questions, choices)),
    openContest: (contest) => dispatch({ type: "contest-opened", contest }),
    goTo: (step) => dispatch({ type: "went-to", step }),
    cast: () => void cast(),
    hurry,
  };
  return { state, actions, entries, opening };
}

function afterContest(state: BoothState, questions: OpenBooth["questions"], choices: Choices): BoothEvent {
  const question = questions[state.contest];
  if (question !== undefined && !isComplete(choices, question)) return { type: "found-incomplete" };
  const isLast = state.contest === questions.length - 1;
  return isLast || state.hasReviewed
    ? { type: "went-to", step: "review" }
    : { type: "contest-opened", contest: state.contest + 1 };
}

interface CodesFromLinks {
  readonly booth: OpenBooth;
  readonly state: BoothState;
  readonly worker: MutableRefObject<BoothWorker | undefined>;
  readonly dispatch: Dispatch<BoothEvent>;
  readonly checkCode: ReturnType<typeof useCodeCheck>;
}

/** Wakes the booth, and takes the codes that links bring: to this tab, or to another one of this booth. */
function useCodesFromLinks({
  booth: { election, questions, channel },
  state,
  worker,
  dispatch,
  checkCode,
}: CodesFromLinks) {
  const ownCodes = useRef<readonly string[]>([]);
  ownCodes.current = Object.values(state.codes);
  const { kind, accountId } = channel;
  useEffect(() => {
    const opened = openBoothWorker();
    worker.current = opened;
    dispatch({
      type: "awoke",
      orders: questions.map(({ answers }) => shuffledIndexes(answers.length, browserRandomNumber)),
    });
    // Why not: whoever enters a vote by hand uses one code of the list, and none of her own.
    if (kind === "assisted") return () => opened.close();
    // Security: the open door knows nobody, so a tab there neither hears a code nor tells one.
    const exchange =
      kind !== "account" || accountId === undefined
        ? undefined
        : exchangeCodes(
            { electionId: election.id, accountId },
            {
              onCode: (code) => void checkCode(code, { wished: [], isBrought: false, isHeard: true }),
              ownCodes: () => ownCodes.current,
            },
          );
    const take = ({ code, secondCode }: BroughtCode) => {
      exchange?.tell(code);
      void checkCode(code, { wished: [], isBrought: true, second: secondCode ?? undefined });
    };
    const brought = findBroughtCode();
    if (brought) take(brought);
    // Why: a second link opened in the same tab only changes what stands behind the "#".
    const onFragment = () => {
      const taken = takeCodeFromAddress();
      if (taken) take(taken);
    };
    window.addEventListener("hashchange", onFragment);
    return () => {
      window.removeEventListener("hashchange", onFragment);
      exchange?.close();
      opened.close();
    };
  }, [checkCode, questions, worker, dispatch, election.id, kind, accountId]);
}
