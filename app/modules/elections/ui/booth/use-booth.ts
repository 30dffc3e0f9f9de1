// Moves the booth: listens to the voter, asks the worker, sends the ballot. Everything secret stays in this page's memory.
import { useEffect, useReducer, useRef } from "react";
import type { BoothWorker } from "./booth-worker.client.ts";
import { openBoothWorker } from "./booth-worker.client.ts";
import type { BoothEntry, OpenBooth } from "./booth-election.ts";
import type { BoothEvent, BoothState, BoothStep, CastProblem, CodeProblem } from "./booth-state.ts";
import { afterEvent, enterBooth } from "./booth-state.ts";
import type { SendOutcome } from "./cast-answer.ts";
import { isComplete, toggleBlank, toggleCandidate } from "./choices.ts";
import { sendBallot } from "./send-ballot.client.ts";
import { browserRandomNumber, shuffledIndexes } from "./shuffle.ts";
import { findBroughtCode, forgetBroughtCode, takeCodeFromAddress } from "./voting-code.client.ts";
import type { SealedBallot } from "./worker-messages.ts";

export interface BoothActions {
  readonly chooseEntry: (entryId: string) => void;
  readonly submitCode: (typed: string) => void;
  readonly toggle: (position: number) => void;
  readonly blank: () => void;
  readonly clear: () => void;
  readonly review: () => void;
  readonly goTo: (step: BoothStep) => void;
  /** Casts; after a failure it sends the very same ballot again. */
  readonly cast: () => void;
}

/** The booth's state and what can be done in it. `ballotsAddress` is where ballots are sent. */
export function useBooth(
  { election, question, entries }: OpenBooth,
  ballotsAddress: string,
): [BoothState, BoothActions] {
  const [state, dispatch] = useReducer(
    afterEvent,
    entries.map(({ id }) => id),
    enterBooth,
  );
  const worker = useRef<BoothWorker>();
  /** The ballot made of the choices at hand; any other choice makes another. */
  const sealed = useRef<SealedBallot>();
  const isCasting = useRef(false);
  const checkCode = useCodeCheck(election, entries, worker, dispatch);

  useEffect(() => {
    const opened = openBoothWorker();
    worker.current = opened;
    dispatch({ type: "awoke", order: shuffledIndexes(question.answers.length, browserRandomNumber) });
    const brought = findBroughtCode();
    if (brought) void checkCode(brought.code, { wished: brought.rollEntryId, isBrought: true });
    // Why: a second link opened in the same tab only changes what stands behind the "#".
    const onFragment = () => {
      const taken = takeCodeFromAddress();
      if (taken) void checkCode(taken.code, { wished: taken.rollEntryId, isBrought: true });
    };
    window.addEventListener("hashchange", onFragment);
    return () => {
      window.removeEventListener("hashchange", onFragment);
      opened.close();
    };
  }, [checkCode, question]);

  async function cast(): Promise<void> {
    const { entryId, code, choices } = state;
    // Why the flag: a second press before the page is drawn again must not cast a second ballot.
    if (isCasting.current || entryId === null || code === null) return;
    isCasting.current = true;
    try {
      if (sealed.current === undefined) {
        dispatch({ type: "casting", progress: "encrypting" });
        const { id: electionId, electionPayload } = election;
        sealed.current = await worker.current?.ask({
          ask: "encrypt",
          electionId,
          electionPayload,
          code,
          chosen: choices.chosen,
        });
      }
      if (sealed.current === undefined) throw new Error("the worker of the booth is gone");
      dispatch({ type: "casting", progress: "sending" });
      settle(await sendBallot(ballotsAddress, entryId, sealed.current));
    } catch {
      dispatch({ type: "cast-failed", problem: { kind: "fault" } });
    } finally {
      isCasting.current = false;
    }
  }

  function settle(outcome: SendOutcome): void {
    if (outcome.outcome !== "accepted") {
      dispatch({ type: "cast-failed", problem: problemOf(outcome) });
      return;
    }
    sealed.current = undefined;
    forgetBroughtCode();
    dispatch({ type: "cast-accepted", receipt: outcome });
  }

  function mark(event: BoothEvent): void {
    sealed.current = undefined;
    dispatch(event);
  }

  const actions: BoothActions = {
    chooseEntry: (entryId) => mark({ type: "entry-chosen", entryId }),
    submitCode: (typed) => {
      sealed.current = undefined;
      void checkCode(typed, { wished: state.entryId, isBrought: false });
    },
    toggle: (position) =>
      mark({ type: "marked", position, outcome: toggleCandidate(state.choices, position, question.max) }),
    blank: () => mark({ type: "marked", position: null, outcome: toggleBlank(state.choices) }),
    clear: () => mark({ type: "cleared" }),
    review: () =>
      dispatch(
        isComplete(state.choices, question) ? { type: "went-to", step: "review" } : { type: "found-incomplete" },
      ),
    goTo: (step) => dispatch({ type: "went-to", step }),
    cast: () => void cast(),
  };
  return [state, actions];
}

function problemOf(outcome: Exclude<SendOutcome, { outcome: "accepted" }>): CastProblem {
  return outcome.outcome === "refused" ? { kind: "refused", code: outcome.code } : { kind: outcome.outcome };
}

interface CodeWish {
  /** The organisation that the voter or the link named; null: whichever the code fits. */
  readonly wished: string | null;
  readonly isBrought: boolean;
}

type CheckCode = (typed: string, wish: CodeWish) => Promise<void>;

/** Checks a code in the worker; it never leaves the browser. */
function useCodeCheck(
  election: OpenBooth["election"],
  entries: readonly BoothEntry[],
  worker: { readonly current: BoothWorker | undefined },
  dispatch: (event: BoothEvent) => void,
): CheckCode {
  const check = useRef<CheckCode>();
  check.current ??= async (typed, { wished, isBrought }) => {
    if (typed.trim() === "") {
      dispatch({ type: "code-fails", problem: { kind: "empty" } });
      return;
    }
    dispatch({ type: "code-checking", isBrought });
    try {
      const tags = entries.map(({ id, eligibilityTag }) => ({ id, eligibilityTag }));
      const answer = await worker.current?.ask({
        ask: "check-code",
        group: election.group,
        electionId: election.id,
        typed,
        entries: tags,
      });
      if (answer === undefined) throw new Error("the worker of the booth is gone");
      const { isWellFormed, rollEntryId, code } = answer;
      // Why a brought code decides the organisation: its mail was written for exactly one.
      if (rollEntryId !== null && (isBrought || wished === null || wished === rollEntryId)) {
        dispatch({ type: "code-fits", entryId: rollEntryId, code });
      } else {
        dispatch({ type: "code-fails", problem: codeProblemOf(isWellFormed, rollEntryId) });
      }
    } catch {
      dispatch({ type: "code-fails", problem: { kind: "fault" } });
    }
  };
  return check.current;
}

function codeProblemOf(isWellFormed: boolean, rollEntryId: string | null): CodeProblem {
  if (!isWellFormed) return { kind: "malformed" };
  return rollEntryId === null ? { kind: "unknown" } : { kind: "other-organization", rollEntryId };
}
