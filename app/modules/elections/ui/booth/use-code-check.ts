// Checks a voting code in the worker; the code never leaves the browser. Behind a link the server is asked whose it is, with a key
// that was made from it.
import type { Dispatch, MutableRefObject, SetStateAction } from "react";
import { useRef } from "react";
import type { BoothWorker } from "./booth-worker.client.ts";
import type { BoothEntry, OpenBooth } from "./booth-election.ts";
import type { BoothEvent, CodeProblem } from "./booth-state.ts";
import { findEntryOfCode } from "./send-ballot.client.ts";
import type { CodeAnswer } from "./worker-messages.ts";

export interface CodeWish {
  /** The organisations for which the voter is voting; any of them may be meant. Nobody: whichever the code fits. */
  readonly wished: readonly string[];
  readonly isBrought: boolean;
  /** Another tab told it: what is wrong with it concerns nobody here. */
  readonly isHeard?: boolean;
}

export type CheckCode = (typed: string, wish: CodeWish) => Promise<void>;

export interface CodeCheckParts {
  readonly booth: OpenBooth;
  readonly worker: MutableRefObject<BoothWorker | undefined>;
  readonly dispatch: Dispatch<BoothEvent>;
  readonly setEntries: Dispatch<SetStateAction<readonly BoothEntry[]>>;
}

/** The same function for as long as the booth stands. */
export function useCodeCheck({ booth, worker, dispatch, setEntries }: CodeCheckParts): CheckCode {
  const known = useRef(booth.entries);
  const check = useRef<CheckCode>();
  const { election, channel } = booth;

  async function ask(typed: string, entries: readonly BoothEntry[]): Promise<CodeAnswer> {
    const tags = entries.map(({ id, eligibilityTag }) => ({ id, eligibilityTag }));
    const { group, id: electionId } = election;
    const answer = await worker.current?.ask({ ask: "check-code", group, electionId, typed, entries: tags });
    if (answer === undefined) throw new Error("the worker of the booth is gone");
    return answer;
  }

  /** Among the entries that are known; behind a link, otherwise, among those of the roll that a link may open. */
  async function find(typed: string): Promise<CodeAnswer> {
    const answer = await ask(typed, known.current);
    if (answer.rollEntryId !== null || !answer.isWellFormed || channel.entryAddress === undefined) return answer;
    const entry = await findEntryOfCode(channel.entryAddress, answer.accessKey);
    if (entry === undefined) return answer;
    // Security: the server's word is not enough; the tag must fit the code here too.
    const again = await ask(typed, [entry]);
    if (again.rollEntryId === null) return answer;
    known.current = [...known.current, entry];
    setEntries(known.current);
    dispatch({ type: "entry-arrived", entryId: entry.id });
    return again;
  }

  check.current ??= async (typed, { wished, isBrought, isHeard = false }) => {
    if (typed.trim() === "") {
      dispatch({ type: "code-fails", problem: { kind: "empty" } });
      return;
    }
    if (!isHeard) dispatch({ type: "code-checking", isBrought });
    try {
      const { isWellFormed, rollEntryId, code } = await find(typed);
      // Why a brought code decides the organisation: its mail was written for exactly one.
      if (rollEntryId !== null && (isBrought || isHeard || wished.length === 0 || wished.includes(rollEntryId))) {
        dispatch({ type: "code-fits", entryId: rollEntryId, code, isBrought });
      } else if (!isHeard) {
        dispatch({ type: "code-fails", problem: codeProblemOf(isWellFormed, rollEntryId) });
      }
    } catch {
      if (!isHeard) dispatch({ type: "code-fails", problem: { kind: "fault" } });
    }
  };
  return check.current;
}

function codeProblemOf(isWellFormed: boolean, rollEntryId: string | null): CodeProblem {
  if (!isWellFormed) return { kind: "malformed" };
  return rollEntryId === null ? { kind: "unknown" } : { kind: "other-organization", rollEntryId };
}
